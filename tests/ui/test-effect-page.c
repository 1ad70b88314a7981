/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-fixture.h"
#include "xb-db.h"
#include "xb-effect-page.h"
#include "xb-effect-window.h"
#include "xb-table-window.h"
#include "xb-ui.h"
#include "xb-upkeep-group.h"
#include "xb-workspace-metrics.h"
#include "xb-workspace-register.h"

/* The page of the effect: nothing without reports, one sentence with them, a refusal in its place. */

static void
import (Fixture *f)
{
  g_autofree char *path = g_build_filename (f->folder, "report.csv", NULL);
  g_autoptr(GString) text = g_string_new ("number,date,calls,answered,orders,revenue\n");
  g_autoptr(XbMetricsResult) done_result = NULL;
  XbMetricsOptions options = { NULL };

  xb_workspace_add_number_async (f->ws, "13800138000", NULL, NULL, ended_cb, f);
  done (f);
  for (guint day = 1; day <= 31; day++)
    g_string_append_printf (text, "13800138000,2026-07-%02u,100,61,2,100\n13800138000,2026-08-%02u,100,68,4,100\n", day, day);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  xb_workspace_import_metrics_async (f->ws, path, &options, NULL, NULL, NULL, ended_cb, f);
  wait_until (f->result != NULL);
  done_result = xb_workspace_import_metrics_finish (f->ws, f->result, NULL);
  g_clear_object (&f->result);
  g_assert_cmpuint (done_result->imported, ==, 62);
}

#define NUMBERS "Numbers, or a label (empty: all)"
#define MARGIN "Margin: what is left of the revenue, in per cent"

static gboolean
says (XbEffectView *view,
      const char   *part)
{
  const char *sentence = xb_effect_view_get_sentence (view);

  return sentence != NULL && strstr (sentence, part) != NULL;
}

static XbEffectView *
show_view (Fixture    *f,
           GtkWindow **window)
{
  XbEffectPage *page;

  *window = show_page (f, XB_TYPE_EFFECT_PAGE, &page);
  return xb_effect_page_get_view (page);
}

/* 360 px must be enough, whatever the answer is. */
static void
assert_narrow (XbEffectView *view)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

static void
test_effect (Fixture      *f,
             gconstpointer data)
{
  GtkWindow *window;
  XbEffectView *view = show_view (f, &window);
  XbEffectQuestion *question = xb_effect_view_get_question (view);
  GtkWidget *widget = GTK_WIDGET (view);

  g_assert_cmpstr (xb_effect_view_get_shown (view), ==, "empty");
  import (f);
  wait_until (g_strcmp0 (xb_effect_view_get_shown (view), "effect") == 0);
  wait_until (says (view, "61.0% → 68.0%, +7.0 percentage points"));
  wait_until (says (view, "nothing was spent, 217 more calls answered"));
  assert_narrow (view);

  type_into (widget, NUMBERS, "1381");
  wait_until (says (view, "“1381” is not in the register"));
  type_into (widget, NUMBERS, "138 0013 8000");
  wait_until (says (view, "+7.0"));
  type_into (widget, NUMBERS, "138 0013 8000，028-8612 3456");
  wait_until (says (view, "“028-8612 3456” is not"));
  type_into (widget, NUMBERS, "138 0013 8000、138 0013 8000"); /* twice is once */
  wait_until (says (view, "217 more"));
  type_into (widget, MARGIN, "x");
  wait_until (says (view, "no margin"));
  type_into (widget, MARGIN, "30");
  wait_until (says (view, "+7.0"));
  wait_until (xb_workspace_get_margin (f->ws) == 3000);

  xb_effect_question_set_compare (question, XB_COMPARE_OWN);
  type_into (widget, "Before: until", "2026-08-20");
  wait_until (says (view, "overlap"));
  type_into (widget, "Before: until", "2026-07-31");
  wait_until (says (view, "+7.0"));
  type_into (widget, "Before: from", "2026-07-31");
  type_into (widget, "After: until", "2026-08-01");
  wait_until (says (view, "61.0% → 68.0%"));
  gtk_window_destroy (window);
}

static void
run_sql (Fixture    *f,
         const char *sql)
{
  g_autofree char *path = g_build_filename (f->folder, "xinbiao.db", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(XbDb) db = xb_db_open (path, FALSE, &error);

  g_assert_no_error (error);
  xb_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

/* Labels, incidents, and which numbers show what. */
static void
test_kinds (Fixture      *f,
            gconstpointer data)
{
  GtkWindow *window;
  XbEffectView *view;
  XbEffectQuestion *question;
  XbUpkeepGroup *upkeep;

  import (f);
  run_sql (f, "INSERT INTO label (id, number_id, text, from_day, until_day, created_at) VALUES (1, 1, '销售热线', '2026-07-01', "
           "'2026-07-31', 0), (2, 1, '课程顾问', '2026-08-01', NULL, 0);"
           "INSERT INTO incident (id, number_id, kind, state, detected_at, opened_at, closed_at) VALUES (1, 1, 'mark', 'closed', "
           "unixepoch ('2026-07-30'), 0, unixepoch ('2026-07-31'));");
  view = show_view (f, &window);
  question = xb_effect_view_get_question (view);
  wait_until (says (view, "+7.0")); /* without the two days of the incident */
  xb_effect_question_set_compare (question, XB_COMPARE_LABELS);
  wait_until (says (view, "“课程顾问” 68.0% against “销售热线” 61.0%: +7.0 percentage points"));
  assert_narrow (view);
  type_into (GTK_WIDGET (view), NUMBERS, "课程顾问");
  wait_until (says (view, "All labels are compared with each other here"));
  xb_effect_question_set_compare (question, XB_COMPARE_MONTHS);
  wait_until (says (view, "+7.0"));
  type_into (GTK_WIDGET (view), NUMBERS, "");
  xb_effect_question_set_compare (question, XB_COMPARE_CLEARED);
  wait_until (says (view, "61.0% → 68.0%"));
  xb_effect_question_set_compare (question, XB_COMPARE_INCIDENT);
  wait_until (says (view, "61.0% → 61.0%"));
  upkeep = XB_UPKEEP_GROUP (find_type (GTK_WIDGET (view), XB_TYPE_UPKEEP_GROUP));
  wait_until (g_str_has_prefix (xb_upkeep_group_get_cell (upkeep, XB_UPKEEP_INCIDENT, TRUE, FALSE), "1 time"));
  g_assert_cmpstr (xb_upkeep_group_get_cell (upkeep, XB_UPKEEP_LABEL, FALSE, FALSE), ==, "200–500 yuan a time");
  g_assert_cmpstr (xb_upkeep_group_get_cell (upkeep, XB_UPKEEP_LABEL, FALSE, TRUE), ==, "15–20% more inquiries");
  g_assert_cmpstr (xb_upkeep_group_get_cell (upkeep, XB_UPKEEP_INSPECTION, TRUE, FALSE), ==, "not done in these twelve months");
  g_assert_nonnull (strstr (xb_upkeep_group_get_cell (upkeep, XB_UPKEEP_INCIDENT, TRUE, TRUE), "61.0% → 68.0%"));
  gtk_window_destroy (window);
}

static gpointer
find_window (GType type)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (all, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static void
assert_rows (guint n)
{
  XbTableWindow *table = find_window (XB_TYPE_TABLE_WINDOW);

  g_assert_nonnull (table);
  g_assert_cmpuint (g_list_model_get_n_items (xb_table_window_get_items (table)), ==, n);
  gtk_window_destroy (GTK_WINDOW (table));
}

/* Each figure opens down to the days, or the lines of the ledger, that it is of. */
static void
test_opened (Fixture      *f,
             gconstpointer data)
{
  GtkWindow *window;
  XbEffectView *view;

  import (f);
  run_sql (f, "INSERT INTO cost (amount, category, on_date, number_id) VALUES (48000, 'label', '2026-08-01', 1), (700, 'other', "
           "'2026-08-02', NULL), (100, 'other', '2026-07-02', 1);");
  view = show_view (f, &window);
  wait_until (says (view, "spent 487.00 yuan, 217 more calls answered, 2.24 yuan each"));
  gtk_widget_activate (find_titled (GTK_WIDGET (view), ADW_TYPE_ACTION_ROW, "Orders"));
  assert_rows (62);
  gtk_widget_activate (find_titled (GTK_WIDGET (view), ADW_TYPE_ACTION_ROW, "Spent in the days after"));
  assert_rows (2);
  type_into (GTK_WIDGET (view), NUMBERS, "13800138000");
  wait_until (says (view, "spent 480.00 yuan"));
  gtk_widget_activate (find_titled (GTK_WIDGET (view), ADW_TYPE_ACTION_ROW, "Spent in the days after"));
  assert_rows (1);
  gtk_window_destroy (window);
}

/* Two answers side by side. */
static void
test_windows (Fixture      *f,
              gconstpointer data)
{
  static const XbRoiDays days = { { "2026-07-31", "2026-07-31", "2026-08-01", "2026-08-01" } };
  GtkWindow *window;
  XbEffectView *view, *other;
  XbEffectWindow *second;
  GtkWidget *page;

  import (f);
  view = show_view (f, &window);
  type_into (GTK_WIDGET (view), NUMBERS, "13800138000");
  wait_until (says (view, "217 more"));
  page = gtk_widget_get_ancestor (GTK_WIDGET (view), XB_TYPE_EFFECT_PAGE);
  g_signal_emit_by_name (gtk_widget_get_last_child (xb_page_get_header_end (XB_PAGE (page))), "clicked");
  second = find_window (XB_TYPE_EFFECT_WINDOW);
  other = xb_effect_window_get_view (second);
  wait_until (says (other, "217 more"));
  g_assert_cmpstr (read_from (GTK_WIDGET (other), NUMBERS), ==, "13800138000");
  xb_effect_question_set_own (xb_effect_view_get_question (other), "", &days);
  wait_until (says (other, "61.0% → 68.0%") && !says (other, "217 more"));
  g_assert_true (says (view, "217 more"));
  gtk_window_destroy (GTK_WINDOW (second));
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  xb_ui_init ();
  adw_init ();
  g_test_add ("/effect-page/question", Fixture, NULL, set_up, test_effect, tear_down);
  g_test_add ("/effect-page/kinds", Fixture, NULL, set_up, test_kinds, tear_down);
  g_test_add ("/effect-page/opened", Fixture, NULL, set_up, test_opened, tear_down);
  g_test_add ("/effect-page/windows", Fixture, NULL, set_up, test_windows, tear_down);
  return g_test_run ();
}
