/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-fixture.h"
#include "xb-effect-page.h"
#include "xb-ui.h"
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

static gboolean
says (XbEffectPage *page,
      const char   *part)
{
  const char *sentence = xb_effect_page_get_sentence (page);

  return sentence != NULL && strstr (sentence, part) != NULL;
}

static void
test_effect (Fixture      *f,
             gconstpointer data)
{
  XbEffectPage *page;
  GtkWindow *window = show_page (f, XB_TYPE_EFFECT_PAGE, &page);
  XbEffectQuestion *question = XB_EFFECT_QUESTION (find_type (GTK_WIDGET (page), XB_TYPE_EFFECT_QUESTION));

  g_assert_cmpstr (xb_effect_page_get_view (page), ==, "empty");
  import (f);
  wait_until (g_strcmp0 (xb_effect_page_get_view (page), "effect") == 0);
  wait_until (says (page, "61.0% → 68.0%, +7.0 percentage points"));
  wait_until (says (page, "nothing was spent, 217 more calls answered"));

  type_into (GTK_WIDGET (page), "Number (empty: all)", "1381");
  wait_until (says (page, "not in the register"));
  type_into (GTK_WIDGET (page), "Number (empty: all)", "138 0013 8000");
  wait_until (says (page, "+7.0"));
  type_into (GTK_WIDGET (page), "Margin: what is left of the revenue, in per cent", "x");
  wait_until (says (page, "no margin"));
  type_into (GTK_WIDGET (page), "Margin: what is left of the revenue, in per cent", "30");
  wait_until (says (page, "+7.0"));
  wait_until (xb_workspace_get_margin (f->ws) == 3000);

  xb_effect_question_set_compare (question, XB_COMPARE_OWN);
  type_into (GTK_WIDGET (page), "Before: until", "2026-08-20");
  wait_until (says (page, "overlap"));
  type_into (GTK_WIDGET (page), "Before: until", "2026-07-31");
  wait_until (says (page, "+7.0"));
  type_into (GTK_WIDGET (page), "Before: from", "2026-07-31");
  type_into (GTK_WIDGET (page), "After: until", "2026-08-01");
  wait_until (says (page, "61.0% → 68.0%"));
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
  return g_test_run ();
}
