/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"
#include "xb-linter.h"

/* Whatever bytes a label is made of: the report is whole, its places lie in the text, its words are text, and what is
 * suggested passes. */

static XbRules *rules;
static XbLinter *linter;
static XbLintContext *context;

static void
prepare (void)
{
  if (linter != NULL)
    return;
  rules = xb_rules_new ();
  linter = xb_linter_new (rules);
  context = xb_lint_context_new ();
  xb_lint_context_set_business (context, "成都最鲜餐饮管理有限公司");
  xb_lint_context_add_brand (context, "最鲜", TRUE, "2030-01-01");
  xb_lint_context_add_brand (context, "第一锅", FALSE, NULL);
  xb_lint_context_set_today (context, "2026-11-25");
  xb_lint_context_set_platform (context, "practice", "Practice", 16, TRUE);
  xb_lint_context_add_campaign (context, "周年庆", "2026-11-20");
  xb_lint_context_add_banned (context, "特价", XB_VERDICT_WARNING, NULL, "refused", NULL);
  xb_lint_context_add_allowed (context, "首选", NULL, "ours", NULL);
}

static guint
count_points (const char *text,
              gsize       length)
{
  guint n = 0;

  for (const char *p = text; p < text + length; n++)
    {
      gunichar c = *p == '\0' ? 0 : g_utf8_get_char_validated (p, text + length - p);

      p += c < 0x110000 && c != 0 ? g_unichar_to_utf8 (c, NULL) : 1;
    }
  return n;
}

static void
check_report (const XbLintReport *report,
              guint               n)
{
  XbVerdict gravest = XB_VERDICT_OK;
  guint end = 0;

  for (guint i = 0; i < report->findings->len; i++)
    {
      const XbFinding *finding = g_ptr_array_index (report->findings, i);

      g_assert_cmpuint (finding->start, >=, end);
      g_assert_cmpuint (finding->start, <, finding->end);
      g_assert_cmpuint (finding->end, <=, n);
      g_assert_cmpint (g_utf8_strlen (finding->match, -1), ==, finding->end - finding->start);
      g_assert_true (g_utf8_validate (finding->match, -1, NULL));
      g_assert_true (g_utf8_validate (finding->message, -1, NULL));
      g_assert_true (finding->reads == NULL || g_utf8_validate (finding->reads, -1, NULL));
      g_assert_cmpint (finding->severity, >, XB_VERDICT_OK);
      gravest = MAX (gravest, finding->severity);
      end = finding->end;
    }
  g_assert_cmpint (gravest, ==, report->verdict);
  for (guint i = 0; i < report->cleared->len; i++)
    {
      const XbCleared *cleared = g_ptr_array_index (report->cleared, i);

      g_assert_cmpuint (cleared->start, <=, cleared->end);
      g_assert_cmpuint (cleared->end, <=, n);
      g_assert_true (g_utf8_validate (cleared->why, -1, NULL));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = NULL; /* of its own size: an overrun shows */
  g_autoptr(XbLintReport) plain = NULL;
  g_autoptr(XbLintReport) judged = NULL;
  guint n;

  prepare ();
  text = g_memdup2 (data, MAX (size, 1));
  n = count_points (text, size);
  plain = xb_linter_scan (linter, size > 0 ? text : "", size, NULL);
  check_report (plain, n);
  judged = size % 4 == 0 ? xb_linter_check (linter, size > 0 ? text : "", size, context)
                         : xb_linter_scan (linter, size > 0 ? text : "", size, context);
  check_report (judged, n);
  for (guint i = 0; i < judged->findings->len; i++)
    for (char **offered = ((XbFinding *) g_ptr_array_index (judged->findings, i))->suggestions; *offered != NULL; offered++)
      {
        g_autoptr(XbLintReport) again = xb_linter_scan (linter, *offered, -1, context);

        g_assert_cmpint (again->verdict, <=, XB_VERDICT_ADVICE);
      }
  return 0;
}

#ifndef XB_LIBFUZZER
int
main (int argc, char *argv[])
{
  static const Seed seeds[] = {
    SEED ("最专业的团队"), SEED ("中国第一品牌"), SEED ("天门市第一人民医院"), SEED ("zui好"), SEED ("保.证.有.效"), SEED ("最\342\200\213佳"),
    SEED ("公\360\237\200\204\357\270\217号"), SEED ("加微信abc12345"), SEED ("138-0013-8000"), SEED ("三天瘦10斤"), SEED ("行业ＮＯ．１"), SEED ("首选"),
    SEED ("5分钟直达地铁"), SEED ("春节不打烊"), SEED ("www.abc.com"), SEED ("年化12%"), SEED ("\342\200\256\342\200\213"), SEED ("\355\240\200\377\300"),
    SEED ("国家级经济技术开发区"), SEED ("周年庆特价最鲜第一锅"), SEED ("\316\301\314\201\314\201"), SEED ("1OO%有效"), SEED ("\343\210\240\342\221\240"),
  };

  return run_fuzz (argc, argv, seeds, G_N_ELEMENTS (seeds), 60000);
}
#endif
