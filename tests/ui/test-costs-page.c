/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "page-fixture.h"
#include "xb-budget-form.h"
#include "xb-cost-form.h"
#include "xb-cost-year.h"
#include "xb-costs-page.h"
#include "xb-ui.h"
#include "xb-workspace-ledger.h"

/* The page of costs: a line is written, corrected, removed and brought back; the budget says what is left. */

static void
add_cost (Fixture    *f,
          gint64      fen,
          const char *on,
          const char *note)
{
  xb_workspace_add_cost_async (f->ws, fen, XB_COST_CATEGORY_LABEL, on, 0, NULL, note, NULL, ended_cb, f);
  done (f);
}

static gboolean
says (XbCostsPage *page,
      const char  *part)
{
  g_autofree char *text = xb_costs_page_dup_text (page);

  g_test_message ("%s", text);
  return strstr (text, part) != NULL;
}

static void
test_empty (Fixture      *f,
            gconstpointer data)
{
  XbCostsPage *page;
  GtkWindow *window = show_page (f, XB_TYPE_COSTS_PAGE, &page);

  g_assert_cmpstr (xb_costs_page_get_view (page), ==, "empty");
  add_cost (f, 100, "2026-09-01", NULL);
  wait_until (g_strcmp0 (xb_costs_page_get_view (page), "ledger") == 0);
  wait_until (says (page, "1.00 yuan"));
  gtk_window_destroy (window);
}

static void
test_ledger (Fixture      *f,
             gconstpointer data)
{
  XbCostsPage *page;
  GtkWindow *window;
  GListModel *ledger;

  add_cost (f, 48000, "2026-09-01", "换标签");
  add_cost (f, 2050, "2026-01-31", "打印");
  add_cost (f, 77700, "2025-12-31", "去年");
  window = show_page (f, XB_TYPE_COSTS_PAGE, &page);
  ledger = xb_costs_page_get_ledger (page);
  wait_until (says (page, "500.50 yuan"));
  g_assert_cmpuint (g_list_model_get_n_items (ledger), ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (page), "costs.year", "i", -1);
  wait_until (says (page, "777.00 yuan"));
  g_assert_cmpuint (g_list_model_get_n_items (ledger), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (page), "costs.year", "i", 1);
  gtk_editable_set_text (GTK_EDITABLE (find_type (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY)), "打印");
  wait_until (g_list_model_get_n_items (ledger) == 1);
  gtk_editable_set_text (GTK_EDITABLE (find_type (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY)), "");
  wait_until (g_list_model_get_n_items (ledger) == 2);

  gtk_widget_activate_action (GTK_WIDGET (page), "costs.remove", "x", (gint64) 1);
  wait_until (says (page, "20.50 yuan"));
  gtk_widget_activate_action (GTK_WIDGET (page), "costs.restore", "x", (gint64) 1);
  wait_until (says (page, "500.50 yuan"));
  gtk_window_destroy (window);
}

static double
chart_sum (XbChartModel *model,
           guint         month)
{
  double sum = 0;

  for (guint i = 0; i < xb_chart_model_get_n_series (model); i++)
    sum += g_array_index (xb_chart_model_get_series (model, i)->points, XbChartPoint, month).value;
  return sum;
}

/* The months are drawn as they are summed, kinds upon each other, with what the budget leaves for one. */
static void
test_chart (Fixture      *f,
            gconstpointer data)
{
  XbCostsPage *page;
  GtkWindow *window;
  XbChartModel *model;

  add_cost (f, 48000, "2026-09-01", NULL);
  add_cost (f, 2050, "2026-09-30", NULL);
  add_cost (f, 77700, "2025-12-31", NULL);
  xb_workspace_add_cost_async (f->ws, 9950, XB_COST_CATEGORY_OTHER, "2026-09-02", 0, NULL, NULL, NULL, ended_cb, f);
  done (f);
  window = show_page (f, XB_TYPE_COSTS_PAGE, &page);
  model = xb_cost_year_get_chart (XB_COST_YEAR (find_type (GTK_WIDGET (page), XB_TYPE_COST_YEAR)));
  wait_until (xb_chart_model_get_n_series (model) == 2);
  g_assert_cmpfloat (chart_sum (model, 8), ==, 60000);
  g_assert_cmpfloat (chart_sum (model, 7), ==, 0);
  g_assert_true (isnan (xb_chart_model_get_target (model, NULL)));
  xb_workspace_set_budget_async (f->ws, 2026, 120000, NULL, ended_cb, f);
  done (f);
  wait_until (!isnan (xb_chart_model_get_target (model, NULL)));
  g_assert_cmpfloat (xb_chart_model_get_target (model, NULL), ==, 10000);
  gtk_widget_activate_action (GTK_WIDGET (page), "costs.year", "i", -1);
  wait_until (xb_chart_model_get_n_series (model) == 1);
  g_assert_cmpfloat (chart_sum (model, 11), ==, 77700);
  g_assert_true (isnan (xb_chart_model_get_target (model, NULL))); /* that year has none */
  gtk_window_destroy (window);
}

static void
test_forms (Fixture      *f,
            gconstpointer data)
{
  XbCostsPage *page;
  GtkWindow *window = show_page (f, XB_TYPE_COSTS_PAGE, &page), *form;
  g_autoptr(XbCost) cost = NULL;

  form = xb_cost_form_new (GTK_WIDGET (page), f->ws);
  gtk_window_present (form);
  act_and_fail (form, "");
  type_into (GTK_WIDGET (form), "Amount in yuan", "12.345");
  act_and_fail (form, "12.345");
  type_into (GTK_WIDGET (form), "Amount in yuan", "1,234.50");
  type_into (GTK_WIDGET (form), "Number (may be left out)", "13800138000");
  act_and_fail (form, "register");
  type_into (GTK_WIDGET (form), "Number (may be left out)", "");
  type_into (GTK_WIDGET (form), "Note", "年费");
  act_and_close (form);
  wait_until (says (page, "1,234.50 yuan"));
  cost = xb_workspace_ref_cost (f->ws, 1);
  g_assert_cmpstr (xb_cost_get_on_date (cost), ==, "2026-09-28");

  form = xb_cost_form_new_paid (GTK_WIDGET (page), f->ws, cost);
  gtk_window_present (form);
  type_into (GTK_WIDGET (form), "Amount in yuan", "1000");
  act_and_close (form);
  wait_until (says (page, "1,000.00 yuan"));

  form = xb_budget_form_new (GTK_WIDGET (page), f->ws, 2026, 0);
  gtk_window_present (form);
  type_into (GTK_WIDGET (form), "Amount in yuan", "x");
  act_and_fail (form, "x");
  type_into (GTK_WIDGET (form), "Amount in yuan", "900");
  act_and_close (form);
  wait_until (says (page, "100.00 yuan too much"));
  form = xb_budget_form_new (GTK_WIDGET (page), f->ws, 2026, 90000);
  gtk_window_present (form);
  type_into (GTK_WIDGET (form), "Amount in yuan", "3000");
  act_and_close (form);
  wait_until (says (page, "2,000.00 yuan are left"));
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  xb_ui_init ();
  adw_init ();
  g_test_add ("/costs-page/chart", Fixture, NULL, set_up, test_chart, tear_down);
  g_test_add ("/costs-page/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/costs-page/ledger", Fixture, NULL, set_up, test_ledger, tear_down);
  g_test_add ("/costs-page/forms", Fixture, NULL, set_up, test_forms, tear_down);
  return g_test_run ();
}
