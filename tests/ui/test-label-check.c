/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "page-fixture.h"
#include "xb-campaign-template.h"
#include "xb-check-view.h"
#include "xb-label-editor.h"
#include "xb-labels-page.h"
#include "xb-rule-form.h"
#include "xb-rules-view.h"
#include "xb-ui.h"
#include "xb-workspace-labels.h"
#include "xb-workspace-lint.h"
#include "xb-workspace-register.h"
#include "xb-words-group.h"

/* The rules of the check, what is let through, and many labels checked at once. */

static GtkWidget *
open_part (Fixture    *f,
           const char *part,
           GtkWindow **window)
{
  XbLabelsPage *page;

  *window = show_page (f, XB_TYPE_LABELS_PAGE, &page);
  return xb_labels_page_show (page, part);
}

static void
test_rules (Fixture      *f,
            gconstpointer data)
{
  GtkWindow *window, *form;
  XbRulesView *view = XB_RULES_VIEW (open_part (f, "rules", &window));
  XbRules *rules = xb_workspace_get_lint_rules (f->ws);
  guint all = xb_rules_view_get_n (view);
  XbLintRule *rule = xb_rules_find (rules, "abs.zui");
  g_autofree char *reason = NULL;
  g_autofree char *level = NULL;

  g_assert_cmpuint (all, ==, g_list_model_get_n_items (G_LIST_MODEL (rules)));
  g_assert_nonnull (rule);
  xb_rules_view_find (view, "abs.zui");
  g_assert_cmpuint (xb_rules_view_get_n (view), ==, 1);
  xb_rules_view_find (view, "no rule says this");
  g_assert_cmpuint (xb_rules_view_get_n (view), ==, 0);
  xb_rules_view_find (view, "");
  g_assert_cmpuint (xb_rules_view_get_n (view), ==, all);

  /* a level needs a reason, and is listed */
  form = xb_rule_form_new (GTK_WIDGET (view), f->ws, rule);
  gtk_window_present (form);
  xb_rule_form_set_level (XB_RULE_FORM (form), "off", "");
  act_and_fail (form, "reason");
  xb_rule_form_set_level (XB_RULE_FORM (form), "off", "our lawyer looked at it");
  act_and_close (form);
  level = xb_workspace_dup_lint_level (f->ws, "abs.zui", &reason);
  g_assert_cmpstr (level, ==, "off");
  g_assert_cmpstr (reason, ==, "our lawyer looked at it");
  wait_until (xb_rules_view_get_n_let_through (view) == 1);
  form = xb_rule_form_new (GTK_WIDGET (view), f->ws, rule);
  gtk_window_present (form);
  xb_rule_form_set_level (XB_RULE_FORM (form), NULL, "");
  act_and_close (form);
  wait_until (xb_rules_view_get_n_let_through (view) == 0);
  gtk_window_destroy (window);
}

static void
test_words (Fixture      *f,
            gconstpointer data)
{
  GtkWindow *window, *form;
  GtkWidget *view = open_part (f, "rules", &window);
  XbWordsGroup *exceptions = XB_WORDS_GROUP (find_type (view, XB_TYPE_WORDS_GROUP));
  g_autoptr(XbLintWord) word = NULL;

  form = xb_words_group_add (exceptions);
  gtk_window_present (form);
  type_into (GTK_WIDGET (form), "Word", "最美小镇");
  act_and_fail (form, "reason");
  type_into (GTK_WIDGET (form), "Reason", "the name of the place");
  act_and_close (form);
  wait_until (g_list_model_get_n_items (xb_words_group_get_items (exceptions)) == 1);
  word = g_list_model_get_item (xb_words_group_get_items (exceptions), 0);
  g_assert_cmpint (xb_lint_word_get_kind (word), ==, XB_LINT_WORD_KIND_ALLOWED);
  xb_words_group_remove (exceptions, xb_record_get_id (XB_RECORD (word)));
  wait_until (g_list_model_get_n_items (xb_words_group_get_items (exceptions)) == 0);
  gtk_widget_activate_action (GTK_WIDGET (exceptions), "allowed-words.restore", "x", xb_record_get_id (XB_RECORD (word)));
  wait_until (g_list_model_get_n_items (xb_words_group_get_items (exceptions)) == 1);
  gtk_window_destroy (window);
}

static void
set_label (Fixture    *f,
           const char *text,
           const char *override)
{
  gint64 number;
  XbLabelDraft draft = { .numbers = &number, .n_numbers = 1, .text = text, .override = override };

  xb_workspace_add_number_async (f->ws, "13800138000", NULL, NULL, ended_cb, f);
  number = done (f);
  xb_workspace_set_label_async (f->ws, &draft, NULL, NULL, NULL, ended_cb, f);
  done (f);
}

static GtkWindow *
find_editor (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (XB_IS_LABEL_EDITOR (window))
        return window;
    }
  return NULL;
}

static void
test_own (Fixture      *f,
          gconstpointer data)
{
  GtkWindow *window, *editor;
  XbCheckView *view;
  const XbCheckup *checkup;

  set_label (f, "最低价专线", "the chain wants it");
  view = XB_CHECK_VIEW (open_part (f, "check", &window));
  xb_check_view_check_own (view);
  wait_until (!xb_check_view_is_busy (view));
  checkup = xb_check_view_get_checkup (view);
  g_assert_nonnull (checkup);
  g_assert_true (checkup->own);
  g_assert_cmpuint (checkup->checked, ==, 1);
  g_assert_cmpuint (checkup->n[XB_VERDICT_ERROR], ==, 1);
  g_signal_emit_by_name (gtk_widget_get_parent (xb_check_view_get_row (view, 0)), "row-activated",
                         xb_check_view_get_row (view, 0));
  editor = find_editor ();
  g_assert_nonnull (editor);
  g_assert_cmpstr (read_from (GTK_WIDGET (editor), "Label"), ==, "最低价专线");
  gtk_window_destroy (editor);
  gtk_window_destroy (window);
}

static void
check_file (Fixture     *f,
            XbCheckView *view,
            const char  *name,
            const char  *text,
            guint        checked,
            guint        errors)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  xb_check_view_check_list (view, NULL, path);
  wait_until (!xb_check_view_is_busy (view));
  g_test_message ("%s", name);
  g_assert_nonnull (xb_check_view_get_checkup (view));
  g_assert_cmpuint (xb_check_view_get_checkup (view)->checked, ==, checked);
  g_assert_cmpuint (xb_check_view_get_checkup (view)->n[XB_VERDICT_ERROR], ==, errors);
}

static void
test_list (Fixture      *f,
           gconstpointer data)
{
  GtkWindow *window;
  XbCheckView *view = XB_CHECK_VIEW (open_part (f, "check", &window));
  g_autofree char *csv = g_build_filename (f->folder, "report.csv", NULL);
  g_autofree char *pdf = g_build_filename (f->folder, "report.pdf", NULL);
  g_autofree char *table = NULL, *page = NULL;
  gsize length = 0;

  /* pasted: blank lines are none, the line is said */
  xb_check_view_check_list (view, "客服专线\r\n\n  最低价专线  \n国家级认证", NULL);
  wait_until (!xb_check_view_is_busy (view));
  g_assert_cmpuint (xb_check_view_get_checkup (view)->checked, ==, 3);
  g_assert_cmpuint (xb_check_view_get_checkup (view)->n[XB_VERDICT_ERROR], ==, 2);
  g_assert_cmpuint (((XbCheckedLabel *) g_ptr_array_index (xb_check_view_get_checkup (view)->labels, 0))->line, ==, 3);

  /* the report, both ways */
  xb_check_view_save (view, csv);
  wait_until (!xb_check_view_is_busy (view));
  xb_check_view_save (view, pdf);
  wait_until (!xb_check_view_is_busy (view));
  g_assert_true (g_file_get_contents (csv, &table, NULL, NULL));
  g_assert_nonnull (strstr (table, "最低价专线"));
  g_assert_nonnull (strstr (table, "line 3"));
  g_assert_true (g_file_get_contents (pdf, &page, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_true (g_str_has_prefix (page, "%PDF-"));

  /* files: a plain list, a table with a heading, one without */
  check_file (f, view, "list.txt", "客服专线\n最低价专线\n", 2, 1);
  check_file (f, view, "table.csv", "号码,标签,用途\n13800138000,最低价专线,门店\n13800138001,客服专线,最低价\n", 2, 1);
  check_file (f, view, "plain.csv", "13800138000,客服专线\n13800138001,最低价专线\n", 2, 1);

  /* what cannot be read is said, and what was found before stays */
  xb_check_view_check_list (view, NULL, "/nowhere/at/all.csv");
  wait_until (!xb_check_view_is_busy (view));
  g_assert_nonnull (xb_check_view_get_checkup (view));
  gtk_window_destroy (window);
}

static void
test_cancel (Fixture      *f,
             gconstpointer data)
{
  GtkWindow *window;
  XbCheckView *view = XB_CHECK_VIEW (open_part (f, "check", &window));
  g_autoptr(GString) many = g_string_new (NULL);

  for (guint i = 0; i < 200000; i++)
    g_string_append (many, "最低价专线\n");
  xb_check_view_check_list (view, many->str, NULL);
  xb_check_view_cancel (view);
  wait_until (!xb_check_view_is_busy (view));
  g_assert_null (xb_check_view_get_checkup (view));
  gtk_window_destroy (window);
}

/* The labels that templates offer pass the check themselves. */
static void
test_templates (Fixture      *f,
                gconstpointer data)
{
  for (guint i = 0; i < xb_campaign_templates_get_n (); i++)
    {
      const char *const *labels = xb_campaign_template_get_labels (xb_campaign_templates_get (i));

      for (guint j = 0; labels[j] != NULL; j++)
        {
          g_autoptr(XbLintReport) report = xb_workspace_lint (f->ws, NULL, labels[j]);

          for (guint k = 0; k < report->findings->len; k++)
            {
              const XbFinding *finding = g_ptr_array_index (report->findings, k);

              g_test_message ("%s: %s", labels[j], finding->rule);
              /* that it is not their season now is true */
              g_assert_true (g_str_has_prefix (finding->rule, "season."));
            }
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/label-check/rules", test_rules },
    { "/label-check/words", test_words },
    { "/label-check/own", test_own },
    { "/label-check/list", test_list },
    { "/label-check/cancel", test_cancel },
    { "/label-check/templates", test_templates },
  };

  g_test_init (&argc, &argv, NULL);
  xb_ui_init ();
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
