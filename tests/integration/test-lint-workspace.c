/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace-fixture.h"
#include "xb-workspace-lint.h"
#include "xb-workspace-register.h"

/* The check against the papers, words and levels that the file holds. */

static void
check (Fixture    *f,
       const char *platform,
       const char *text,
       XbVerdict   verdict)
{
  g_autoptr(XbLintReport) report = xb_workspace_lint (f->ws, platform, text);

  if (report->verdict != verdict)
    g_error ("“%s”: %s", text, xb_verdict_to_string (report->verdict));
}

static gint64
save (Fixture        *f,
      const char     *word,
      XbLintWordKind  kind,
      const char     *platform,
      const char     *expires)
{
  XbLintWordDraft draft = { 0, word, kind, XB_VERDICT_ERROR, platform, "told so", expires, XB_LINT_WORD_SOURCE_OWNER };

  xb_workspace_save_lint_word_async (f->ws, &draft, NULL, ended_cb, f);
  return done (f);
}

/* A list is brought up to date soon after the verb has ended. */
static void
expect (GListModel *list,
        guint       n)
{
  gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (g_list_model_get_n_items (list) != n && g_get_monotonic_time () < deadline)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, n);
}

static void
test_papers (Fixture      *f,
             gconstpointer data)
{
  check (f, NULL, "顶级鲜热线", XB_VERDICT_ERROR);
  xb_workspace_save_brand_async (f->ws, 0, "顶级鲜", TRUE, "1234", "2026-09-27", NULL, ended_cb, f);
  done (f);
  check (f, NULL, "顶级鲜热线", XB_VERDICT_ERROR); /* it ended yesterday */
  xb_workspace_save_brand_async (f->ws, 0, "顶级鲜", TRUE, "1234", "2030-09-27", NULL, ended_cb, f);
  done (f);
  check (f, NULL, "顶级鲜热线", XB_VERDICT_OK);
}

static void
test_words (Fixture      *f,
            gconstpointer data)
{
  g_autoptr(GListModel) words = xb_workspace_list_lint_words (f->ws);
  gint64 id = save (f, "特价", XB_LINT_WORD_KIND_BANNED, NULL, NULL);

  check (f, NULL, "特价热线", XB_VERDICT_ERROR);
  g_assert_cmpint (save (f, "特价", XB_LINT_WORD_KIND_BANNED, NULL, "2027-01-01"), ==, id);
  save (f, "尾货", XB_LINT_WORD_KIND_BANNED, "huawei", NULL);
  check (f, NULL, "尾货热线", XB_VERDICT_OK);
  check (f, "huawei", "尾货热线", XB_VERDICT_ERROR);
  save (f, "首选品牌", XB_LINT_WORD_KIND_ALLOWED, NULL, NULL);
  check (f, NULL, "首选品牌热线", XB_VERDICT_OK);
  expect (words, 3);
  xb_workspace_remove_lint_word_async (f->ws, id, TRUE, NULL, ended_cb, f);
  done (f);
  check (f, NULL, "特价热线", XB_VERDICT_OK);
  expect (words, 2);
  xb_workspace_remove_lint_word_async (f->ws, id, FALSE, NULL, ended_cb, f);
  done (f);
  check (f, NULL, "特价热线", XB_VERDICT_ERROR);
}

/* A platform's refusal becomes a rule of that platform in one step. */
static void
test_refusal (Fixture      *f,
              gconstpointer data)
{
  XbLintWordDraft draft = { 0, "夜宵", XB_LINT_WORD_KIND_BANNED, XB_VERDICT_WARNING, "huawei", "refused: no opening hours",
                            NULL, XB_LINT_WORD_SOURCE_REFUSAL };
  g_autoptr(GListModel) words = xb_workspace_list_lint_words (f->ws);
  g_autoptr(XbLintReport) report = NULL;
  g_autoptr(XbLintWord) word = NULL;

  xb_workspace_save_lint_word_async (f->ws, &draft, NULL, ended_cb, f);
  done (f);
  report = xb_workspace_lint (f->ws, "huawei", "夜宵热线");
  g_assert_cmpint (report->verdict, ==, XB_VERDICT_WARNING);
  g_assert_nonnull (strstr (((XbFinding *) g_ptr_array_index (report->findings, 0))->message, "no opening hours"));
  expect (words, 1);
  word = g_list_model_get_item (words, 0);
  g_assert_cmpint (xb_lint_word_get_source (word), ==, XB_LINT_WORD_SOURCE_REFUSAL);
}

static void
test_refused (Fixture      *f,
              gconstpointer data)
{
  XbLintWordDraft draft = { 0, " ", XB_LINT_WORD_KIND_BANNED, XB_VERDICT_ERROR, NULL, "why", NULL, 0 };

  xb_workspace_save_lint_word_async (f->ws, &draft, NULL, ended_cb, f);
  refused (f, XB_ERROR_INVALID, "");
  draft.word = "特价";
  draft.reason = "";
  xb_workspace_save_lint_word_async (f->ws, &draft, NULL, ended_cb, f);
  refused (f, XB_ERROR_INVALID, "");
  draft.reason = "why";
  draft.expires = "31.12.2026";
  xb_workspace_save_lint_word_async (f->ws, &draft, NULL, ended_cb, f);
  refused (f, XB_ERROR_INVALID, "");
  xb_workspace_set_lint_level_async (f->ws, "abs.none", "off", "why", NULL, ended_cb, f);
  refused (f, XB_ERROR_NOT_FOUND, "");
  xb_workspace_set_lint_level_async (f->ws, "abs.king", "loud", "why", NULL, ended_cb, f);
  refused (f, XB_ERROR_INVALID, "");
  xb_workspace_set_lint_level_async (f->ws, "abs.king", "off", NULL, NULL, ended_cb, f);
  refused (f, XB_ERROR_INVALID, "");
}

static void
test_levels (Fixture      *f,
             gconstpointer data)
{
  g_autofree char *level = NULL;
  g_autofree char *reason = NULL;

  check (f, NULL, "火锅之王", XB_VERDICT_WARNING);
  xb_workspace_set_lint_level_async (f->ws, "abs.king", "off", "our dish", NULL, ended_cb, f);
  done (f);
  check (f, NULL, "火锅之王", XB_VERDICT_OK);
  level = xb_workspace_dup_lint_level (f->ws, "abs.king", &reason);
  g_assert_cmpstr (level, ==, "off");
  g_assert_cmpstr (reason, ==, "our dish");
  xb_workspace_set_lint_level_async (f->ws, "abs.king", "error", "refused twice", NULL, ended_cb, f);
  done (f);
  check (f, NULL, "火锅之王", XB_VERDICT_ERROR);
  xb_workspace_set_lint_level_async (f->ws, "abs.king", NULL, NULL, NULL, ended_cb, f);
  done (f);
  check (f, NULL, "火锅之王", XB_VERDICT_WARNING);
}

static void
test_length (Fixture      *f,
             gconstpointer data)
{
  check (f, "practice", "春熙路步行街客服专线", XB_VERDICT_WARNING);
  check (f, "huawei", "春熙路步行街客服专线", XB_VERDICT_OK);
  check (f, "nobody", "春熙路步行街客服专线", XB_VERDICT_OK);
}

#define ADD(name, test) g_test_add ("/lint/workspace/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("papers", test_papers);
  ADD ("words", test_words);
  ADD ("refusal", test_refusal);
  ADD ("refused", test_refused);
  ADD ("levels", test_levels);
  ADD ("length", test_length);
  return g_test_run ();
}
