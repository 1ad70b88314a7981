/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-day.h"
#include "xb-error.h"
#include "xb-report-fields.h"
#include "xb-report-values.h"
#include "xb-xlsx-format.h"

static void
test_days (void)
{
  char text[11];

  g_assert_cmpuint (xb_period_from_day ("2000-01-01"), ==, 0);
  g_assert_cmpuint (xb_period_from_day ("1999-12-31"), ==, XB_PERIOD_NONE);
  g_assert_cmpuint (xb_period_from_day ("2099-12-31"), <, XB_PERIOD_MONTHS);
  g_assert_cmpuint (xb_period_from_day ("2100-01-01"), ==, XB_PERIOD_NONE);
  g_assert_cmpuint (xb_period_from_day ("2026-02-30"), ==, XB_PERIOD_NONE);
  g_assert_cmpuint (xb_period_from_month (2000, 1), ==, XB_PERIOD_MONTHS);
  g_assert_cmpuint (xb_period_from_month (2026, 13), ==, XB_PERIOD_NONE);
  /* every day of the hundred years is in its month, and reads back as itself */
  for (guint day = 0; day <= xb_period_from_day ("2099-12-31"); day++)
    {
      guint month = xb_period_month (day);

      g_assert_cmpuint (xb_month_first_day (month), <=, day);
      g_assert_cmpuint (xb_month_first_day (month + 1), >, day);
      xb_period_format (day, text);
      g_assert_cmpuint (xb_period_from_day (text), ==, day);
      g_assert_cmpint (text[5] * 10 + text[6] - '0' * 11, ==, month % 12 + 1);
    }
  for (guint month = 0; month < 1200; month++)
    {
      xb_period_format (XB_PERIOD_MONTHS + month, text);
      g_assert_cmpint (strlen (text), ==, 7);
      g_assert_cmpuint (xb_period_month (XB_PERIOD_MONTHS + month), ==, month);
    }
}

static void
test_periods (void)
{
  static const struct { const char *text; const char *period; const char *problem; } table[] = {
    { "2026-10-13", "2026-10-13", NULL },
    { "2026-1-3", "2026-01-03", NULL },
    { "2026/10/13", "2026-10-13", NULL },
    { "2026.10.13", "2026-10-13", NULL },
    { " 2026 / 10 / 13 ", "2026-10-13", NULL },
    { "2026年10月13日", "2026-10-13", NULL },
    { "2026年1月3号", "2026-01-03", NULL },
    { "２０２６年１０月１３日", "2026-10-13", NULL },
    { "2026年10月13日 星期二", "2026-10-13", NULL },
    { "2026-10-13(周二)", "2026-10-13", NULL },
    { "2026-10-13（周二）", "2026-10-13", NULL },
    { "20261013", "2026-10-13", NULL },
    { "2026-10-13 00:00:00", "2026-10-13", NULL },
    { "2026-10-13T08:30:00+08:00", "2026-10-13", NULL },
    { "2026/10/13 8:05", "2026-10-13", NULL },
    { "13/10/2026", "2026-10-13", NULL },
    { "10/13/2026", "2026-10-13", NULL },
    { "10/10/2026", "2026-10-10", NULL },
    { "13 Oct 2026", "2026-10-13", NULL },
    { "13-Oct-2026", "2026-10-13", NULL },
    { "October 13, 2026", "2026-10-13", NULL },
    { "46308", "2026-10-13", NULL },
    { "2024-02-29", "2024-02-29", NULL },
    { "2026-10", "2026-10", NULL },
    { "2026/1", "2026-01", NULL },
    { "2026年10月", "2026-10", NULL },
    { "2026年10月份", "2026-10", NULL },
    { "202610", "2026-10", NULL },
    { "Oct 2026", "2026-10", NULL },
    { "2026-09-01~2026-09-30", "2026-09", NULL },
    { "2026-09-01 至 2026-09-30", "2026-09", NULL },
    { "2026年2月1日-2026年2月28日", "2026-02", NULL },
    { "2026/09/01 - 2026/09/30", "2026-09", NULL },
    { "2026-09-03～2026-09-03", "2026-09-03", NULL },
    { "2026-09-01~2026-09-07", NULL, "neither one day nor one whole month" },
    { "2026-08-01~2026-09-30", NULL, "neither one day nor one whole month" },
    { "03/04/2026", NULL, "two different days" },
    { "1900-01-05", NULL, "outside the years" },
    { "1905/1/5", NULL, "outside the years" },
    { "2100-01-01", NULL, "outside the years" },
    { "2026-02-29", NULL, "is no day" },
    { "2026-13-01", NULL, "is no day" },
    { "2026-00", NULL, "is no day" },
    { "20261301", NULL, "is no day" },
    { "10月13日", NULL, "is no day" },
    { "26-10-13", NULL, "is no day" },
    { "昨天", NULL, "is no day" },
    { "13800138000", NULL, "is no day" },
    { "12", NULL, "is no day" },
    { "", NULL, "is no day" },
    { "2026-10-13 abc", NULL, "is no day" },
    { "2026-10-13-", NULL, "is no day" },
    { "#VALUE!", NULL, "is no day" },
    { "2026-10-13 2026-10-13 2026-10-13 2026-10-13 2026-10-13 2026-10-13 2026-10-13 2026-10-13", NULL, "is no day" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(GError) error = NULL;
      guint period = 0;
      char text[11];

      g_test_message ("%s", table[i].text);
      g_assert_cmpint (xb_report_parse_period (table[i].text, &period, &error), ==, table[i].period != NULL);
      if (table[i].period != NULL)
        {
          g_assert_no_error (error);
          xb_period_format (period, text);
          g_assert_cmpstr (text, ==, table[i].period);
          g_assert_cmpint (XB_PERIOD_IS_MONTH (period), ==, strlen (text) == 7);
          continue;
        }
      g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, table[i].problem));
    }
}

static void
test_counts (void)
{
  static const struct { const char *text; gint64 count; const char *problem; } table[] = {
    { "0", 0, NULL },
    { "1234", 1234, NULL },
    { "007", 7, NULL },
    { "1,234", 1234, NULL },
    { "12,345,678", 12345678, NULL },
    { "１，２３４", 1234, NULL },
    { " 12 ", 12, NULL },
    { "12 次", 12, NULL },
    { "12通", 12, NULL },
    { "12.0", 12, NULL },
    { "12.00", 12, NULL },
    { "+5", 5, NULL },
    { "-0", 0, NULL },
    { "100000000", 100000000, NULL },
    { "100000001", 0, "more than can be true" },
    { "13800138000", 0, "more than can be true" },
    { "99999999999999999999999999", 0, "more than can be true" },
    { "-5", 0, "below zero" },
    { "−5", 0, "below zero" },
    { "12.5", 0, "no whole number" },
    { "61.2%", 0, "no whole number" },
    { "1,23", 0, "no whole number" },
    { "1,2345", 0, "no whole number" },
    { ",123", 0, "no whole number" },
    { "1.2万", 0, "no whole number" },
    { "1e5", 0, "no whole number" },
    { "十二", 0, "no whole number" },
    { "#DIV/0!", 0, "no whole number" },
    { "TRUE", 0, "no whole number" },
    { "=1+1", 0, "no whole number" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 count = -1;

      g_test_message ("%s", table[i].text);
      g_assert_cmpint (xb_report_parse_count (table[i].text, &count, &error), ==, table[i].problem == NULL);
      if (table[i].problem == NULL)
        {
          g_assert_no_error (error);
          g_assert_cmpint (count, ==, table[i].count);
          continue;
        }
      g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, table[i].problem));
    }
}

static void
test_money (void)
{
  static const struct { const char *text; gint64 fen; } table[] = {
    { "0", 0 }, { "12", 1200 }, { "12.", 1200 }, { "12.5", 1250 }, { "12.50", 1250 }, { "1,234.50", 123450 }, { "￥3", 300 },
    { "999999999999.99", G_GINT64_CONSTANT (99999999999999) }, { "10000000000000", XB_METRIC_REVENUE_MOST },
    { "12.345", -1 }, { "-1", -1 }, { ".", -1 }, { "1.2.3", -1 }, { "x", -1 }, { "90000000000000", -1 }, { "1e5", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 fen = -1;

      g_test_message ("%s", table[i].text);
      g_assert_cmpint (xb_report_parse_money (table[i].text, &fen, &error), ==, table[i].fen >= 0);
      if (table[i].fen >= 0)
        g_assert_cmpint (fen, ==, table[i].fen);
      else
        g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
    }
}

static void
test_rates (void)
{
  static const struct { const char *text; double rate; } table[] = {
    { "61.2%", 0.612 }, { "100%", 1 }, { "0%", 0 }, { "0.612", 0.612 }, { "1", 1 }, { "６１％", 0.61 }, { "61 %", 0.61 },
    { "101%", -1 }, { "-3%", -1 }, { "61.2", -1 }, { "0x1", -1 }, { "inf", -1 }, { "nan", -1 }, { "", -1 }, { "1.2.3", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(GError) error = NULL;
      double rate;

      g_test_message ("%s", table[i].text);
      g_assert_cmpint (xb_report_parse_rate (table[i].text, &rate, &error), ==, table[i].rate >= 0);
      if (table[i].rate >= 0)
        g_assert_cmpfloat_with_epsilon (rate, table[i].rate, 1e-12);
      else
        g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
    }
}

static void
test_blank (void)
{
  static const char *const blank[] = { "", " ", "-", "--", "—", "/", "N/A", "null", "无" };
  static const char *const filled[] = { "0", "-1", "x", "0%" };

  for (guint i = 0; i < G_N_ELEMENTS (blank); i++)
    g_assert_true (xb_report_is_blank (blank[i]));
  for (guint i = 0; i < G_N_ELEMENTS (filled); i++)
    g_assert_false (xb_report_is_blank (filled[i]));
}

static void
test_formats (void)
{
  static const struct { const char *code; XbXlsxFormat format; } table[] = {
    { "General", XB_XLSX_PLAIN }, { "0", XB_XLSX_PLAIN }, { "#,##0.00", XB_XLSX_PLAIN }, { "0.0%", XB_XLSX_PERCENT },
    { "yyyy/m/d;@", XB_XLSX_DAY }, { "yyyy\"年\"m\"月\"d\"日\"", XB_XLSX_DAY }, { "yyyy\\年m\\月", XB_XLSX_MONTH },
    { "[$-804]yyyy\"年\"m\"月\";@", XB_XLSX_MONTH }, { "mmm-yy", XB_XLSX_MONTH }, { "m/d/yyyy h:mm", XB_XLSX_DAY },
    { "d-mmm", XB_XLSX_DAY }, { "h:mm:ss", XB_XLSX_TIME }, { "[h]:mm", XB_XLSX_TIME }, { "\"day\" 0", XB_XLSX_PLAIN },
    { "[Red]0.00", XB_XLSX_PLAIN }, { "¥#,##0.00", XB_XLSX_PLAIN }, { "_ * #,##0_ ", XB_XLSX_PLAIN }, { "@", XB_XLSX_PLAIN },
    { "", XB_XLSX_PLAIN }, { "\"open", XB_XLSX_PLAIN }, { "[open", XB_XLSX_PLAIN }, { "\\", XB_XLSX_PLAIN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_test_message ("%s", table[i].code);
      g_assert_cmpint (xb_xlsx_format_from_code (table[i].code), ==, table[i].format);
    }
}

static void
test_serials (void)
{
  static const struct { gint64 serial; gboolean from_1904; const char *day; } table[] = {
    { 1, FALSE, "1900-01-01" }, { 31, FALSE, "1900-01-31" }, { 59, FALSE, "1900-02-28" }, { 60, FALSE, NULL },
    { 61, FALSE, "1900-03-01" }, { 367, FALSE, "1901-01-01" }, { 36526, FALSE, "2000-01-01" }, { 46308, FALSE, "2026-10-13" },
    { 0, FALSE, NULL }, { -1, FALSE, NULL }, { 0, TRUE, "1904-01-01" }, { 60, TRUE, "1904-03-01" },
    { 44846, TRUE, "2026-10-13" }, { 401768, FALSE, "2999-12-31" }, { 401769, FALSE, NULL }, { G_MAXINT32, FALSE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      char day[11] = "";

      g_assert_cmpint (xb_xlsx_serial_to_day (table[i].serial, table[i].from_1904, day), ==, table[i].day != NULL);
      if (table[i].day != NULL)
        g_assert_cmpstr (day, ==, table[i].day);
    }
}

static void
test_numbers (void)
{
  static const struct { const char *value; XbXlsxFormat format; const char *text; } table[] = {
    { "1234", XB_XLSX_PLAIN, "1234" }, { "1234.5", XB_XLSX_PLAIN, "1234.5" }, { "0.30000000000000004", XB_XLSX_PLAIN, "0.3" },
    { "1.3800138E10", XB_XLSX_PLAIN, "13800138000" }, { "4006001825", XB_XLSX_PLAIN, "4006001825" },
    { "1E-7", XB_XLSX_PLAIN, "0.0000001" }, { "-5", XB_XLSX_PLAIN, "-5" }, { "1e400", XB_XLSX_PLAIN, "1e400" },
    { "", XB_XLSX_PLAIN, "" }, { "x", XB_XLSX_PLAIN, "x" }, { "0.612", XB_XLSX_PERCENT, "61.2%" }, { "1", XB_XLSX_PERCENT, "100%" },
    { "0.6549999999999999", XB_XLSX_PERCENT, "65.5%" }, { "46308", XB_XLSX_DAY, "2026-10-13" },
    { "46308.75", XB_XLSX_DAY, "2026-10-13" }, { "46296", XB_XLSX_MONTH, "2026-10" }, { "46308", XB_XLSX_MONTH, "2026-10-13" },
    { "60", XB_XLSX_DAY, "60" }, { "-1", XB_XLSX_DAY, "-1" }, { "1e300", XB_XLSX_DAY, "" },
    { "0.5", XB_XLSX_TIME, "0.5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(GString) out = g_string_new (NULL);

      xb_xlsx_number_to_text (table[i].value, table[i].format, FALSE, out);
      if (g_str_equal (table[i].value, "1e300"))
        g_assert_cmpuint (out->len, >, 300);
      else
        g_assert_cmpstr (out->str, ==, table[i].text);
    }
}

static void
test_columns (void)
{
  XbReportColumns columns, again;
  g_autofree char *text = NULL;

  xb_report_columns_clear (&columns);
  columns.column[XB_REPORT_DATE] = 0;
  columns.column[XB_REPORT_ANSWER_RATE] = 7;
  text = xb_report_columns_to_string (&columns);
  g_assert_cmpstr (text, ==, "date=0 answer-rate=7");
  g_assert_true (xb_report_columns_parse (text, 8, &again));
  g_assert_cmpmem (&columns, sizeof columns, &again, sizeof again);
  g_assert_false (xb_report_columns_parse (text, 7, &again)); /* the file has fewer columns now */
  g_assert_false (xb_report_columns_parse ("date=x", 8, &again));
  g_assert_false (xb_report_columns_parse ("nothing=1", 8, &again));
  g_assert_false (xb_report_columns_parse ("date", 8, &again));
  for (guint i = 0; i < XB_N_REPORT_FIELDS; i++)
    {
      XbReportField field;

      g_assert_true (xb_report_field_from_string (xb_report_field_to_string (i), &field));
      g_assert_cmpint (field, ==, i);
      g_assert_nonnull (xb_report_field_get_title (i));
    }
}

static void
test_figures (void)
{
  XbMetricFigures figures = { { 10, 10 }, 1u << XB_METRIC_CALLS | 1u << XB_METRIC_ANSWERED };
  g_autoptr(GError) error = NULL;
  XbMetricSums sums = { 0 }, twice = { 0 };

  g_assert_true (xb_metric_figures_check (&figures, NULL));
  xb_metric_sums_add (&sums, &figures, 1);
  g_assert_cmpint (sums.rated, ==, 10);
  xb_metric_sums_add_sums (&twice, &sums);
  xb_metric_sums_add_sums (&twice, &sums);
  g_assert_cmpint (twice.sum[XB_METRIC_CALLS], ==, 20);
  g_assert_cmpint (xb_metric_sums_known (&twice), ==, figures.known);
  xb_metric_sums_add (&sums, &figures, -1);
  g_assert_cmpint (sums.rows, ==, 0);
  g_assert_cmpint (xb_metric_sums_known (&sums), ==, 0);
  figures.value[XB_METRIC_ANSWERED] = 11;
  g_assert_false (xb_metric_figures_check (&figures, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
  g_clear_error (&error);
  figures.known = 1u << XB_METRIC_ANSWERED;
  g_assert_false (xb_metric_figures_check (&figures, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-values/days", test_days);
  g_test_add_func ("/report-values/periods", test_periods);
  g_test_add_func ("/report-values/counts", test_counts);
  g_test_add_func ("/report-values/money", test_money);
  g_test_add_func ("/report-values/rates", test_rates);
  g_test_add_func ("/report-values/blank", test_blank);
  g_test_add_func ("/report-values/formats", test_formats);
  g_test_add_func ("/report-values/serials", test_serials);
  g_test_add_func ("/report-values/numbers", test_numbers);
  g_test_add_func ("/report-values/columns", test_columns);
  g_test_add_func ("/report-values/figures", test_figures);
  return g_test_run ();
}
