/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "near.h"
#include "xb-error.h"
#include "xb-exact-private.h"
#include "xb-incident-loss.h"
#include "xb-payback.h"

static const XbStandard usual = { 0.95, 0.05, 0.15 };

static XbTotals
totals (gint64 calls,
        gint64 answered,
        gint64 inquiries,
        gint64 orders,
        gint64 revenue)
{
  return (XbTotals) { .days = 28, .calls = calls, .answered = answered, .inquiries = inquiries, .orders = orders,
                      .revenue = revenue };
}

static XbPayback
reckon (XbTotals before,
        XbTotals after,
        gint64   cost,
        int      margin)
{
  g_autoptr(GError) error = NULL;
  XbPayback payback;

  g_assert_true (xb_payback_new (&before, &after, cost, margin, &usual, &payback, &error));
  g_assert_no_error (error);
  return payback;
}

static void
test_exact (void)
{
  /* Python: divmod () of the exact numbers, a half away from zero */
  static const struct { gint64 top, bottom, quotient; } rows[] = {
    { 0, 7, 0 }, { 1, 2, 1 }, { -1, 2, -1 }, { 1, -2, -1 }, { -1, -2, 1 }, { 1, 3, 0 }, { 2, 3, 1 }, { -2, 3, -1 },
    { 5, 2, 3 }, { -5, 2, -3 }, { 7, 7, 1 }, { 49, 100, 0 }, { 50, 100, 1 }, { G_MAXINT64, 1, G_MAXINT64 },
    { G_MAXINT64, 2, G_GINT64_CONSTANT (4611686018427387904) }, { 1, G_MAXINT64, 0 }, { 1, G_MININT64, 0 },
  };
  XbWide most = 1, product, difference;
  gint64 quotient;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (xb_wide_divide (rows[i].top, rows[i].bottom, &quotient));
      g_assert_cmpint (quotient, ==, rows[i].quotient);
    }
  for (guint i = 0; i < 126; i++)
    g_assert_true (xb_wide_multiply (most, 2, &most));
  g_assert_false (xb_wide_multiply (most, 2, &product));
  g_assert_false (xb_wide_multiply (-most, 4, &product));
  g_assert_true (xb_wide_multiply (most, 0, &product));
  g_assert_true (product == 0);
  g_assert_true (xb_wide_subtract (most, most, &difference) && difference == 0);
  g_assert_false (xb_wide_subtract (most, -most, &difference));
  g_assert_false (xb_wide_subtract (-most - 1, most, &difference));
  g_assert_false (xb_wide_divide (most, 3, &quotient));
}

static void
test_counts (void)
{
  /* mpmath 1.3, 30 digits: x + z²/2 ± z √(x + z²/4) of both counts, each over its calls, squared and added */
  static const struct { gint64 before, calls_before, after, calls_after; double level, difference, low, high; } rows[] = {
    { 200, 1004, 260, 1004, 0.95, 0.0597609561752988, 0.0178935164485773, 0.101979839621152 },
    { 0, 500, 9, 480, 0.95, 0.01875, 0.00700371943172917, 0.0356383013727199 },
    { 0, 10, 0, 20, 0.95, 0, -0.384145882069413, 0.192072941034706 },
    { 5000, 1000, 4000, 1000, 0.99, -1, -1.24471544554634, -0.75580636119004 },
    { 40, 2000, 44, 2100, 0.95, 0.000952380952380952, -0.0080397634798908, 0.00987767598775143 },
  };
  static const XbEffect effects[] = {
    XB_EFFECT_UP, XB_EFFECT_TOO_FEW_CALLS, XB_EFFECT_TOO_FEW_CALLS, XB_EFFECT_DOWN, XB_EFFECT_TOO_FEW_CALLS,
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      XbStandard standard = { rows[i].level, 0.05, 0.15 };
      XbCountDifference d = xb_count_difference_new (rows[i].before, rows[i].calls_before, rows[i].after,
                                                     rows[i].calls_after, &standard);

      assert_near (d.difference, rows[i].difference);
      assert_near (d.low, rows[i].low);
      assert_near (d.high, rows[i].high);
      g_assert_cmpint (d.effect, ==, effects[i]);
      g_assert_cmpint (d.calls_needed > 0, ==, d.effect == XB_EFFECT_TOO_FEW_CALLS && rows[i].before > 0);
    }
  g_assert_cmpint (xb_count_difference_new (200000, 1000000, 200100, 1000000, &usual).effect, ==,
                   XB_EFFECT_NO_DIFFERENCE);
  g_assert_false (xb_count_difference_new (1, 0, 1, 5, &usual).known);
  g_assert_false (xb_count_difference_new (-1, 5, 1, 5, &usual).known);
}

static void
test_count_properties (void)
{
  for (guint i = 0; i < 10000; i++)
    {
      gint64 m = g_test_rand_int_range (1, 100000), n = g_test_rand_int_range (1, 100000);
      gint64 a = g_test_rand_int_range (0, i % 2 ? 10 : 300000), b = g_test_rand_int_range (0, i % 3 ? 300000 : 10);
      XbCountDifference d = xb_count_difference_new (a, m, b, n, &usual);
      XbCountDifference back = xb_count_difference_new (b, n, a, m, &usual);

      g_assert_true (isfinite (d.low) && isfinite (d.high));
      g_assert_cmpfloat (d.low, <=, d.difference);
      g_assert_cmpfloat (d.high, >=, d.difference);
      assert_near (d.low, -back.high);
      if (d.effect == XB_EFFECT_UP)
        g_assert_cmpfloat (d.low, >, 0);
      if (d.effect == XB_EFFECT_TOO_FEW_CALLS && a > 0)
        g_assert_cmpint (d.calls_needed, >, MIN (m, n));
    }
}

static void
test_reckoned (void)
{
  /* Python: fractions.Fraction for every product and quotient, rounded once; mpmath for the ends of the intervals */
  static const struct
  {
    gint64 before[5], after[5], cost;
    int margin;
    gint64 answered, inquiries, orders;
    double low, high;
    gint64 per_answered, per_low, per_high, per_order; /* 0: none */
    gint64 profit[3], roi[3];
    XbPays pays;
  } rows[] = {
    { { 1004, 612, 200, 400, 4000000 }, { 1100, 748, 260, 520, 5300000 }, 48000, 3500,
      77, 41, 82, 32.4644330053364, 122.248310512081, 619, 393, 1479, 587,
      { 289246, 69222, 508753 }, { 50260, 4421, 95990 }, XB_PAYS_YES },
    { { 10040, 6120, 2000, 400, 4000000 }, { 11000, 7480, 2600, 820, 9300001 }, 48000, 3500,
      775, 409, 382, 632.542653211338, 916.846999479812, 62, 52, 76, 126,
      { 1456607, 1187456, 1727631 }, { 293460, 237387, 349923 }, XB_PAYS_YES },
    { { 10040, 6120, 2000, 400, 4000000 }, { 11000, 6480, 2600, 420, 4300001 }, 9900000, 3333,
      -225, 409, -18, -370.823760456423, -79.3456890236012, 0, 0, 0, 0,
      { -61559, -261164, 136531 }, { -10062, -10264, -9862 }, XB_PAYS_NO },
    { { 10040, 6800, 2000, 820, 4000000 }, { 11000, 6480, 1500, 420, 4300001 }, 48000, 10000,
      -970, -691, -478, -1112.53893505833, -827.292606383222, 0, 0, 0, 0,
      { -3202237, -3699337, -2714649 }, { -677133, -780695, -575552 }, XB_PAYS_NO },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const gint64 *b = rows[i].before, *a = rows[i].after;
      XbPayback p = reckon (totals (b[0], b[1], b[2], b[3], b[4]), totals (a[0], a[1], a[2], a[3], a[4]),
                            rows[i].cost, rows[i].margin);

      g_assert_cmpint (p.extra_answered.rounded, ==, rows[i].answered);
      g_assert_cmpint (p.extra_inquiries.rounded, ==, rows[i].inquiries);
      g_assert_cmpint (p.extra_orders.rounded, ==, rows[i].orders);
      assert_near (p.extra_answered.low, rows[i].low);
      assert_near (p.extra_answered.high, rows[i].high);
      g_assert_cmpint (p.per_answered.known, ==, rows[i].per_answered > 0);
      g_assert_cmpint (p.per_answered.fen, ==, rows[i].per_answered);
      g_assert_cmpint (p.per_answered.low, ==, rows[i].per_low);
      g_assert_cmpint (p.per_answered.high, ==, rows[i].per_high);
      g_assert_cmpint (p.per_answered.bounded, ==, rows[i].per_high > 0);
      g_assert_cmpint (p.per_order.fen, ==, rows[i].per_order);
      g_assert_true (p.profit.known && p.roi.known);
      g_assert_cmpint (p.profit.value, ==, rows[i].profit[0]);
      g_assert_cmpint (p.profit.low, ==, rows[i].profit[1]);
      g_assert_cmpint (p.profit.high, ==, rows[i].profit[2]);
      g_assert_cmpint (p.roi.value, ==, rows[i].roi[0]);
      g_assert_cmpint (p.roi.low, ==, rows[i].roi[1]);
      g_assert_cmpint (p.roi.high, ==, rows[i].roi[2]);
      g_assert_cmpint (p.pays, ==, rows[i].pays);
      g_assert_cmpint (p.before.days, ==, 28);
    }
}

static void
test_no_figure (void)
{
  const XbTotals none = { 0 };
  const XbTotals usual_before = totals (1000, 610, 200, 100, 1000000), usual_after = totals (1000, 680, 260, 180, 1800000);
  const struct { XbTotals before, after; gint64 cost; int margin; XbPays pays; gboolean profit; } rows[] = {
    { none, none, 48000, 3500, XB_PAYS_NO_CALLS, FALSE },
    { usual_before, none, 48000, 3500, XB_PAYS_NO_CALLS, FALSE },
    { none, usual_after, 48000, 3500, XB_PAYS_NO_CALLS, FALSE },
    { usual_before, usual_after, 48000, 0, XB_PAYS_NO_MARGIN, FALSE },
    { usual_before, usual_after, 0, 3500, XB_PAYS_FREE, TRUE },
    { usual_before, usual_after, -100, 3500, XB_PAYS_FREE, TRUE },
    { totals (1000, 610, 0, 0, 0), totals (1000, 680, 0, 0, 0), 48000, 3500, XB_PAYS_NO_REVENUE, FALSE },
    { totals (1000, 610, 0, 9, 0), totals (1000, 680, 0, 9, 0), 48000, 3500, XB_PAYS_NO_REVENUE, FALSE },
    { totals (1000, 610, 0, 9, 100), totals (1000, 680, 0, 9, -200), 48000, 3500, XB_PAYS_NO_REVENUE, FALSE },
    { totals (100, 61, 9, 9, 90000), totals (100, 68, 12, 12, 120000), 4000, 3500, XB_PAYS_UNSURE, TRUE },
    /* A handful of orders proves nothing, whatever it brought. */
    { totals (100, 61, 0, 0, 0), totals (100, 68, 9, 9, 90000000), 4000, 3500, XB_PAYS_UNSURE, TRUE },
    { totals (1000, 0, 0, 0, 0), totals (1000, 0, 0, 0, 0), 4000, 3500, XB_PAYS_NO_REVENUE, FALSE },
    { usual_before, usual_after, 1, 10000, XB_PAYS_YES, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      XbPayback p = reckon (rows[i].before, rows[i].after, rows[i].cost, rows[i].margin);

      g_test_message ("row %u", i);
      g_assert_cmpint (p.pays, ==, rows[i].pays);
      g_assert_cmpint (p.profit.known, ==, rows[i].profit);
      g_assert_cmpint (p.roi.known, ==, rows[i].profit && rows[i].cost > 0);
    }
}

static void
test_bad (void)
{
  const XbTotals huge = { .days = 1, .calls = G_MAXINT64, .answered = G_MAXINT64, .orders = G_MAXINT64 / 2,
                          .revenue = G_MAXINT64 / 2 };
  const XbTotals before = totals (1000, 610, 200, 100, 1000000);
  static const int margins[] = { -1, 10001, G_MAXINT, G_MININT };
  XbPayback p;

  for (guint i = 0; i < G_N_ELEMENTS (margins); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (xb_payback_new (&before, &before, 100, margins[i], &usual, &p, &error));
      g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (xb_payback_new (i ? &huge : &before, &huge, G_MAXINT64, 3500, &usual, &p, &error));
      g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
    }
}

/* Whatever the counts: no answer without proof, ends in order, the sums of a refusal never half done. */
static void
test_properties (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      gint64 c0 = g_test_rand_int_range (0, 5000), c1 = g_test_rand_int_range (0, 5000);
      gint64 o0 = g_test_rand_int_range (0, i % 2 ? 4 : 900), o1 = g_test_rand_int_range (0, i % 2 ? 9 : 900);
      gint64 cost = g_test_rand_int_range (-1000, 200000);
      XbPayback p = reckon (totals (c0, c0 / 2, o0, o0, o0 * 1234), totals (c1, c1 / 2 + c1 / 9, o1, o1, o1 * 4321), cost,
                            g_test_rand_int_range (0, 10001));

      if (p.pays == XB_PAYS_YES)
        g_assert_true (p.profit.low > cost && p.orders.low > 0 && p.roi.low > -1 && cost > 0);
      if (p.pays == XB_PAYS_NO)
        g_assert_true (p.profit.high < cost && p.roi.high <= 0);
      if (p.profit.known)
        g_assert_true (p.profit.low <= p.profit.value && p.profit.value <= p.profit.high);
      if (p.roi.known)
        g_assert_true (p.roi.low <= p.roi.value && p.roi.value <= p.roi.high);
      if (p.per_answered.known)
        g_assert_true (p.per_answered.low <= p.per_answered.fen && p.extra_answered.extra > 0);
      if (p.per_answered.bounded)
        g_assert_true (p.per_answered.fen <= p.per_answered.high && p.extra_answered.low > 0);
      g_assert_cmpfloat (fabs (p.extra_answered.extra - (double) p.extra_answered.rounded), <=, 0.5 + 1e-9);
    }
}

static XbBeforeAfter *
incident (const XbMetricDay *rows,
          gsize              n_rows)
{
  XbQuestion question = { .rows = rows, .n_rows = n_rows, .before = { 100, 127 }, .after = { 128, 134 },
                          .standard = usual };

  return xb_before_after_new (&question, NULL);
}

static void
test_incident (void)
{
  XbMetricDay rows[35];
  g_autoptr(XbBeforeAfter) full = NULL, steady = NULL, none = NULL;
  XbIncidentLoss loss;
  XbDifference same;

  for (int i = 0; i < 35; i++)
    rows[i] = (XbMetricDay) { .day = 100 + i, .calls = 200, .answered = i < 28 ? 130 : 60 };
  full = incident (rows, 35);
  loss = xb_incident_loss_new (full);
  same = xb_difference_newcombe (28 * 130, 28 * 200, 7 * 60, 7 * 200, &usual);
  g_assert_true (loss.known && loss.proven);
  g_assert_cmpint (loss.days, ==, 7);
  g_assert_cmpint (loss.days_counted, ==, 7);
  g_assert_cmpint (loss.lost.rounded, ==, 490);
  assert_near (loss.lost.extra, 490);
  assert_near (loss.days_lost, 490 / 130.0);
  assert_near (loss.days_low, -same.high * 1400 / 130);
  assert_near (loss.days_high, -same.low * 1400 / 130);

  for (int i = 28; i < 35; i++)
    rows[i].answered = 131;
  steady = incident (rows, 34);
  loss = xb_incident_loss_new (steady);
  g_assert_false (loss.proven);
  g_assert_cmpint (loss.days_counted, ==, 6);
  g_assert_cmpint (loss.lost.rounded, ==, -6);
  g_assert_cmpfloat (loss.days_low, <, 0);

  none = incident (rows, 28);
  loss = xb_incident_loss_new (none);
  g_assert_false (loss.known || loss.proven);
  g_assert_cmpfloat (loss.days_lost, ==, 0);
  g_assert_cmpint (loss.days, ==, 7);
}

static void
test_controlled_gain (void)
{
  XbDifference changed = xb_difference_newcombe (610, 1000, 680, 1000, &usual);
  XbDifference control = xb_difference_newcombe (1200, 2000, 1240, 2000, &usual);
  XbControlled both = xb_controlled_new (&changed, &control, &usual);
  XbGain plain = xb_gain_answered (&changed), gain = xb_gain_controlled (&both);
  XbDifference empty = xb_difference_newcombe (0, 0, 1, 2, &usual);

  g_assert_cmpint (plain.rounded, ==, 70);
  g_assert_cmpint (gain.rounded, ==, 50);
  assert_near (gain.extra, 50);
  assert_near (gain.low, both.low * 1000);
  g_assert_false (xb_gain_answered (&empty).known);
  g_assert_cmpint (xb_unit_cost_new (48000, &gain).fen, ==, 960);
  g_assert_cmpint (xb_unit_cost_new (48000, &gain).bounded, ==, gain.low > 0);
  gain.extra = 0.0004;
  g_assert_false (xb_unit_cost_new (48000, &gain).known);
  gain.extra = -3;
  g_assert_false (xb_unit_cost_new (48000, &gain).known);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/payback/exact", test_exact);
  g_test_add_func ("/payback/counts", test_counts);
  g_test_add_func ("/payback/count-properties", test_count_properties);
  g_test_add_func ("/payback/reckoned", test_reckoned);
  g_test_add_func ("/payback/no-figure", test_no_figure);
  g_test_add_func ("/payback/bad", test_bad);
  g_test_add_func ("/payback/properties", test_properties);
  g_test_add_func ("/payback/incident", test_incident);
  g_test_add_func ("/payback/controlled-gain", test_controlled_gain);
  return g_test_run ();
}
