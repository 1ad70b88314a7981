/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-linter.h"

static XbRules *rules;
static XbLinter *linter;

typedef struct
{
  const char *text;
  XbVerdict   verdict;
  const char *rule;  /* of the gravest; NULL: none */
  guint       start;
  guint       end;
  const char *reads;
} Row;

static const XbFinding *
gravest (const XbLintReport *report)
{
  const XbFinding *found = NULL;

  for (guint i = 0; i < report->findings->len; i++)
    {
      const XbFinding *finding = g_ptr_array_index (report->findings, i);

      if (found == NULL || finding->severity > found->severity)
        found = finding;
    }
  return found;
}

static void
check_row (const Row           *row,
           const XbLintContext *context)
{
  g_autoptr(XbLintReport) report = xb_linter_check (linter, row->text, -1, context);
  const XbFinding *finding = gravest (report);

  if (report->verdict != row->verdict || g_strcmp0 (row->rule, finding != NULL ? finding->rule : NULL) != 0)
    g_error ("“%s”: %s by %s, %s by %s expected", row->text, xb_verdict_to_string (report->verdict),
             finding != NULL ? finding->rule : "nobody", xb_verdict_to_string (row->verdict), row->rule);
  if (finding == NULL || row->end == 0)
    return;
  if (finding->start != row->start || finding->end != row->end || g_strcmp0 (finding->reads, row->reads) != 0)
    g_error ("“%s”: %u–%u reads %s", row->text, finding->start, finding->end, finding->reads);
}

/* Whatever was done to the characters, the place is that of the text as given. */
static void
test_map (void)
{
  static const Row table[] = {
    { "我们最好", XB_VERDICT_ERROR, "abs.zui", 2, 4, NULL },
    { "我们最\u200b好", XB_VERDICT_ERROR, "abs.zui", 2, 5, "最好" },
    { "我们最\u00ad\u2060好", XB_VERDICT_ERROR, "abs.zui", 2, 6, "最好" },
    { "最 好", XB_VERDICT_ERROR, "abs.zui", 0, 3, "最好" },
    { "最·好", XB_VERDICT_ERROR, "abs.zui", 0, 3, "最好" },
    { "最😀好", XB_VERDICT_ERROR, "abs.zui", 0, 3, "最好" },
    { "最ㅤ好", XB_VERDICT_ERROR, "abs.zui", 0, 3, "最好" },
    { "保.证.有.效", XB_VERDICT_ERROR, "false.guarantee", 0, 7, "保证有效" },
    { "保，证，有，效", XB_VERDICT_ERROR, "false.guarantee", 0, 7, "保证有效" },
    { "zui好", XB_VERDICT_ERROR, "abs.zui", 0, 4, "最好" },
    { "ZUI好", XB_VERDICT_ERROR, "abs.zui", 0, 4, "最好" },
    { "ｚｕｉ好", XB_VERDICT_ERROR, "abs.zui", 0, 4, "最好" },
    { "zuihao", XB_VERDICT_ERROR, "abs.zui", 0, 6, "最好" },
    { "蕞好", XB_VERDICT_ERROR, "abs.zui", 0, 2, "最好" },
    { "最專業", XB_VERDICT_ERROR, "abs.zui", 0, 3, NULL },
    { "行业ＮＯ．１", XB_VERDICT_ERROR, "abs.rank", 2, 6, NULL },
    { "行业Ⓝⓞ.①", XB_VERDICT_ERROR, "abs.rank", 2, 6, "no.1" },
    { "行业𝐍𝐎.𝟏", XB_VERDICT_ERROR, "abs.rank", 2, 6, "no.1" },
    { "公🀄️号", XB_VERDICT_ERROR, "contact.inline", 0, 4, "公众号" },
    { "瘦shen", XB_VERDICT_ERROR, "med.body", 0, 5, "瘦身" },
    { "独jia配方", XB_VERDICT_ERROR, "abs.only", 0, 4, "独家" },
    { "138OO138OOO", XB_VERDICT_ERROR, "contact.number", 0, 11, NULL },
    { "壹叁捌零零壹叁捌零零零", XB_VERDICT_ERROR, "contact.number", 0, 11, NULL },
    { "1】【3】【8】【0】【0】【1】【3", XB_VERDICT_ERROR, "contact.number", 0, 19, NULL },
    { "最+专+业", XB_VERDICT_ERROR, "abs.zui", 0, 5, "最专业" },
    { "T+O+P+1火锅", XB_VERDICT_ERROR, "abs.rank", 0, 7, "top1" },
    { "【最】【好】", XB_VERDICT_ERROR, "abs.zui", 1, 5, "最好" },
    { "无,与伦比的江景", XB_VERDICT_ERROR, "abs.hyperbole", 0, 5, "无与伦比" },
    { "填,补,国,内,空,白", XB_VERDICT_ERROR, "abs.first-of", 0, 11, "填补国内空白" },
    { "第Ⅰ品牌", XB_VERDICT_ERROR, "abs.rank", 0, 4, "第1品牌" },
    { "不Ⅱ之选", XB_VERDICT_ERROR, "abs.only", 0, 4, "不二之选" },
    { "行业NO壹", XB_VERDICT_ERROR, "abs.rank", 2, 5, "no1" },
    { "贰捌天科学修复", XB_VERDICT_ERROR, "med.cure", 0, 7, "贰捌天科学修复" },
    { "N0.1火锅", XB_VERDICT_ERROR, "abs.rank", 0, 6, "no.1火锅" },
    { "HTTP://T.CN/ABC", XB_VERDICT_ERROR, "contact.address", 0, 15, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    check_row (&table[i], NULL);
}

static void
test_left_alone (void)
{
  static const char *const texts[] = {
    "天门市第一人民医院", "沈阳第一机床厂", "中国第一汽车集团公司", "国家级经济技术开发区", "平顶山市第二中学", "环保本色", "打包过磅", "权威信号",
    "安徽信用社", "特效化妆", "MIDI一", "DING", "24小时服务", "12345政务热线", "2024-2026年度", "1000000元贷款咨询", "微信支付客服", "春节不打烊",
    "冰饮专线", "30分钟送达", "最近联系人", "", " ", "A", "。",
    "Ⅲ类医疗器械", "Ⅱ期工程部", "3+1+2选科", "8:00-21:30营业", "柒牌男装", "陆家嘴店", "拾光咖啡", "社区服务（第一分店）", "医保,过敏门诊", "2026年双流区康复医院", "二〇二六年激光祛斑室", "第3年美白牙贴", "八月康复大会",
    "12月25日返校专线", "车辆年审代办", "驾照年审代办", "通过年审的车辆", "面包+过桥米线",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(XbLintReport) report = xb_linter_check (linter, texts[i], -1, NULL);

      if (report->verdict >= XB_VERDICT_WARNING)
        g_error ("“%s” by %s", texts[i], gravest (report)->rule);
    }
}

static gboolean
says_why (const XbLintReport *report,
          const char         *part)
{
  for (guint i = 0; i < report->cleared->len; i++)
    if (strstr (((XbCleared *) g_ptr_array_index (report->cleared, i))->why, part) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_exception_is_told (void)
{
  g_autoptr(XbLintReport) report = xb_linter_check (linter, "上海第一人民医院", -1, NULL);

  g_assert_cmpint (report->verdict, ==, XB_VERDICT_OK);
  g_assert_true (says_why (report, "counts here"));
}

static void
test_papers (void)
{
  g_autoptr(XbLintContext) licence = xb_lint_context_new ();
  g_autoptr(XbLintContext) mark = xb_lint_context_new ();
  g_autoptr(XbLintContext) expired = xb_lint_context_new ();
  g_autoptr(XbLintContext) brand = xb_lint_context_new ();
  const Row own = { "最好吃餐厅", XB_VERDICT_OK, NULL, 0, 0, NULL };
  const Row claim = { "全国最好吃", XB_VERDICT_ERROR, "abs.zui", 0, 0, NULL };
  const Row late = { "顶级鲜热线", XB_VERDICT_ERROR, "abs.grade", 0, 0, NULL };
  const Row milder = { "顶级鲜热线", XB_VERDICT_WARNING, "abs.grade", 0, 0, NULL };
  g_autoptr(XbLintReport) report = NULL;

  xb_lint_context_set_business (licence, "成都最好吃餐厅管理有限公司");
  check_row (&own, licence);
  check_row (&claim, licence);
  report = xb_linter_check (linter, "最好吃餐厅", -1, licence);
  g_assert_true (says_why (report, "成都最好吃餐厅管理有限公司"));

  xb_lint_context_set_today (mark, "2026-11-25");
  xb_lint_context_add_brand (mark, "顶级鲜", TRUE, "2030-01-01");
  g_clear_pointer (&report, xb_lint_report_free);
  report = xb_linter_check (linter, "顶级鲜热线", -1, mark);
  g_assert_cmpint (report->verdict, ==, XB_VERDICT_OK);
  g_assert_true (says_why (report, "until 2030-01-01"));

  xb_lint_context_set_today (expired, "2026-11-25");
  xb_lint_context_add_brand (expired, "顶级鲜", TRUE, "2026-11-24");
  check_row (&late, expired);
  xb_lint_context_add_brand (brand, "顶级鲜", FALSE, NULL);
  check_row (&milder, brand);
}

static void
test_trade (void)
{
  g_autoptr(XbLintContext) clinic = xb_lint_context_new ();
  const Row shop = { "降血糖", XB_VERDICT_ERROR, "med.disease-nonmed", 0, 3, NULL };
  const Row ward = { "降血糖", XB_VERDICT_WARNING, "med.disease-nonmed", 0, 3, NULL };
  const Row cure = { "根治鼻炎", XB_VERDICT_ERROR, "med.cure", 0, 4, NULL };

  check_row (&shop, NULL);
  xb_lint_context_set_trade (clinic, "中医门诊");
  check_row (&ward, clinic);
  check_row (&cure, clinic);
}

static void
test_names (void)
{
  static const Row table[] = {
    { "蜀香火锅专线", XB_VERDICT_OK, NULL, 0, 0, NULL },
    { "火锅专线", XB_VERDICT_OK, NULL, 0, 0, NULL },
    { "客户成功部", XB_VERDICT_OK, NULL, 0, 0, NULL },
    { "海底捞官方客服", XB_VERDICT_ERROR, "ident.foreign-brand", 0, 3, NULL },
    { "欧耶帕客服", XB_VERDICT_WARNING, "ident.mismatch", 0, 3, NULL },
    { "春节欧耶帕超市", XB_VERDICT_WARNING, "ident.mismatch", 2, 5, NULL },
    { "秋季新品", XB_VERDICT_OK, NULL, 0, 0, NULL },
    { "年货正热卖", XB_VERDICT_OK, NULL, 0, 0, NULL },
    { "冬季羽绒服清洗", XB_VERDICT_OK, NULL, 0, 0, NULL },
    { "秋季嘎嘣脆上新", XB_VERDICT_ADVICE, "ident.mismatch", 2, 5, NULL },
    { "中国蜀香", XB_VERDICT_WARNING, "ident.cn-prefix", 0, 2, NULL },
  };
  g_autoptr(XbLintContext) context = xb_lint_context_new ();

  xb_lint_context_set_business (context, "成都蜀香餐饮管理有限公司");
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    check_row (&table[i], context);
}

static void
check_on (const char *text,
          const char *today,
          XbVerdict   verdict)
{
  g_autoptr(XbLintContext) context = xb_lint_context_new ();
  g_autoptr(XbLintReport) report = NULL;

  xb_lint_context_set_business (context, "成都蜀香餐饮管理有限公司");
  xb_lint_context_set_today (context, today);
  report = xb_linter_check (linter, text, -1, context);
  if (report->verdict != verdict)
    g_error ("“%s” on %s: %s", text, today, xb_verdict_to_string (report->verdict));
}

static void
test_time (void)
{
  g_autoptr(XbLintContext) context = xb_lint_context_new ();
  g_autoptr(XbLintReport) report = NULL;

  check_on ("春节不打烊", "2026-02-10", XB_VERDICT_OK);
  check_on ("春节不打烊", "2026-03-04", XB_VERDICT_OK);
  check_on ("春节不打烊", "2026-03-20", XB_VERDICT_WARNING);
  check_on ("春节不打烊", "2026-08-20", XB_VERDICT_ADVICE);
  check_on ("双11专线", "2026-11-11", XB_VERDICT_OK);
  check_on ("双11专线", "2026-11-25", XB_VERDICT_WARNING);
  check_on ("元旦订餐", "2026-12-25", XB_VERDICT_OK);
  check_on ("国庆路店", "2026-11-25", XB_VERDICT_OK);
  check_on ("冰饮专线", "2026-12-25", XB_VERDICT_ADVICE);

  xb_lint_context_set_today (context, "2026-11-25");
  xb_lint_context_add_campaign (context, "周年庆", "2026-11-20");
  report = xb_linter_check (linter, "周年庆热线", -1, context);
  g_assert_cmpint (report->verdict, ==, XB_VERDICT_WARNING);
  g_assert_cmpstr (gravest (report)->rule, ==, "season.outlives");
}

static void
test_platform (void)
{
  g_autoptr(XbLintContext) wide = xb_lint_context_new ();
  g_autoptr(XbLintContext) unknown = xb_lint_context_new ();
  const Row fits = { "冰饮外卖客服专线", XB_VERDICT_OK, NULL, 0, 0, NULL };
  const Row longer = { "冰饮外卖客服专线A", XB_VERDICT_WARNING, "form.length", 8, 9, NULL };
  g_autoptr(XbLintReport) report = NULL;

  xb_lint_context_set_platform (wide, "practice", "Practice", 16, TRUE);
  check_row (&fits, wide);
  check_row (&longer, wide);
  report = xb_linter_check (linter, longer.text, -1, wide);
  g_assert_nonnull (gravest (report)->suggestions[0]);
  g_clear_pointer (&report, xb_lint_report_free);
  xb_lint_context_set_platform (unknown, "huawei", "Huawei", -1, FALSE);
  report = xb_linter_check (linter, "冰饮外卖客服专线A", -1, unknown);
  g_assert_cmpint (report->verdict, ==, XB_VERDICT_OK);
  g_assert_true (says_why (report, "no limit"));
}

static void
test_own_words (void)
{
  g_autoptr(XbLintContext) context = xb_lint_context_new ();
  const Row banned = { "特·价热线", XB_VERDICT_ERROR, "owner.word", 0, 3, NULL };
  const Row elsewhere = { "尾货热线", XB_VERDICT_OK, NULL, 0, 0, NULL };
  const Row over = { "老词热线", XB_VERDICT_OK, NULL, 0, 0, NULL };
  const Row allowed = { "首选品牌热线", XB_VERDICT_OK, NULL, 0, 0, NULL };
  const Row off = { "火锅之王", XB_VERDICT_OK, NULL, 0, 0, NULL };
  const Row level = { "史无前例", XB_VERDICT_ADVICE, "abs.first-of", 0, 4, NULL };
  g_autoptr(XbLintReport) report = NULL;

  xb_lint_context_set_today (context, "2026-11-25");
  xb_lint_context_add_banned (context, "特价", XB_VERDICT_ERROR, NULL, "refused by Huawei on 3 May", NULL);
  xb_lint_context_add_banned (context, "尾货", XB_VERDICT_ERROR, "huawei", "refused there", NULL);
  xb_lint_context_add_banned (context, "老词", XB_VERDICT_ERROR, NULL, "once", "2026-11-24");
  xb_lint_context_add_allowed (context, "首选品牌", NULL, "our registered slogan", "2027-01-01");
  xb_lint_context_set_level (context, "abs.king", XB_VERDICT_OK, "our dish is called so");
  xb_lint_context_set_level (context, "abs.first-of", XB_VERDICT_ADVICE, "proved");
  check_row (&banned, context);
  check_row (&elsewhere, context);
  check_row (&over, context);
  check_row (&allowed, context);
  check_row (&off, context);
  check_row (&level, context);
  report = xb_linter_check (linter, allowed.text, -1, context);
  g_assert_true (says_why (report, "our registered slogan"));
}

/* What is suggested passes, keeps the brand and fits; the smallest change comes first. */
/* The smallest change is the first; what is left is made of words. */
static void
test_suggestions_make_sense (void)
{
  static const struct
  {
    const char *text;
    const char *first;
  } table[] = {
    { "神级健身教练", "健身教练" },
    { "第①名驾校", "驾校热线" },
    { "首选搬家品牌", "搬家品牌" },
    { "全国最专业的装修", "专业的装修" },
    { "全城最低", "优惠热线" },
    { "化肥增产50%", "化肥热线" },
    { "中国名牌产品门窗", "门窗热线" },
    { "馳名商標", "注册商标" },
    { "包過培訓", "培训热线" },
    { "军队特供", "客服热线" },
    { "兼职刷单", "客服热线" },
    { "美白祛斑一周见效", "护肤咨询" },
    { "国家装修服务网", "装修服务网" },
    { "最划算", "客服热线" },
    { "★驾校★", "驾校" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(XbLintReport) report = xb_linter_check (linter, table[i].text, -1, NULL);
      const char *const *offered = (const char *const *) gravest (report)->suggestions;

      if (!g_strv_contains (offered, table[i].first) || g_utf8_strlen (offered[0], -1) < 2)
        g_error ("“%s”: %s", table[i].text, g_strjoinv (" / ", gravest (report)->suggestions));
    }
}

static void
test_suggestions (void)
{
  static const char *const texts[] = { "蜀香最专业的火锅专线", "蜀香全国第一品牌", "蜀香zui好吃", "蜀香加微信abc12345", "蜀香★火锅最好吃专线" };
  g_autoptr(XbLintContext) context = xb_lint_context_new ();

  xb_lint_context_set_business (context, "成都蜀香餐饮管理有限公司");
  xb_lint_context_add_brand (context, "蜀香", TRUE, NULL);
  xb_lint_context_set_platform (context, "practice", "Practice", 16, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(XbLintReport) report = xb_linter_check (linter, texts[i], -1, context);
      char **offered = gravest (report)->suggestions;

      g_assert_nonnull (offered[0]);
      g_assert_cmpuint (g_strv_length (offered), <=, XB_LINT_MOST_SUGGESTIONS);
      for (; *offered != NULL; offered++)
        {
          g_autoptr(XbLintReport) again = xb_linter_check (linter, *offered, -1, context);

          g_assert_cmpint (again->verdict, <=, XB_VERDICT_ADVICE);
          g_assert_nonnull (strstr (*offered, "蜀香"));
          g_assert_cmpint (g_utf8_strlen (*offered, -1), <=, 8);
        }
    }
}

static void
test_bad_input (void)
{
  g_autoptr(GString) marks = g_string_new ("最");
  g_autoptr(GString) huge = g_string_new (NULL);
  g_autoptr(XbLintReport) invalid = xb_linter_check (linter, "火\xff锅最好", -1, NULL);
  g_autoptr(XbLintReport) nul = xb_linter_check (linter, "火锅\0专线", strlen ("火锅专线") + 1, NULL);
  g_autoptr(XbLintReport) bidi = xb_linter_check (linter, "火锅\u202e专线", -1, NULL);
  g_autoptr(XbLintReport) piled = NULL;
  g_autoptr(XbLintReport) long_one = NULL;
  const XbFinding *finding = g_ptr_array_index (invalid->findings, 0);

  g_assert_cmpstr (finding->rule, ==, "form.encoding");
  g_assert_cmpuint (finding->start, ==, 1);
  g_assert_nonnull (strstr (finding->message, "byte 3"));
  g_assert_cmpuint (invalid->findings->len, ==, 2);
  g_assert_cmpuint (((XbFinding *) g_ptr_array_index (invalid->findings, 1))->start, ==, 3);
  g_assert_cmpstr (gravest (nul)->rule, ==, "form.hidden");
  g_assert_nonnull (strstr (gravest (nul)->message, "NUL"));
  g_assert_nonnull (strstr (gravest (bidi)->message, "direction"));
  for (guint i = 0; i < 10000; i++)
    g_string_append (marks, "\u0301");
  g_string_append (marks, "好");
  piled = xb_linter_check (linter, marks->str, -1, NULL);
  g_assert_cmpint (piled->verdict, ==, XB_VERDICT_ERROR);
  while (huge->len < 1 << 20)
    g_string_append (huge, "全国第一zui好·最佳13800138000");
  long_one = xb_linter_check (linter, huge->str, huge->len, NULL);
  g_assert_cmpint (long_one->verdict, ==, XB_VERDICT_ERROR);
}

/* One finding for a place: the strictest, the others under it. */
static void
test_one_for_a_place (void)
{
  g_autoptr(XbLintReport) report = xb_linter_check (linter, "最\u200b佳★全国销量第一品牌保本", -1, NULL);

  for (guint i = 1; i < report->findings->len; i++)
    g_assert_cmpuint (((XbFinding *) g_ptr_array_index (report->findings, i))->start, >=,
                      ((XbFinding *) g_ptr_array_index (report->findings, i - 1))->end);
  g_assert_cmpuint (report->findings->len, >=, 3);
  g_assert_true (g_strv_contains ((const char *const *) ((XbFinding *) g_ptr_array_index (report->findings, 0))->also,
                                  "form.hidden"));
}

int
main (int   argc,
      char *argv[])
{
  int failed;

  g_test_init (&argc, &argv, NULL);
  rules = xb_rules_new ();
  linter = xb_linter_new (rules);
  g_test_add_func ("/lint/map", test_map);
  g_test_add_func ("/lint/left-alone", test_left_alone);
  g_test_add_func ("/lint/exception-is-told", test_exception_is_told);
  g_test_add_func ("/lint/papers", test_papers);
  g_test_add_func ("/lint/trade", test_trade);
  g_test_add_func ("/lint/names", test_names);
  g_test_add_func ("/lint/time", test_time);
  g_test_add_func ("/lint/platform", test_platform);
  g_test_add_func ("/lint/own-words", test_own_words);
  g_test_add_func ("/lint/suggestions", test_suggestions);
  g_test_add_func ("/lint/suggestions-make-sense", test_suggestions_make_sense);
  g_test_add_func ("/lint/bad-input", test_bad_input);
  g_test_add_func ("/lint/one-for-a-place", test_one_for_a_place);
  failed = g_test_run ();
  xb_linter_free (linter);
  g_object_unref (rules);
  return failed;
}
