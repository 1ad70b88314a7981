/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../folder.h"
#include "xb-add-numbers-window.h"
#include "xb-badges.h"
#include "xb-due-list.h"
#include "xb-due-look.h"
#include "xb-due-row.h"
#include "xb-empty-page.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-first-steps.h"
#include "xb-format.h"
#include "xb-health-view.h"
#include "xb-import-report.h"
#include "xb-incidents-page.h"
#include "xb-number-row.h"
#include "xb-number-view.h"
#include "xb-numbers-page-private.h"
#include "xb-problem-window.h"
#include "xb-progress-row.h"
#include "xb-rejected-list.h"
#include "xb-ring-phone.h"
#include "xb-shelf-layout.h"
#include "xb-today-page.h"
#include "xb-ui.h"
#include "xb-window.h"
#include "xb-workspace-incident.h"
#include "xb-workspace-keep.h"
#include "xb-workspace-register.h"

/* Tuesday noon in China */
#define NOW 1790654400

typedef struct
{
  char        *folder;
  XbClock     *clock;
  XbWorkspace *workspace;
  XbWindow    *window;
  gboolean     done;
  gboolean     good;
} Fixture;

/* A macro of GTK pastes the expected text into a format: it is always a variable here. */
#define assert_label(widget, words)                                                                        \
  G_STMT_START                                                                                             \
    {                                                                                                      \
      const char *expected_ = (words);                                                                     \
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, expected_); \
    }                                                                                                      \
  G_STMT_END

/* Waits for @condition, at most ten seconds. */
#define wait_until(condition)                                     \
  G_STMT_START                                                    \
    {                                                             \
      for (int i_ = 0; i_ < 10000 && !(condition); i_++)          \
        if (!g_main_context_iteration (NULL, FALSE))              \
          g_usleep (1000);                                        \
      g_assert_true (condition);                                  \
    }                                                             \
  G_STMT_END

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("xinbiao-pages-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->clock = xb_clock_new_fixed (NOW);
  fixture->workspace = xb_workspace_open (fixture->folder, fixture->clock, &error);
  g_assert_no_error (error);
  fixture->window = xb_window_new (NULL, fixture->workspace);
  xb_window_add_page (fixture->window, "today", "Today", "xb-today-symbolic", XB_TYPE_TODAY_PAGE);
  xb_window_add_page (fixture->window, "numbers", "Numbers", "xb-numbers-symbolic", XB_TYPE_NUMBERS_PAGE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until (G_OBJECT (fixture->workspace)->ref_count == 1); /* a reading that is under way ends */
  g_assert_finalize_object (fixture->workspace);
  g_object_unref (fixture->clock);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Fixture *fixture = user_data;
  g_autoptr(GError) error = NULL;

  fixture->good = xb_workspace_finish (XB_WORKSPACE (source), result, &error);
  fixture->done = TRUE;
}

static void
add_number (Fixture    *fixture,
            const char *number,
            const char *use)
{
  fixture->done = FALSE;
  xb_workspace_add_number_async (fixture->workspace, number, use, NULL, done_cb, fixture);
  wait_until (fixture->done);
  g_assert_true (fixture->good);
}

static void
fill_demo (Fixture *fixture)
{
  fixture->done = FALSE;
  xb_workspace_demo_async (fixture->workspace, NULL, done_cb, fixture);
  wait_until (fixture->done);
  g_assert_true (fixture->good);
}

static XbTodayPage *
show_today (Fixture *fixture)
{
  g_assert_true (xb_window_show_page (fixture->window, "today"));
  return XB_TODAY_PAGE (find_type (GTK_WIDGET (fixture->window), XB_TYPE_TODAY_PAGE));
}

static XbNumbersPage *
show_numbers (Fixture *fixture)
{
  g_assert_true (xb_window_show_page (fixture->window, "numbers"));
  return XB_NUMBERS_PAGE (find_type (GTK_WIDGET (fixture->window), XB_TYPE_NUMBERS_PAGE));
}

/* Nothing entered: the two ways in; something entered: the steps that are left. */
static void
test_first_run (Fixture       *fixture,
                gconstpointer  data)
{
  XbTodayPage *page = show_today (fixture);
  GtkWidget *steps = find_type (GTK_WIDGET (page), XB_TYPE_FIRST_STEPS);

  wait_until (g_strcmp0 (xb_today_page_get_view (page), "welcome") == 0);
  add_number (fixture, "028-8612 3456", "前台");
  wait_until (g_strcmp0 (xb_today_page_get_view (page), "day") == 0);
  g_assert_true (gtk_widget_get_visible (steps));
  assert_label (xb_first_steps_get_row (XB_FIRST_STEPS (steps), XB_FIRST_STEP_BUSINESS), "The business: comes now");
  assert_label (xb_first_steps_get_row (XB_FIRST_STEPS (steps), XB_FIRST_STEP_NUMBERS), "Its numbers: done");
  assert_label (xb_first_steps_get_row (XB_FIRST_STEPS (steps), XB_FIRST_STEP_CERTIFICATION),
                "The first certification: comes later");
}

static void
test_today (Fixture       *fixture,
            gconstpointer  data)
{
  XbTodayPage *page;
  GtkWidget *health, *row;
  XbDue *due;

  fill_demo (fixture);
  page = show_today (fixture);
  wait_until (g_strcmp0 (xb_today_page_get_view (page), "day") == 0);
  health = find_type (GTK_WIDGET (page), XB_TYPE_HEALTH_VIEW);
  g_assert_false (gtk_widget_get_visible (find_type (GTK_WIDGET (page), XB_TYPE_FIRST_STEPS)));
  assert_label (xb_health_view_get_button (XB_HEALTH_VIEW (health), XB_HEALTH_LIVE), "Live: 3");
  assert_label (find_type (health, XB_TYPE_HEALTH_BAR), "Live: 3, Under way: 3, Needs you: 2, Not certified: 4");

  /* the most urgent one stands alone above the list, which goes on with the next */
  row = find_type (find_type (GTK_WIDGET (page), XB_TYPE_DUE_LIST), XB_TYPE_DUE_ROW);
  g_assert_nonnull (row);
  due = xb_due_row_get_due (XB_DUE_ROW (row));
  g_assert_cmpstr (xb_due_look_find (xb_due_get_kind (due))->kind, ==, xb_due_get_kind (due));

  /* a count is a way to those numbers */
  g_signal_emit_by_name (xb_health_view_get_button (XB_HEALTH_VIEW (health), XB_HEALTH_ATTENTION), "clicked");
  g_assert_cmpstr (xb_window_get_page (fixture->window), ==, "numbers");
  wait_until (g_list_model_get_n_items (xb_numbers_page_get_list (show_numbers (fixture))) == 2);
}

static gboolean
reads (GtkWidget  *widget,
       const char *words)
{
  g_autofree char *other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words);

  return other == NULL;
}

static GtkWidget *
find_side_row (Fixture *fixture,
               int      index)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (find_type (GTK_WIDGET (fixture->window), GTK_TYPE_LIST_BOX)),
                                                    index));
}

/* The counts stand beside the pages before any of these was opened, and follow what changes. */
static void
test_badges (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GListModel) incidents = NULL;
  g_autoptr(XbIncident) incident = NULL;

  xb_window_add_page (fixture->window, "incidents", "Incidents", "xb-incidents-symbolic", XB_TYPE_INCIDENTS_PAGE);
  fill_demo (fixture);
  xb_badges_start (fixture->window);
  wait_until (reads (find_side_row (fixture, 0), "Today, 6 things to do today, 5 of them overdue"));
  assert_label (find_side_row (fixture, 2), "Incidents, 1 case or alert");
  incidents = xb_workspace_list_incidents (fixture->workspace, XB_INCIDENT_FILTER_OPEN);
  incident = g_list_model_get_item (incidents, 0);
  xb_workspace_close_incident_async (fixture->workspace, xb_record_get_id (XB_RECORD (incident)), "a mistake", NULL, NULL, NULL);
  wait_until (reads (find_side_row (fixture, 2), "Incidents"));
  g_assert_null (find_type (GTK_WIDGET (fixture->window), XB_TYPE_PAGE));
}

static XbDue *
make_due (guint       i,
          const char *day)
{
  g_autofree char *object = g_strdup_printf ("certification/%u", i);
  g_autofree char *title = g_strdup_printf ("Thing %u", i);

  return g_object_new (XB_TYPE_DUE, "kind", "submit", "title", title, "detail", "why", "due", day, "object", object, NULL);
}

static void
test_due_list (void)
{
  GtkWidget *list = g_object_ref_sink (xb_due_list_new ());
  g_autoptr(GPtrArray) due = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 120; i++)
    g_ptr_array_add (due, make_due (i, i < 1 ? "2026-09-27" : i < 2 ? "2026-09-28" : "2026-10-13"));
  xb_due_list_set_due (XB_DUE_LIST (list), due, 130, "2026-09-28");
  g_assert_cmpuint (xb_due_list_get_n_rows (XB_DUE_LIST (list)), ==, 20);
  assert_label (find_type (list, GTK_TYPE_LIST_BOX), "Overdue");
  assert_label (find_type (list, XB_TYPE_DUE_ROW), "Thing 0: Sun 27 Sep · 1 day overdue");
  gtk_widget_activate_action (list, "due.show-more", NULL);
  g_assert_cmpuint (xb_due_list_get_n_rows (XB_DUE_LIST (list)), ==, 70);
  gtk_widget_activate_action (list, "due.show-more", NULL);
  g_assert_cmpuint (xb_due_list_get_n_rows (XB_DUE_LIST (list)), ==, 120);
  g_assert_finalize_object (list);
}

static void
test_numbers (Fixture       *fixture,
              gconstpointer  data)
{
  XbNumbersPage *page = show_numbers (fixture);
  GtkWidget *search = find_type (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *drop_down = find_type (GTK_WIDGET (page), GTK_TYPE_DROP_DOWN);
  g_autoptr(XbNumber) first = NULL;

  g_assert_cmpstr (xb_numbers_page_get_view (page), ==, "empty");
  add_number (fixture, "028-8612 3456", "前台");
  add_number (fixture, "13800138000", "客服");
  wait_until (g_list_model_get_n_items (xb_numbers_page_get_list (page)) == 2);
  g_assert_cmpstr (xb_numbers_page_get_view (page), ==, "rows");

  gtk_editable_set_text (GTK_EDITABLE (search), "8612-34");
  wait_until (g_list_model_get_n_items (xb_numbers_page_get_list (page)) == 1);
  first = g_list_model_get_item (xb_numbers_page_get_list (page), 0);
  g_assert_cmpstr (xb_number_get_use (first), ==, "前台");
  gtk_editable_set_text (GTK_EDITABLE (search), "nobody");
  wait_until (g_strcmp0 (xb_numbers_page_get_view (page), "nothing") == 0);
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  wait_until (g_list_model_get_n_items (xb_numbers_page_get_list (page)) == 2);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 1); /* live: none */
  wait_until (g_strcmp0 (xb_numbers_page_get_view (page), "nothing") == 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "numbers.show", "s", ""));
  wait_until (g_strcmp0 (xb_numbers_page_get_view (page), "rows") == 0);
}

/* The one button of the window that is suggested. */
static GtkWidget *
find_suggested (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "suggested-action"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_suggested (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
shows_text (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_text (child, text))
      return TRUE;
  return FALSE;
}

static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

/* Pasting says what it sees before anything is stored, and afterwards which line is no number. */
static void
test_number (Fixture       *fixture,
             gconstpointer  data)
{
  XbNumbersPage *page;
  GtkWidget *view, *phone;
  g_autoptr(XbNumber) number = NULL;
  gint64 id;

  fill_demo (fixture);
  page = show_numbers (fixture);
  id = xb_workspace_find_number (fixture->workspace, "028-6555 1201", NULL);
  g_assert_cmpint (id, >, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "numbers.open", "x", id));
  g_assert_cmpint (xb_numbers_page_get_current (page), ==, id);
  view = find_type (GTK_WIDGET (page), XB_TYPE_NUMBER_VIEW);
  phone = find_type (view, XB_TYPE_RING_PHONE);
  assert_label (phone, "Ringing phone, Huawei, name: 青禾冰饮, label: 冰饮专线, without a logo, number: 028-6555 1201");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (find_suggested (view))), ==, "Change the _Label");

  /* live: it is not removed; one that was never certified is, and comes back */
  id = xb_workspace_find_number (fixture->workspace, "130 0028 1102", NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "numbers.remove", "x", id));
  wait_until (xb_workspace_find_number (fixture->workspace, "130 0028 1102", NULL) < 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "numbers.restore", "x", id));
  wait_until (xb_workspace_find_number (fixture->workspace, "130 0028 1102", NULL) == id);
  wait_until (xb_numbers_page_get_current (page) == id);
  number = g_object_ref (xb_number_view_get_number (XB_NUMBER_VIEW (view)));
  assert_label (find_type (view, XB_TYPE_RING_PHONE), "Ringing phone, Huawei, no name shown, number: 130 0028 1102");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (find_suggested (view))), ==, "_Certify This Number");

  /* the same object everywhere: another use is seen in the entry at once */
  fixture->done = FALSE;
  xb_workspace_set_use_async (fixture->workspace, id, "外卖二部", NULL, done_cb, fixture);
  wait_until (fixture->done);
  wait_until (g_strcmp0 (xb_number_get_use (number), "外卖二部") == 0);
  wait_until (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (find_type (view, ADW_TYPE_ENTRY_ROW))), "外卖二部") == 0);
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  XbNumbersPage *page = show_numbers (fixture);
  GtkWindow *window = xb_add_numbers_window_new (GTK_WIDGET (page), fixture->workspace);
  GtkWidget *text = find_type (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW);
  GtkWidget *add = find_suggested (GTK_WIDGET (window));

  g_assert_false (gtk_widget_get_sensitive (add));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)),
                            "138 0013 8000 客服\n400-600-1825，12345678901234\n", -1);
  wait_until (shows_text (GTK_WIDGET (window), "2 numbers, 1 that is none: 12345678901234"));
  g_assert_true (gtk_widget_get_sensitive (add));
  g_signal_emit_by_name (add, "clicked");
  wait_until (g_list_model_get_n_items (xb_numbers_page_get_list (page)) == 2);
  wait_until (find_window (XB_TYPE_IMPORT_REPORT) != NULL);
  g_assert_null (find_window (XB_TYPE_ADD_NUMBERS_WINDOW));
  gtk_window_destroy (find_window (XB_TYPE_IMPORT_REPORT));
}

static void
test_look_at_pasted (void)
{
  static const struct { const char *text; guint good, bad; } rows[] = {
    { "", 0, 0 }, { "\n \n", 0, 0 }, { "13800138000", 1, 0 }, { "138 0013 8000 客服\n028-86123456\t门店", 2, 0 },
    { "13800138000，400-600-1825;hello", 2, 1 }, { "号码", 0, 1 }, { "\xff\xfe", 0, 1 }, { "13800138000、\r\n95588\r\n", 2, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint good, bad;
      g_autofree char *first = xb_numbers_look_at_pasted (rows[i].text, &good, &bad);

      g_assert_true ((first != NULL) == (rows[i].bad > 0));
      g_test_message ("“%s”", rows[i].text);
      g_assert_cmpuint (good, ==, rows[i].good);
      g_assert_cmpuint (bad, ==, rows[i].bad);
    }
}

/* Which one it is can be seen while one types, with its use or without. */
static void
test_look_names_it (void)
{
  guint good, bad;
  g_autofree char *first = xb_numbers_look_at_pasted ("13800138000, 028-8612345 门店\nhello", &good, &bad);

  g_assert_cmpuint (good, ==, 1);
  g_assert_cmpuint (bad, ==, 2);
  g_assert_cmpstr (first, ==, "028-8612345");
}

/* Stopped in the middle of a long table: none of its rows is there, and the next one can be read. */
static void
test_stop (Fixture       *fixture,
           gconstpointer  data)
{
  XbNumbersPage *page = show_numbers (fixture);
  GtkWidget *progress = find_type (GTK_WIDGET (page), XB_TYPE_PROGRESS_ROW);
  GtkWidget *bar = find_type (progress, GTK_TYPE_PROGRESS_BAR), *stop = find_type (progress, GTK_TYPE_BUTTON);
  g_autofree char *path = g_build_filename (fixture->folder, "numbers.csv", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GString *text = g_string_new ("号码,用途\n");

  for (guint i = 0; i < 300000; i++)
    g_string_append_printf (text, "138%08u,门店\n", i);
  g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));
  g_string_free (text, TRUE);
  xb_numbers_page_import (page, file);
  wait_until (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)) > 0);
  g_signal_emit_by_name (stop, "clicked");
  g_assert_false (gtk_widget_is_sensitive (stop));
  wait_until (!gtk_widget_get_visible (progress));
  g_assert_cmpuint (g_list_model_get_n_items (xb_numbers_page_get_list (page)), ==, 0);
  g_assert_true (g_file_set_contents (path, "号码\n138 0013 8000\n", -1, NULL));
  xb_numbers_page_import (page, file);
  wait_until (g_list_model_get_n_items (xb_numbers_page_get_list (page)) == 1);
  wait_until (!gtk_widget_get_visible (progress));
}

static void
test_report (void)
{
  XbRejectedRow rows[] = { { 3, (char *) "“12” is no number" }, { 70000, (char *) "“” is no number" } };
  g_autoptr(GPtrArray) rejected = g_ptr_array_new ();
  XbImportResult result = { 100000, 99000, 20, 2, rejected };
  GtkWindow *window;
  GtkWidget *list;

  g_ptr_array_add (rejected, &rows[0]);
  g_ptr_array_add (rejected, &rows[1]);
  window = xb_import_report_new (NULL, &result);
  list = find_type (GTK_WIDGET (window), XB_TYPE_REJECTED_LIST);
  g_assert_cmpstr (xb_rejected_list_get_text (XB_REJECTED_LIST (list)), ==,
                   "Line 3: “12” is no number\nLine 70000: “” is no number\n");
  xb_rejected_list_set (XB_REJECTED_LIST (list), rejected, 2002, "");
  g_assert_true (g_str_has_suffix (xb_rejected_list_get_text (XB_REJECTED_LIST (list)), "no number\n… and 2,000 more.\n"));
  g_assert_true (shows_text (GTK_WIDGET (window), "100,000 rows: 99,000 new numbers, 20 with another use, 2 not taken"));
  gtk_window_destroy (window);
}

static void
test_problem (void)
{
  static const struct { XbError code; const char *title; gboolean restore; } rows[] = {
    { XB_ERROR_DAMAGED, "The Database Is Damaged", TRUE },
    { XB_ERROR_NEWER, "A Newer Version Is Needed", TRUE },
    { XB_ERROR_IO, "The Data Folder Cannot Be Opened", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = g_error_new_literal (XB_ERROR, rows[i].code, "what is wrong & what to do");
      XbProblemWindow *window = xb_problem_window_new (NULL, "/nowhere");
      GtkWidget *page, *buttons;
      guint visible = 0;

      xb_problem_window_set_error (window, error);
      page = find_type (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE);
      g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (page)), ==, rows[i].title);
      g_assert_cmpstr (adw_status_page_get_description (ADW_STATUS_PAGE (page)), ==, "what is wrong &amp; what to do");
      buttons = adw_status_page_get_child (ADW_STATUS_PAGE (page));
      for (GtkWidget *child = gtk_widget_get_first_child (buttons); child != NULL; child = gtk_widget_get_next_sibling (child))
        visible += gtk_widget_get_visible (child);
      g_assert_cmpuint (visible, ==, rows[i].restore ? 3 : 2);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
test_shelf (void)
{
  static const struct { int width, rows; } cases[] = { { 100, 3 }, { 160, 3 }, { 331, 3 }, { 332, 2 }, { 504, 1 }, { 900, 1 } };
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  int one, height;

  gtk_widget_set_layout_manager (box, xb_shelf_layout_new (160, 12));
  for (guint i = 0; i < 3; i++)
    gtk_box_append (GTK_BOX (box), xb_ring_phone_new ());
  gtk_widget_measure (gtk_widget_get_first_child (box), GTK_ORIENTATION_VERTICAL, 160, &one, NULL, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, cases[i].width, &height, NULL, NULL, NULL);
      g_assert_cmpint (height, ==, cases[i].rows * one + (cases[i].rows - 1) * 12);
    }
  g_assert_finalize_object (box);
}

static void
test_count (void)
{
  static const struct { guint64 count; const char *text; } rows[] = {
    { 0, "0" }, { 999, "999" }, { 1000, "1,000" }, { 100000, "100,000" }, { 1234567, "1,234,567" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = xb_format_count (rows[i].count);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

/* 360 px must be enough for the whole window. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const names[] = { "today", "numbers" };
  int minimum;

  fill_demo (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      xb_window_show_page (fixture->window, names[i]);
      if (i == 0)
        wait_until (g_strcmp0 (xb_today_page_get_view (show_today (fixture)), "day") == 0);
      gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_test_message ("%s needs %d px", names[i], minimum);
      g_assert_cmpint (minimum, <=, 360);
    }
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  xb_ui_init ();
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/today/first-run", test_first_run);
  ADD ("/today/demo", test_today);
  g_test_add_func ("/today/due-list", test_due_list);
  ADD ("/pages/badges", test_badges);
  ADD ("/numbers/list", test_numbers);
  ADD ("/numbers/one", test_number);
  ADD ("/numbers/add", test_add);
  g_test_add_func ("/numbers/look-at-pasted", test_look_at_pasted);
  g_test_add_func ("/numbers/look-names-it", test_look_names_it);
  ADD ("/numbers/stop", test_stop);
  g_test_add_func ("/numbers/report", test_report);
  g_test_add_func ("/numbers/shelf", test_shelf);
  ADD ("/pages/narrow", test_narrow);
  g_test_add_func ("/pages/problem", test_problem);
  g_test_add_func ("/pages/count", test_count);
#undef ADD
  return g_test_run ();
}
