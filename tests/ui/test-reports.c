/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-fixture.h"
#include "xb-column-list.h"
#include "xb-count-row.h"
#include "xb-effect-page.h"
#include "xb-format.h"
#include "xb-rejected-list.h"
#include "xb-report-check-page.h"
#include "xb-report-choose-page.h"
#include "xb-report-list.h"
#include "xb-report-outlook.h"
#include "xb-report-result-page.h"
#include "xb-report-rows.h"
#include "xb-report-window.h"
#include "xb-ui.h"
#include "xb-workspace-register.h"

/* The window of a data report: from a file to the figures, with everything that can be wrong about it. */

#define HEAD "号码,日期,呼出量,接通量\n"
#define NOISE "\xff\xfd\xfc,2026-09-01,5,1\n" /* in no encoding */

static const char *books; /* the folder of workbooks */

static void
add_number (Fixture    *f,
            const char *number)
{
  xb_workspace_add_number_async (f->ws, number, NULL, NULL, ended_cb, f);
  done (f);
}

static void
set_up_reports (Fixture      *f,
                gconstpointer data)
{
  set_up (f, data);
  add_number (f, "13800138000");
  add_number (f, "028-65551201");
}

static GFile *
write_file (Fixture    *f,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

static gboolean
is_at (XbReportWindow *window,
       const char     *page)
{
  return g_strcmp0 (xb_report_window_get_page (window), page) == 0;
}

static gpointer
part (XbReportWindow *window,
      GType           type)
{
  GtkWidget *found = find_type (GTK_WIDGET (window), type);

  g_assert_nonnull (found);
  return found;
}

/* Opens the window on a text, and waits until all is known of it. */
static XbReportWindow *
open_text (Fixture    *f,
           const char *name,
           const char *text)
{
  g_autoptr(GFile) file = write_file (f, name, text);
  XbReportWindow *window = xb_report_window_open (NULL, f->ws, file);

  wait_until (is_at (window, "check") && !xb_report_draft_is_busy (xb_report_window_get_draft (window)));
  return window;
}

static void
import (XbReportWindow *window)
{
  g_assert_true (xb_report_draft_can_import (xb_report_window_get_draft (window)));
  gtk_widget_activate_action (GTK_WIDGET (window), "report.import", NULL);
  wait_until (is_at (window, "result"));
}

static guint
count_imports (Fixture *f)
{
  g_autoptr(GListModel) imports = xb_workspace_list_metric_imports (f->ws);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (imports); i++)
    {
      g_autoptr(XbMetricImport) import = g_list_model_get_item (imports, i);

      n += xb_metric_import_get_undone_at (import) == 0;
    }
  return n;
}

static void
assert_row (XbReportWindow *window,
            guint           row,
            guint           column,
            const char     *expected)
{
  g_autofree char *text = xb_report_rows_dup_cell (part (window, XB_TYPE_REPORT_ROWS), row, column);

  g_assert_cmpstr (text, ==, expected);
}

static gboolean
shows (XbReportWindow *window,
       guint           row)
{
  return gtk_widget_get_visible (xb_report_outlook_get_row (part (window, XB_TYPE_REPORT_OUTLOOK), row));
}

static void
test_workbook (Fixture      *f,
               gconstpointer data)
{
  g_autofree char *path = g_build_filename (books, "daily.xlsx", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  XbReportWindow *window = xb_report_window_open (NULL, f->ws, file);
  XbReportDraft *draft = xb_report_window_get_draft (window);
  GtkWidget *sheet;

  wait_until (is_at (window, "check") && !xb_report_draft_is_busy (draft));
  g_assert_cmpstr (read_from (GTK_WIDGET (window), "Where it is from"), ==, "daily");
  g_assert_cmpuint (xb_report_rows_get_n (part (window, XB_TYPE_REPORT_ROWS)), ==, 5);
  assert_row (window, 0, 0, "4");
  assert_row (window, 0, 1, "138 0013 8000");
  assert_row (window, 0, 2, "2026-09-01");
  assert_row (window, 0, 3, "1,200");
  assert_row (window, 0, 4, "734");
  assert_row (window, 0, 7, "answered: worked out from the rate");
  assert_row (window, 4, 7, "a sum of others, left out");
  g_assert_false (shows (window, 1)); /* replaces nothing */
  g_assert_true (shows (window, 3));  /* the sum */
  g_assert_null (xb_report_check_page_get_problem (part (window, XB_TYPE_REPORT_CHECK_PAGE)));

  /* the other sheet holds none, and one can go back */
  sheet = find_titled (GTK_WIDGET (window), ADW_TYPE_COMBO_ROW, "Sheet");
  g_assert_true (gtk_widget_get_visible (sheet));
  adw_combo_row_set_selected (ADW_COMBO_ROW (sheet), 1);
  wait_until (!xb_report_draft_is_busy (draft));
  g_assert_nonnull (strstr (xb_report_check_page_get_problem (part (window, XB_TYPE_REPORT_CHECK_PAGE)), "说明"));
  g_assert_false (xb_report_draft_can_import (draft));
  adw_combo_row_set_selected (ADW_COMBO_ROW (sheet), 2);
  wait_until (!xb_report_draft_is_busy (draft));
  import (window);
  g_assert_cmpstr (xb_report_result_page_get_title (part (window, XB_TYPE_REPORT_RESULT_PAGE)), ==, "4 rows are in");
  g_assert_cmpuint (count_imports (f), ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Headings that say nothing: what is missing is said, and mended by choosing; the next time it is known. */
static void
test_columns (Fixture      *f,
              gconstpointer data)
{
  static const char text[] = "主叫,时段,总数,有效\n13800138000,2026-09-01,10,6\n13800138000,2026-09-02,5,9\n";
  XbReportWindow *window = open_text (f, "外呼-2026-09.csv", text);
  XbReportDraft *draft = xb_report_window_get_draft (window);
  XbReportCheckPage *page = part (window, XB_TYPE_REPORT_CHECK_PAGE);
  XbColumnList *columns = part (window, XB_TYPE_COLUMN_LIST);
  XbRejectedList *rejected;

  g_assert_cmpstr (read_from (GTK_WIDGET (window), "Where it is from"), ==, "外呼");
  g_assert_nonnull (strstr (xb_report_check_page_get_problem (page), "日期"));
  g_assert_false (gtk_widget_get_visible (part (window, XB_TYPE_REPORT_OUTLOOK)));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (xb_column_list_get_row (columns, 2))), ==, "10");
  adw_combo_row_set_selected (ADW_COMBO_ROW (xb_column_list_get_row (columns, 1)), 1 + XB_REPORT_DATE);
  wait_until (!xb_report_draft_is_busy (draft));
  g_assert_nonnull (strstr (xb_report_check_page_get_problem (page), "呼出量"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (xb_column_list_get_row (columns, 2)), 1 + XB_REPORT_ANSWERED);
  /* a field that is taken is taken from the column that had it */
  adw_combo_row_set_selected (ADW_COMBO_ROW (xb_column_list_get_row (columns, 3)), 1 + XB_REPORT_ANSWERED);
  adw_combo_row_set_selected (ADW_COMBO_ROW (xb_column_list_get_row (columns, 2)), 1 + XB_REPORT_CALLS);
  wait_until (!xb_report_draft_is_busy (draft));
  g_assert_null (xb_report_check_page_get_problem (page));
  g_assert_cmpint (xb_report_draft_get_field (draft, 3), ==, XB_REPORT_ANSWERED);
  assert_row (window, 0, 4, "6");
  rejected = part (window, XB_TYPE_REJECTED_LIST);
  g_assert_nonnull (strstr (xb_rejected_list_get_text (rejected), "Line 3: 9 answered of 5"));
  type_into (GTK_WIDGET (window), "Where it is from", "外呼系统");
  import (window);
  g_assert_cmpuint (xb_report_draft_get_result (draft)->imported, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));

  window = open_text (f, "another name.csv", text);
  g_assert_cmpstr (read_from (GTK_WIDGET (window), "Where it is from"), ==, "外呼系统");
  g_assert_true (xb_report_draft_get_preview (xb_report_window_get_draft (window))->remembered);
  g_assert_cmpstr (xb_count_row_get_text (XB_COUNT_ROW (xb_report_outlook_get_row (part (window, XB_TYPE_REPORT_OUTLOOK), 1))), ==,
                   "1"); /* it replaces the day, and says so */
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A thousand headings make no thousand rows, and what is used is seen. */
static void
test_wide (Fixture      *f,
           gconstpointer data)
{
  g_autoptr(GString) text = g_string_new ("号码,日期");
  XbReportWindow *window;
  XbColumnList *columns;

  for (guint i = 3; i < 1000; i++)
    g_string_append_printf (text, i == 40 ? ",呼出量" : ",x%u", i);
  g_string_append (text, "\n13800138000,2026-09-01");
  for (guint i = 3; i < 1000; i++)
    g_string_append (text, ",7");
  window = open_text (f, "wide.csv", text->str);
  columns = part (window, XB_TYPE_COLUMN_LIST);
  assert_row (window, 0, 3, "7");
  g_assert_nonnull (xb_column_list_get_row (columns, 39));
  g_assert_null (xb_column_list_get_row (columns, 40));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_number (Fixture      *f,
             gconstpointer data)
{
  XbReportWindow *window = open_text (f, "one.csv", "日期,呼出量\n2026-09-01,10\n");
  XbReportDraft *draft = xb_report_window_get_draft (window);
  XbReportCheckPage *page = part (window, XB_TYPE_REPORT_CHECK_PAGE);

  g_assert_nonnull (strstr (xb_report_check_page_get_problem (page), "号码"));
  type_into (GTK_WIDGET (window), "Number that all rows are of", "1380");
  g_assert_false (xb_report_draft_can_import (draft));
  type_into (GTK_WIDGET (window), "Number that all rows are of", "138 0013 8000");
  wait_until (!xb_report_draft_is_busy (draft));
  g_assert_null (xb_report_check_page_get_problem (page));
  assert_row (window, 0, 1, "138 0013 8000");
  import (window);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Numbers that nobody entered: they stay out, or come into the register. */
static void
test_strangers (Fixture      *f,
                gconstpointer data)
{
  XbReportWindow *window = open_text (f, "strangers.csv", HEAD "4006001825,2026-09-01,5,1\n95588,2026-09-01,5,1\n"
                                      "400-600-1825,2026-09-02,5,1\n");
  XbReportDraft *draft = xb_report_window_get_draft (window);
  g_autoptr(GListModel) numbers = xb_workspace_list_numbers (f->ws, NULL);
  g_autofree char *remark = NULL;

  g_assert_nonnull (find_titled (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "Add 2 numbers to the register"));
  g_assert_false (xb_report_draft_can_import (draft)); /* nothing would come in */
  remark = xb_report_rows_dup_cell (part (window, XB_TYPE_REPORT_ROWS), 0, 5);
  g_assert_nonnull (strstr (remark, "not in the register"));
  gtk_switch_set_active (part (window, GTK_TYPE_SWITCH), TRUE);
  assert_row (window, 0, 5, "the number comes into the register");
  g_assert_false (shows (window, 2));
  import (window);
  wait_until (g_list_model_get_n_items (numbers) == 4);
  g_assert_cmpuint (xb_report_draft_get_result (draft)->imported, ==, 3);
  gtk_window_destroy (GTK_WINDOW (window));
}

typedef struct
{
  XbReportWindow *window;
  double          highest;
} Halfway;

static void
halfway_cb (XbReportDraft *draft,
            Halfway       *halfway)
{
  double fraction = xb_report_draft_get_fraction (draft);

  if (xb_report_draft_get_step (draft) != XB_REPORT_STEP_IMPORT)
    return;
  halfway->highest = MAX (halfway->highest, fraction);
  if (fraction > 0.5) /* all is read, and some of it is written */
    xb_report_draft_stop (draft);
}

static char *
make_rows (guint n)
{
  GString *text = g_string_new (HEAD);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "13800138000,%04u-%02u-%02u,10,5\n", 2001 + i / 336 % 25, i / 28 % 12 + 1, i % 28 + 1);
  return g_string_free (text, FALSE);
}

/* Stopped while it writes: nothing of it is there, and it can be taken in all the same. */
static void
test_stop (Fixture      *f,
           gconstpointer data)
{
  g_autofree char *text = make_rows (8400);
  XbReportWindow *window = open_text (f, "long.csv", text);
  XbReportDraft *draft = xb_report_window_get_draft (window);
  Halfway halfway = { window, 0 };

  g_signal_connect (draft, "progress", G_CALLBACK (halfway_cb), &halfway);
  gtk_widget_activate_action (GTK_WIDGET (window), "report.import", NULL);
  g_assert_true (is_at (window, "run"));
  /* closing asks, and stays */
  gtk_window_close (GTK_WINDOW (window));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
  xb_report_draft_stop (draft);
  wait_until (!is_at (window, "run"));
  g_assert_true (is_at (window, "check"));
  g_assert_null (xb_report_check_page_get_problem (part (window, XB_TYPE_REPORT_CHECK_PAGE)));
  g_assert_cmpuint (count_imports (f), ==, 0);
  g_signal_handlers_disconnect_by_data (draft, &halfway);
  import (window);
  g_assert_cmpuint (count_imports (f), ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What it replaced comes back. */
static void
test_undo (Fixture      *f,
           gconstpointer data)
{
  XbReportWindow *window = open_text (f, "first.csv", HEAD "13800138000,2026-09-01,10,6\n");
  XbReportDraft *draft = xb_report_window_get_draft (window);
  g_autoptr(GFile) second = write_file (f, "second.csv", HEAD "13800138000,2026-09-01,20,7\n13800138000,2026-09-02,1,1\n");
  XbReportList *list;

  import (window);
  xb_report_draft_take_file (draft, second);
  wait_until (is_at (window, "check") && !xb_report_draft_is_busy (draft));
  g_assert_true (shows (window, 1));
  import (window);
  g_assert_cmpuint (xb_report_draft_get_result (draft)->replaced, ==, 1);
  xb_report_draft_undo (draft);
  wait_until (xb_report_draft_get_undone (draft));
  g_assert_cmpstr (xb_report_result_page_get_title (part (window, XB_TYPE_REPORT_RESULT_PAGE)), ==, "The report is out again");
  g_assert_cmpuint (count_imports (f), ==, 1);
  /* the other one out of the list */
  list = part (window, XB_TYPE_REPORT_LIST);
  xb_report_list_undo (list, 1);
  wait_until (count_imports (f) == 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Each file that is no report is a sentence in the place where another one is chosen. */
static void
test_refused (Fixture      *f,
              gconstpointer data)
{
  static const struct { const char *name, *text, *words; } files[] = {
    { "web.xls", "<html><table></table></html>", "web page" },
    { "none.csv", "", "no table" },
    { "code.csv", HEAD NOISE NOISE NOISE NOISE NOISE NOISE NOISE NOISE NOISE, "GB18030" },
    { "cut.xlsx", "PK\003\004 and nothing more", "damaged" },
    { "old.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Excel format" },
  };
  XbReportWindow *window = xb_report_window_open (NULL, f->ws, NULL);
  XbReportDraft *draft = xb_report_window_get_draft (window);
  XbReportChoosePage *page = part (window, XB_TYPE_REPORT_CHOOSE_PAGE);
  g_autofree char *locked = g_build_filename (books, "password.xlsx", NULL);
  g_autoptr(GFile) password = g_file_new_for_path (locked);
  g_autoptr(GFile) elsewhere = g_file_new_for_uri ("https://example.com/a.csv");
  g_autoptr(GFile) gone = g_file_new_for_path ("/nowhere/a.csv");

  g_assert_null (xb_report_choose_page_get_problem (page));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(GFile) file = write_file (f, files[i].name, files[i].text);

      xb_report_draft_take_file (draft, file);
      wait_until (!xb_report_draft_is_busy (draft));
      g_assert_true (is_at (window, "choose"));
      g_test_message ("%s", xb_report_choose_page_get_problem (page));
      g_assert_nonnull (strstr (xb_report_choose_page_get_problem (page), files[i].words));
    }
  xb_report_draft_take_file (draft, password);
  wait_until (!xb_report_draft_is_busy (draft));
  g_assert_nonnull (strstr (xb_report_choose_page_get_problem (page), "password"));
  xb_report_draft_take_file (draft, gone);
  wait_until (!xb_report_draft_is_busy (draft));
  g_assert_nonnull (strstr (xb_report_choose_page_get_problem (page), "could not be opened"));
  xb_report_draft_take_file (draft, elsewhere);
  g_assert_nonnull (strstr (xb_report_choose_page_get_problem (page), "not on this computer"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A workbook that is cut off further down is told before anything is stored. */
static void
test_cut_off (Fixture      *f,
              gconstpointer data)
{
  g_autoptr(GString) text = g_string_new (HEAD);
  XbReportWindow *window;
  XbReportDraft *draft;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, "13800138000,2026-0%u-%02u,10,5\n", i / 28 + 1, i % 28 + 1);
  g_string_append (text, "\"never closed\n");
  window = open_text (f, "open.csv", text->str);
  draft = xb_report_window_get_draft (window);
  g_assert_true (xb_report_draft_can_import (draft)); /* the good rows can go in */
  g_assert_nonnull (strstr (xb_rejected_list_get_text (part (window, XB_TYPE_REJECTED_LIST)), "Line 202"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
drop (GtkWidget *widget,
      GFile     *file)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);
  GSList files = { file, NULL };
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);
      GValue value = G_VALUE_INIT;

      if (!GTK_IS_DROP_TARGET (controller))
        continue;
      g_value_init (&value, GDK_TYPE_FILE_LIST);
      g_value_set_boxed (&value, &files);
      g_signal_emit_by_name (controller, "drop", &value, 1.0, 1.0, &taken);
      g_value_unset (&value);
    }
  return taken;
}

/* One for all tests: its objects on the bus cannot be there twice. */
static GtkApplication *
get_application (void)
{
  static GtkApplication *application = NULL;

  if (application == NULL)
    {
      application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
      g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
    }
  return application;
}

/* Dropped on the page of the effect, empty or not, and on the window itself. */
static void
test_drop (Fixture      *f,
           gconstpointer data)
{
  GtkApplication *application = get_application ();
  g_autoptr(GFile) file = write_file (f, "dropped.csv", HEAD "13800138000,2026-09-01,10,6\n");
  XbEffectPage *page;
  GtkWindow *main_window, *window;
  XbReportDraft *draft;

  main_window = show_page (f, XB_TYPE_EFFECT_PAGE, &page);
  gtk_window_set_application (main_window, application);
  g_assert_cmpstr (xb_effect_view_get_shown (xb_effect_page_get_view (page)), ==, "empty");
  g_assert_true (drop (GTK_WIDGET (xb_effect_page_get_view (page)), file));
  window = gtk_application_get_windows (application)->data;
  g_assert_true (XB_IS_REPORT_WINDOW (window));
  draft = xb_report_window_get_draft (XB_REPORT_WINDOW (window));
  wait_until (xb_report_draft_can_import (draft));
  import (XB_REPORT_WINDOW (window));
  wait_until (g_strcmp0 (xb_effect_view_get_shown (xb_effect_page_get_view (page)), "effect") == 0);
  g_assert_true (drop (gtk_widget_get_ancestor (part (XB_REPORT_WINDOW (window), XB_TYPE_REPORT_CHECK_PAGE), GTK_TYPE_STACK), file));
  wait_until (xb_report_draft_can_import (draft));
  g_assert_true (shows (XB_REPORT_WINDOW (window), 1));
  /* the same window comes to the front */
  g_assert_true (xb_report_window_open (application, f->ws, NULL) == XB_REPORT_WINDOW (window));
  gtk_window_destroy (window);
  gtk_window_destroy (main_window);
  settle ();
}

/* A file that comes while another is taken in has a window of its own, and both go in. */
static void
test_two_at_once (Fixture      *f,
                  gconstpointer data)
{
  GtkApplication *application = get_application ();
  g_autofree char *text = make_rows (3000);
  g_autoptr(GFile) file = write_file (f, "first.csv", text);
  g_autoptr(GFile) other = write_file (f, "second.csv", HEAD "028-65551201,2026-09-01,10,6\n");
  XbReportWindow *first, *second;

  first = xb_report_window_open (application, f->ws, file);
  wait_until (xb_report_draft_can_import (xb_report_window_get_draft (first)));
  gtk_widget_activate_action (GTK_WIDGET (first), "report.import", NULL);
  second = xb_report_window_open (application, f->ws, other);
  g_assert_true (second != first);
  wait_until (xb_report_draft_can_import (xb_report_window_get_draft (second)));
  gtk_widget_activate_action (GTK_WIDGET (second), "report.import", NULL);
  wait_until (is_at (first, "result") && is_at (second, "result"));
  g_assert_cmpuint (count_imports (f), ==, 2);
  gtk_window_destroy (GTK_WINDOW (first));
  gtk_window_destroy (GTK_WINDOW (second));
  settle ();
}

/* A window that is closed while a file is read leaves nothing behind. */
static void
test_closed (Fixture      *f,
             gconstpointer data)
{
  g_autofree char *text = make_rows (3000);
  g_autoptr(GFile) file = write_file (f, "first.csv", text);
  XbReportWindow *window = xb_report_window_open (NULL, f->ws, file);
  XbReportDraft *draft = g_object_ref (xb_report_window_get_draft (window));

  gtk_window_close (GTK_WINDOW (window));
  settle ();
  g_assert_false (xb_report_draft_is_busy (draft));
  wait_until (G_OBJECT (draft)->ref_count == 1);
  g_assert_finalize_object (draft);
}

static void
test_time_left (void)
{
  static const struct { gint64 seconds; const char *text; } table[] = {
    { 0, "about 5 seconds left" }, { 6, "about 10 seconds left" }, { 59, "about 60 seconds left" }, { 60, "about 1 minute left" },
    { 61, "about 2 minutes left" }, { 3600, "about 60 minutes left" }, { G_MAXINT64 / 2, "about 1440 minutes left" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *text = xb_format_time_left (table[i].seconds);

      g_assert_cmpstr (text, ==, table[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
#define ADD(name, function) g_test_add ("/reports/" name, Fixture, NULL, set_up_reports, function, tear_down)

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  books = argv[1];
  xb_ui_init ();
  adw_init ();
  ADD ("workbook", test_workbook);
  ADD ("columns", test_columns);
  ADD ("wide", test_wide);
  ADD ("number", test_number);
  ADD ("strangers", test_strangers);
  ADD ("stop", test_stop);
  ADD ("undo", test_undo);
  ADD ("refused", test_refused);
  ADD ("bad-end", test_cut_off);
  ADD ("drop", test_drop);
  ADD ("two-at-once", test_two_at_once);
  ADD ("closed", test_closed);
  g_test_add_func ("/reports/time-left", test_time_left);
  return g_test_run ();
}
