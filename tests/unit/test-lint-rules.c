/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "xb-linter.h"

/* The rule files: every example does what it stands for; a broken file is named and harms no other; what the build made
 * of them judges as they do. */

static const char *lexicon;

static XbVerdict
verdict_of (XbLinter   *linter,
            const char *text)
{
  g_autoptr(XbLintReport) report = xb_linter_check (linter, text, -1, NULL);

  return report->verdict;
}

static gboolean
found_by (XbLinter   *linter,
          const char *text,
          const char *rule)
{
  g_autoptr(XbLintReport) report = xb_linter_check (linter, text, -1, NULL);

  for (guint i = 0; i < report->findings->len; i++)
    {
      const XbFinding *finding = g_ptr_array_index (report->findings, i);

      if (g_str_equal (finding->rule, rule) || g_strv_contains ((const char *const *) finding->also, rule))
        return TRUE;
    }
  return FALSE;
}

static void
test_examples (void)
{
  g_autoptr(XbRules) rules = xb_rules_new ();
  g_autoptr(XbLinter) linter = xb_linter_new (rules);
  guint examples = 0;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rules)), >, 40);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rules)); i++)
    {
      g_autoptr(XbLintRule) rule = g_list_model_get_item (G_LIST_MODEL (rules), i);
      const char *id = xb_lint_rule_get_id (rule);

      g_assert_true (xb_rules_find (rules, id) == rule);
      g_assert_nonnull (xb_lint_rule_get_title (rule));
      g_assert_nonnull (xb_lint_rule_get_checked (rule));
      for (const char *const *bad = xb_lint_rule_get_bad (rule); *bad != NULL; bad++, examples++)
        if (verdict_of (linter, *bad) < XB_VERDICT_WARNING)
          g_error ("%s: “%s” is not found", id, *bad);
      for (const char *const *good = xb_lint_rule_get_good (rule); *good != NULL; good++, examples++)
        if (found_by (linter, *good, id))
          g_error ("%s: “%s” is found", id, *good);
    }
  g_assert_cmpuint (examples, >, 250);
}

static void
test_complete (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(XbRules) rules = xb_rules_new_from_folder (lexicon, &error);
  const char *const *problem;

  g_assert_no_error (error);
  problem = xb_rules_get_problems (rules);
  for (; *problem != NULL; problem++)
    g_error ("%s", *problem);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rules)); i++)
    {
      g_autoptr(XbLintRule) rule = g_list_model_get_item (G_LIST_MODEL (rules), i);

      if (!g_str_equal (xb_lint_rule_get_category (rule), "ident"))
        g_assert_nonnull (xb_lint_rule_get_law (rule));
      g_assert_cmpstr (xb_lint_category_get_label (xb_lint_rule_get_category (rule)), !=,
                       xb_lint_rule_get_category (rule));
    }
}

static void
assert_alike (const XbLintReport *a,
              const XbLintReport *b)
{
  g_assert_cmpint (a->verdict, ==, b->verdict);
  g_assert_cmpuint (a->findings->len, ==, b->findings->len);
  g_assert_cmpuint (a->cleared->len, ==, b->cleared->len);
  for (guint i = 0; i < a->findings->len; i++)
    {
      const XbFinding *x = g_ptr_array_index (a->findings, i), *y = g_ptr_array_index (b->findings, i);

      g_assert_cmpstr (x->rule, ==, y->rule);
      g_assert_cmpint (x->severity, ==, y->severity);
      g_assert_cmpuint (x->start, ==, y->start);
      g_assert_cmpuint (x->end, ==, y->end);
      g_assert_cmpstr (x->message, ==, y->message);
      g_assert_cmpstr (x->law, ==, y->law);
      g_assert_cmpstrv (x->suggestions, y->suggestions);
      g_assert_cmpstrv (x->also, y->also);
    }
  for (guint i = 0; i < a->cleared->len; i++)
    {
      const XbCleared *x = g_ptr_array_index (a->cleared, i), *y = g_ptr_array_index (b->cleared, i);

      g_assert_cmpstr (x->rule, ==, y->rule);
      g_assert_cmpstr (x->why, ==, y->why);
    }
}

static void
judge_both (XbLinter   *a,
            XbLinter   *b,
            const char *text)
{
  g_autoptr(XbLintContext) context = xb_lint_context_new ();
  g_autoptr(XbLintReport) x = NULL, y = NULL;

  xb_lint_context_set_today (context, "2026-11-25");
  x = xb_linter_check (a, text, -1, context);
  y = xb_linter_check (b, text, -1, context);
  assert_alike (x, y);
}

static void
test_image (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(XbRules) read = xb_rules_new_from_folder (lexicon, &error);
  g_autoptr(XbRules) bundled = xb_rules_new ();
  g_autoptr(XbLinter) a = xb_linter_new (read);
  g_autoptr(XbLinter) b = xb_linter_new (bundled);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (read)), ==, g_list_model_get_n_items (G_LIST_MODEL (bundled)));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (read)); i++)
    {
      g_autoptr(XbLintRule) x = g_list_model_get_item (G_LIST_MODEL (read), i);
      g_autoptr(XbLintRule) y = g_list_model_get_item (G_LIST_MODEL (bundled), i);

      g_assert_cmpstr (xb_lint_rule_get_id (x), ==, xb_lint_rule_get_id (y));
      g_assert_cmpstr (xb_lint_rule_get_category (x), ==, xb_lint_rule_get_category (y));
      g_assert_cmpstr (xb_lint_rule_get_title (x), ==, xb_lint_rule_get_title (y));
      g_assert_cmpstr (xb_lint_rule_get_why (x), ==, xb_lint_rule_get_why (y));
      g_assert_cmpstr (xb_lint_rule_get_lifted_by (x), ==, xb_lint_rule_get_lifted_by (y));
      g_assert_cmpstr (xb_lint_rule_get_law_text (x), ==, xb_lint_rule_get_law_text (y));
      g_assert_cmpstr (xb_lint_rule_get_penalty (x), ==, xb_lint_rule_get_penalty (y));
      for (const char *const *bad = xb_lint_rule_get_bad (x); *bad != NULL; bad++)
        judge_both (a, b, *bad);
      for (const char *const *good = xb_lint_rule_get_good (x); *good != NULL; good++)
        judge_both (a, b, *good);
    }
  judge_both (a, b, "春节不打烊"); /* a season is past */
}

static void
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
test_broken (void)
{
  static const struct
  {
    const char *text;
    const char *says; /* the line and a part of what is wrong */
  } broken[] = {
    { "{\n\"category\": \"x\",\n\"rules\": [ {] }", "line " },
    { "[]", "holds no object" },
    { "{\"category\": \"x\"}", "needs “category” and “rules”" },
    { "{\"category\": \"x\", \"rules\": [{\"severity\": \"error\"}]}", "without “id”" },
    { "{\"category\": \"x\",\n\"rules\": [\n{\"id\": \"x.a\", \"severity\": \"fatal\"}]}", "line 3: “x.a”" },
    { "{\"category\": \"x\",\n\"rules\": [{\"id\": \"x.a\", \"severity\": \"error\",\n\"match\": [\n\"(甲|乙\"]}]}", "line 4: “(甲|乙”" },
    { "{\"category\": \"x\", \"rules\": [{\"id\": \"x.a\", \"severity\": \"error\", \"match\": [\"<none>甲\"]}]}", "named “none”" },
    { "{\"category\": \"x\", \"rules\": [{\"id\": \"x.a\", \"severity\": \"error\", \"match\": [\"~甲\"]}]}", "needs a digit" },
    { "{\"category\": \"x\", \"rules\": [{\"id\": \"x.a\", \"severity\": \"error\", \"match\": [\"~3甲\"]}]}", "must begin with" },
    { "{\"category\": \"x\", \"rules\": [{\"id\": \"x.a\", \"severity\": \"error\", \"match\": [\"\"]}]}", "empty" },
    { "{\"category\": \"x\", \"rules\": [{\"id\": \"x.a\", \"severity\": \"error\", \"match\": [7]}]}", "is a text" },
    { "{\"category\": \"x\", \"rules\": [{\"id\": \"x.a\", \"severity\": \"error\", \"law\": \"none\"}]}", "no such article" },
    { "{\"category\": \"x\", \"rules\": [{\"id\": \"x.a\", \"severity\": \"error\", \"unless\": [{\"match\": [\"甲\"]}]}]}", "needs “why”" },
    { "\xff\xfe", "line " },
    { "", "holds no object" },
  };
  g_autofree char *folder = g_dir_make_tmp ("xb-rules-XXXXXX", NULL);
  g_autofree char *rules_folder = g_build_filename (folder, "rules", NULL);

  g_assert_cmpint (g_mkdir (rules_folder, 0700), ==, 0);
  write_file (rules_folder, "good.json", "{\"category\": \"x\", \"rules\": [{\"id\": \"x.good\", \"severity\": \"error\", "
                                         "\"match\": [\"坏词\"]}]}");
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(XbRules) rules = NULL;
      g_autoptr(XbLinter) linter = NULL;
      const char *const *problems;

      write_file (rules_folder, "bad.json", broken[i].text);
      rules = xb_rules_new_from_folder (folder, &error);
      g_assert_no_error (error);
      problems = xb_rules_get_problems (rules);
      if (problems[0] == NULL || strstr (problems[0], broken[i].says) == NULL || strstr (problems[0], "bad.json") == NULL)
        g_error ("%s: %s", broken[i].text, problems[0]);
      linter = xb_linter_new (rules);
      g_assert_cmpint (verdict_of (linter, "有坏词的"), ==, XB_VERDICT_ERROR);
      g_assert_cmpint (verdict_of (linter, "没有"), ==, XB_VERDICT_OK);
    }
}

static void
test_no_folder (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (xb_rules_new_from_folder ("/nonexistent", &error));
  g_assert_nonnull (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  lexicon = argv[1];
  g_test_add_func ("/lint/rules/examples", test_examples);
  g_test_add_func ("/lint/rules/complete", test_complete);
  g_test_add_func ("/lint/rules/image", test_image);
  g_test_add_func ("/lint/rules/broken", test_broken);
  g_test_add_func ("/lint/rules/no-folder", test_no_folder);
  return g_test_run ();
}
