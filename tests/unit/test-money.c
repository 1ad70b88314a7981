/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-error.h"
#include "xb-money.h"

static const struct { const char *text; gint64 fen; } good[] = {
  { "0", 0 }, { "0.00", 0 }, { "12", 1200 }, { "12.", 1200 }, { ".5", 50 }, { "0.05", 5 },
  { "123.45", 12345 }, { "123.4", 12340 }, { "1,234.5", 123450 }, { "1,234,567.89", 123456789 },
  { "1234567.89", 123456789 }, { "￥12", 1200 }, { "¥12.30", 1230 }, { "¥ 12", 1200 }, { "12元", 1200 },
  { "12 元", 1200 }, { "￥1,200.00 元", 120000 }, { "人民币12元", 1200 }, { "CNY 12", 1200 }, { "RMB12.5", 1250 },
  { "１２．５０", 1250 }, { "１，２３４元", 123400 }, { " 7 ", 700 }, { "+7", 700 }, { "\302\2407\302\240", 700 },
  { "007", 700 }, { "90071992547408.99", G_GINT64_CONSTANT (9007199254740899) },
};

static const struct { const char *text, *says; } bad[] = {
  { "", "no sum of money" }, { " ", "no sum of money" }, { "元", "no sum of money" }, { "￥", "no sum of money" },
  { ".", "no sum of money" }, { "-", "no sum of money" }, { "abc", "no sum of money" }, { "1.2.3", "no sum of money" },
  { "1 2", "no sum of money" }, { "5¥3", "no sum of money" }, { "12元5", "no sum of money" }, { "1,23", "no sum of money" },
  { "12,3456", "no sum of money" }, { "1234,567", "no sum of money" }, { ",123", "no sum of money" },
  { "1,234,", "no sum of money" }, { "1,,234", "no sum of money" }, { "1.5,000", "no sum of money" },
  { "1e3", "no sum of money" }, { "0x10", "no sum of money" }, { "1.2万", "no sum of money" }, { "--5", "no sum of money" },
  { "12\377", "no sum of money" }, { "$12", "no sum of money" }, { "nan", "no sum of money" }, { "inf", "no sum of money" },
  { "1.005", "parts of a fen" }, { "1.000", "parts of a fen" }, { "-5", "below zero" }, { "-¥5", "below zero" },
  { "￥-5", "below zero" }, { "−5", "below zero" },
  { "90071992547410", "more than can be kept" }, { "99999999999999999999999999", "more than can be kept" },
  { "1111111111111111111111111111111111111111111111111111111111111111111111111111111111", "no sum of money" },
};

static const struct { gint64 fen; const char *plain, *formatted; } formats[] = {
  { 0, "0.00", "0.00" }, { 5, "0.05", "0.05" }, { 99, "0.99", "0.99" }, { 100, "1.00", "1.00" },
  { 12345, "123.45", "123.45" }, { 99999, "999.99", "999.99" }, { 123450, "1234.50", "1,234.50" },
  { 12345678, "123456.78", "123,456.78" }, { 123456789, "1234567.89", "1,234,567.89" },
  { -5, "-0.05", "−0.05" }, { -123450, "-1234.50", "−1,234.50" }, { -12345600, "-123456.00", "−123,456.00" },
  { G_MAXINT64, "92233720368547758.07", "92,233,720,368,547,758.07" },
  { G_MININT64, "-92233720368547758.08", "−92,233,720,368,547,758.08" },
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 fen = -1;

      g_test_message ("%s", good[i].text);
      xb_money_parse (good[i].text, &fen, &error);
      g_assert_no_error (error);
      g_assert_cmpint (fen, ==, good[i].fen);
    }
}

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 fen;

      g_assert_false (xb_money_parse (bad[i].text, &fen, &error));
      g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, bad[i].says));
    }
}

static void
test_format (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *plain = xb_money_format_plain (formats[i].fen);
      g_autofree char *formatted = xb_money_format (formats[i].fen);

      g_assert_cmpstr (plain, ==, formats[i].plain);
      g_assert_cmpstr (formatted, ==, formats[i].formatted);
    }
}

static void
test_signed (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 2000; i++)
    {
      gint64 fen = (gint64) g_rand_int (rand) * (i % 2 == 0 ? 1 : -1) * (1 + i % 1000);
      g_autofree char *plain = xb_money_format_plain (fen);
      g_autofree char *formatted = xb_money_format (fen);
      gint64 back = 0;

      g_assert_true (xb_money_parse_signed (plain, &back, NULL));
      g_assert_cmpint (back, ==, fen);
      g_assert_true (xb_money_parse_signed (formatted, &back, NULL));
      g_assert_cmpint (back, ==, fen);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/good", test_good);
  g_test_add_func ("/money/bad", test_bad);
  g_test_add_func ("/money/format", test_format);
  g_test_add_func ("/money/signed", test_signed);
  return g_test_run ();
}
