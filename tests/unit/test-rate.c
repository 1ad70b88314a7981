/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <float.h>

#include "near.h"
#include "xb-error.h"
#include "xb-quantile.h"
#include "xb-rate.h"
#include "xb-totals.h"

static void
test_quantile (void)
{
  /* mpmath 1.3, 40 digits: findroot (lambda z: log (erfc (-z / sqrt (2)) / 2) - log (p), ...); R: qnorm (p) */
  static const struct { double p, z; } rows[] = {
    { 0.5, 0 }, { 0.6, 0.25334710313579974132 }, { 0.75, 0.6744897501960817432 }, { 0.9, 1.2815515655446005935 },
    { 0.925, 1.4395314709384562291 }, { 0.95, 1.6448536269514722843 }, { 0.975, 1.9599639845400538556 },
    { 0.99, 2.3263478740408407676 }, { 0.995, 2.5758293035489004539 }, { 0.9995, 3.2905267314919257787 },
    { 0.025, -1.9599639845400542118 }, { 0.005, -2.5758293035489007538 }, { 1e-5, -4.2648907939228246102 },
    { 1e-10, -6.3613409024040561991 }, { 1e-20, -9.2623400897984075796 }, { 1e-100, -21.273453560965324294 },
    { 1e-300, -37.047096299361199237 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpfloat_with_epsilon (xb_normal_quantile (rows[i].p), rows[i].z, 1e-15 * MAX (1, fabs (rows[i].z)));
  g_assert_cmpfloat_with_epsilon (xb_normal_two_sided (0.95), 1.959963984540054, 2e-15);
  assert_near (xb_normal_p_value (1.959963984540054), 0.05);
  assert_near (xb_normal_p_value (-1.959963984540054), 0.05);
  g_assert_cmpfloat (xb_normal_p_value (0), ==, 1);
  g_assert_cmpfloat (xb_normal_p_value (1e300), ==, 0);
  for (guint i = 0; i < 20000; i++)
    {
      double p = g_test_rand_double_range (1e-6, 0.5);
      double z = xb_normal_quantile (p);

      g_assert_cmpfloat_with_epsilon (erfc (-z / G_SQRT2) / 2, p, 4 * DBL_EPSILON);
      g_assert_cmpfloat_with_epsilon (xb_normal_quantile (1 - p), -z, 1e-9);
      g_assert_cmpfloat (xb_normal_quantile (p * 0.999), <, z);
    }
}

static void
test_published (void)
{
  /* Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, methods 3 and 4. */
  static const struct { gint64 hits, trials; double low, high, low_corrected, high_corrected; } rows[] = {
    { 81, 263, 0.2553, 0.3662, 0.2535, 0.3682 },
    { 15, 148, 0.0624, 0.1605, 0.0598, 0.1644 },
    { 0, 20, 0, 0.1611, 0, 0.2005 },
    { 1, 29, 0.0061, 0.1718, 0.0018, 0.1963 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      XbRate plain = xb_rate_wilson (rows[i].hits, rows[i].trials, 0.95);
      XbRate corrected = xb_rate_wilson_corrected (rows[i].hits, rows[i].trials, 0.95);

      g_assert_cmpfloat_with_epsilon (plain.low, rows[i].low, 5.1e-5);
      g_assert_cmpfloat_with_epsilon (plain.high, rows[i].high, 5.1e-5);
      g_assert_cmpfloat_with_epsilon (corrected.low, rows[i].low_corrected, 5.1e-5);
      g_assert_cmpfloat_with_epsilon (corrected.high, rows[i].high_corrected, 5.1e-5);
    }
}

static void
test_wilson (void)
{
  /* R 4.2.2: prop.test (k, n, conf.level = l, correct = FALSE)$conf.int, then correct = TRUE */
  static const struct { gint64 hits, trials; double level, low, high, low_corrected, high_corrected; } rows[] = {
    { 81, 263, 0.95, 0.255288519878274, 0.3662095769828, 0.253508682295185, 0.368176201043004 },
    { 15, 148, 0.95, 0.0623863995307363, 0.160487241723308, 0.0597782084284981, 0.164449779364837 },
    { 0, 20, 0.95, 0, 0.161125158052819, 0, 0.200453345013487 },
    { 1, 29, 0.95, 0.00611321429276266, 0.171755218793203, 0.00180264021327967, 0.196281751009759 },
    { 29, 29, 0.95, 0.883030201500259, 1, 0.854383524420427, 1 },
    { 650, 1000, 0.95, 0.619914682506809, 0.678937289947524, 0.619406925513278, 0.679425670721359 },
    { 612, 1004, 0.9, 0.583974877183117, 0.634559729515442, 0.5834724392884, 0.635050603137789 },
    { 612, 1004, 0.99, 0.569307916401633, 0.648377026736494, 0.56880419822766, 0.64886274261312 },
    { 1, 2000000, 0.95, 8.82622829201307e-08, 2.83246151750683e-06, 2.61000733359585e-08, 3.24751374415034e-06 },
    { 3, 7, 0.8, 0.225988111614526, 0.658302946379093, 0.173653782348934, 0.717966399907952 },
    { 1999999999, 2000000000, 0.95, 0.999999997167533, 0.999999999911738, 0.99999999675248, 0.9999999999739 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      XbRate plain = xb_rate_wilson (rows[i].hits, rows[i].trials, rows[i].level);
      XbRate corrected = xb_rate_wilson_corrected (rows[i].hits, rows[i].trials, rows[i].level);

      g_assert_true (plain.known && corrected.known);
      assert_near (plain.low, rows[i].low);
      assert_near (plain.high, rows[i].high);
      assert_near (corrected.low, rows[i].low_corrected);
      assert_near (corrected.high, rows[i].high_corrected);
      g_assert_cmpfloat (plain.rate, ==, (double) rows[i].hits / (double) rows[i].trials);
      g_assert_cmpint (plain.hits, ==, rows[i].hits);
      g_assert_cmpint (plain.trials, ==, rows[i].trials);
      g_assert_cmpfloat (plain.level, ==, rows[i].level);
    }
}

static void
test_no_rate (void)
{
  static const struct { gint64 hits, trials; } rows[] = {
    { 0, 0 }, { 1, 0 }, { -1, 5 }, { 6, 5 }, { -1, -5 }, { G_MININT64, G_MAXINT64 }, { 0, G_MININT64 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      XbRate rate = xb_rate_wilson (rows[i].hits, rows[i].trials, 0.95);
      XbRate corrected = xb_rate_wilson_corrected (rows[i].hits, rows[i].trials, 0.95);

      g_assert_false (rate.known || corrected.known);
      g_assert_cmpfloat (rate.rate, ==, 0);
      g_assert_cmpfloat (rate.low, ==, 0);
      g_assert_cmpfloat (rate.high, ==, 1);
      g_assert_cmpfloat (corrected.rate, ==, 0);
    }
}

static void
assert_is_rate (XbRate rate)
{
  g_assert_true (rate.known);
  g_assert_cmpfloat (rate.low, >=, 0);
  g_assert_cmpfloat (rate.low, <=, rate.rate);
  g_assert_cmpfloat (rate.rate, <=, rate.high);
  g_assert_cmpfloat (rate.high, <=, 1);
}

static void
test_properties (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      gint64 trials = g_test_rand_int_range (1, i % 3 == 0 ? 8 : 100000);
      gint64 hits = i % 5 == 0 ? 0 : i % 5 == 1 ? trials : g_test_rand_int_range (0, (gint32) trials + 1);
      double level = g_test_rand_double_range (0.5, 0.9999);
      XbRate rate = xb_rate_wilson (hits, trials, level);
      XbRate mirror = xb_rate_wilson (trials - hits, trials, level);
      XbRate surer = xb_rate_wilson (hits, trials, level + (1 - level) / 2);
      XbRate more = xb_rate_wilson (hits * 2, trials * 2, level);
      XbRate corrected = xb_rate_wilson_corrected (hits, trials, level);

      assert_is_rate (rate);
      assert_is_rate (corrected);
      assert_near (rate.low, 1 - mirror.high);
      assert_near (rate.high, 1 - mirror.low);
      g_assert_cmpfloat (surer.high - surer.low, >, rate.high - rate.low);
      g_assert_cmpfloat (more.high - more.low, <, rate.high - rate.low);
      g_assert_cmpfloat (corrected.low, <=, rate.low + 1e-15);
      g_assert_cmpfloat (corrected.high, >=, rate.high - 1e-15);
      if (hits == 0)
        g_assert_cmpfloat (rate.low, ==, 0);
      if (hits == trials)
        g_assert_cmpfloat (rate.high, ==, 1);
      if (hits < trials)
        g_assert_cmpfloat (xb_rate_wilson (hits + 1, trials, level).low, >, rate.low);
    }
}

static void
test_huge (void)
{
  static const gint64 hits[] = { 0, 1, G_MAXINT64 / 2, G_MAXINT64 - 1, G_MAXINT64 };

  for (guint i = 0; i < G_N_ELEMENTS (hits); i++)
    {
      assert_is_rate (xb_rate_wilson (hits[i], G_MAXINT64, 0.95));
      assert_is_rate (xb_rate_wilson_corrected (hits[i], G_MAXINT64, 0.95));
    }
}

static void
test_totals (void)
{
  static const XbMetricDay rows[] = {
    { 20000, 10, 6, 1, 0, 2, 1, 500 }, { 20001, 10, 7, 0, 2, 3, 1, 700 }, { 20001, 5, 5, 0, 0, 0, 0, 0 },
    { 20004, 0, 0, 0, 0, 0, 0, -200 },
  };
  g_autoptr(GError) error = NULL;
  XbTotals totals;

  g_assert_true (xb_totals_sum (rows, G_N_ELEMENTS (rows), (XbSpan) { 20000, 20010 }, &totals, &error));
  g_assert_no_error (error);
  g_assert_cmpint (totals.days, ==, 3);
  g_assert_cmpint (totals.seen.from, ==, 20000);
  g_assert_cmpint (totals.seen.until, ==, 20004);
  g_assert_cmpint (totals.calls, ==, 25);
  g_assert_cmpint (totals.answered, ==, 18);
  g_assert_cmpint (totals.marks, ==, 1);
  g_assert_cmpint (totals.complaints, ==, 2);
  g_assert_cmpint (totals.inquiries, ==, 5);
  g_assert_cmpint (totals.orders, ==, 2);
  g_assert_cmpint (totals.revenue, ==, 1000);

  g_assert_true (xb_totals_sum (rows, G_N_ELEMENTS (rows), (XbSpan) { 20001, 20001 }, &totals, NULL));
  g_assert_cmpint (totals.days, ==, 1);
  g_assert_cmpint (totals.calls, ==, 15);
  g_assert_true (xb_totals_sum (rows, G_N_ELEMENTS (rows), (XbSpan) { 20002, 20003 }, &totals, NULL));
  g_assert_cmpint (totals.days, ==, 0);
  g_assert_true (xb_totals_sum (rows, G_N_ELEMENTS (rows), (XbSpan) { 20004, 20000 }, &totals, NULL));
  g_assert_cmpint (totals.days, ==, 0);
  g_assert_true (xb_totals_sum (NULL, 0, (XbSpan) { 0, 1 }, &totals, NULL));
  g_assert_cmpint (totals.days, ==, 0);
}

static void
test_totals_bad (void)
{
  static const XbMetricDay bad[] = {
    { 20000, 10, 11 }, { 20000, -1, -1 }, { 20000, 1, -1 }, { 20000, 1, 1, -1 }, { 20000, 1, 1, 0, -1 },
    { 20000, 1, 1, 0, 0, -1 }, { 20000, 1, 1, 0, 0, 0, -1 },
  };
  static const XbMetricDay much[] = {
    { 20000, G_MAXINT64 }, { 20000, 0, 0, 0, 0, G_MAXINT64 }, { 20000, 0, 0, 0, 0, 0, 0, G_MININT64 },
  };
  static const XbMetricDay one = { 20001, 1, 1, 1, 1, 1, 1, -1 };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;
      XbTotals totals = { 0 };

      g_assert_false (xb_totals_add (&totals, &bad[i], &error));
      g_assert_error (error, XB_ERROR, XB_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, "2024-10-04"));
      g_assert_cmpint (totals.days, ==, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (much); i++)
    {
      g_autoptr(GError) error = NULL;
      XbTotals totals = { 0 };

      g_assert_true (xb_totals_add (&totals, &much[i], NULL));
      g_assert_false (xb_totals_add (&totals, &one, &error));
      g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
      g_assert_cmpint (totals.days, ==, 1);
      g_assert_cmpint (totals.answered, ==, 0);
    }
}

static void
test_days_for (void)
{
  static const struct { int days; gint64 calls, wanted, more; } rows[] = {
    { 28, 280, 2800, 252 }, { 28, 280, 280, 0 }, { 28, 280, 281, 1 }, { 28, 280, 291, 2 }, { 0, 0, 10, -1 },
    { 5, 0, 10, -1 }, { 5, 0, 0, 0 }, { 1, 1, G_MAXINT64, G_GINT64_CONSTANT (4611686018427387904) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      XbTotals totals = { .days = rows[i].days, .calls = rows[i].calls };

      g_assert_cmpint (xb_totals_days_for (&totals, rows[i].wanted), ==, rows[i].more);
    }
}

static void
test_spans (void)
{
  XbSpan before, after;

  xb_span_around (20000, 28, &before, &after);
  g_assert_cmpint (before.from, ==, 19972);
  g_assert_cmpint (before.until, ==, 19999);
  g_assert_cmpint (after.from, ==, 20001);
  g_assert_cmpint (after.until, ==, 20028);
  g_assert_cmpint (xb_span_count (before), ==, 28);
  g_assert_true (xb_span_has (after, 20001) && xb_span_has (after, 20028));
  g_assert_false (xb_span_has (after, 20000) || xb_span_has (after, 20029));
  g_assert_cmpint (xb_span_count ((XbSpan) { 5, 4 }), ==, 0);
  g_assert_cmpint (xb_span_count ((XbSpan) { G_MININT, G_MAXINT }), ==, G_GINT64_CONSTANT (4294967296));
  xb_span_around (G_MAXINT, G_MAXINT, &before, &after);
  g_assert_cmpint (after.until, ==, G_MAXINT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rate/quantile", test_quantile);
  g_test_add_func ("/rate/published", test_published);
  g_test_add_func ("/rate/wilson", test_wilson);
  g_test_add_func ("/rate/no-rate", test_no_rate);
  g_test_add_func ("/rate/properties", test_properties);
  g_test_add_func ("/rate/huge", test_huge);
  g_test_add_func ("/totals/sum", test_totals);
  g_test_add_func ("/totals/bad", test_totals_bad);
  g_test_add_func ("/totals/days-for", test_days_for);
  g_test_add_func ("/totals/spans", test_spans);
  return g_test_run ();
}
