/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "near.h"
#include "xb-control.h"

static const XbStandard usual = { 0.95, 0.05, 0.15 };

static XbDifference
difference (gint64 hits_before,
            gint64 trials_before,
            gint64 hits_after,
            gint64 trials_after)
{
  return xb_difference_newcombe (hits_before, trials_before, hits_after, trials_after, &usual);
}

static void
test_published (void)
{
  /* Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10; his first sample is our after. */
  static const struct { gint64 hits_before, before, hits_after, after; double low, high; } rows[] = {
    { 48, 80, 56, 70, 0.0524, 0.3339 }, { 3, 10, 9, 10, 0.1705, 0.8090 }, { 2, 7, 6, 7, 0.0582, 0.8062 },
    { 0, 29, 5, 56, -0.0381, 0.1926 }, { 0, 20, 0, 10, -0.1611, 0.2775 }, { 0, 10, 0, 10, -0.2775, 0.2775 },
    { 0, 20, 10, 10, 0.6791, 1 }, { 0, 10, 10, 10, 0.6075, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      XbDifference d = difference (rows[i].hits_before, rows[i].before, rows[i].hits_after, rows[i].after);

      g_assert_cmpfloat_with_epsilon (d.low, rows[i].low, 5.1e-5);
      g_assert_cmpfloat_with_epsilon (d.high, rows[i].high, 5.1e-5);
    }
}

static void
test_newcombe (void)
{
  /* R 4.2.2: the ends from prop.test (k, n, conf.level = l, correct = FALSE)$conf.int of either side, squared and
   * added; p from prop.test (c (b, a), c (n, m), correct = FALSE)$p.value, NaN there where nothing differs */
  static const struct { gint64 hits_before, before, hits_after, after; double level, low, high, p; } rows[] = {
    { 48, 80, 56, 70, 0.95, 0.0524314724023649, 0.333872654036906, 0.00804508136819656 },
    { 3, 10, 9, 10, 0.95, 0.170522723934503, 0.809017973535488, 0.00616989932054415 },
    { 2, 7, 6, 7, 0.95, 0.0582279274823123, 0.806249637524228, 0.0307535612592746 },
    { 0, 29, 5, 56, 0.95, -0.0381371479035369, 0.192560013855112, 0.0971865681705797 },
    { 0, 20, 0, 10, 0.95, -0.161125158052819, 0.277532799862889, 1 },
    { 0, 20, 10, 10, 0.95, 0.679086037141915, 1, 4.3204630578275e-08 },
    { 0, 10, 10, 10, 0.95, 0.607509350430524, 1, 7.74421643104409e-06 },
    { 612, 1004, 683, 1004, 0.95, 0.0288617822314159, 0.112226459628896, 0.000929597310256082 },
    { 6100, 10000, 6790, 9990, 0.95, 0.0564317187028786, 0.0828931596663462, 7.58211830799809e-25 },
    { 650, 1000, 651, 1000, 0.99, -0.0537849626079974, 0.0557765659808038, 0.962595947392948 },
    { 500000, 1000000, 502000, 1000000, 0.9, 0.000836915245853678, 0.00316307710176512, 0.0046776523135192 },
    { 30, 40, 12, 38, 0.95, -0.599445821467706, -0.2144539247038, 0.000120564612242277 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      XbStandard standard = { rows[i].level, 0.05, 0.15 };
      XbDifference d = xb_difference_newcombe (rows[i].hits_before, rows[i].before, rows[i].hits_after, rows[i].after,
                                               &standard);

      g_assert_true (d.known);
      assert_near (d.difference, (double) rows[i].hits_after / rows[i].after
                                 - (double) rows[i].hits_before / rows[i].before);
      assert_near (d.low, rows[i].low);
      assert_near (d.high, rows[i].high);
      g_assert_cmpfloat_with_epsilon (d.p_value / rows[i].p, 1, 1e-9);
      g_assert_cmpfloat (d.level, ==, rows[i].level);
      g_assert_cmpint (d.before.hits, ==, rows[i].hits_before);
      g_assert_cmpint (d.after.trials, ==, rows[i].after);
    }
}

static void
test_statsmodels (void)
{
  /* statsmodels 0.13.5: confint_proportions_2indep (b, n, a, m, method='newcomb', compare='diff', alpha=.05) and
   * proportions_ztest ([b, a], [n, m]) */
  static const struct { gint64 hits_before, before, hits_after, after; double low, high, p; } rows[] = {
    { 612, 1004, 683, 1004, 0.0288617822314158, 0.112226459628895, 0.000929597310256092 },
    { 30, 40, 12, 38, -0.599445821467707, -0.2144539247038, 0.000120564612242277 },
    { 3, 10, 9, 10, 0.170522723934503, 0.809017973535488, 0.00616989932054415 },
    { 123456, 200000, 124456, 200500, 0.000440139426096829, 0.00645614383964959, 0.0246561400561496 },
    { 1, 900, 7, 800, 0.000792199216446127, 0.0168846756017815, 0.0216143245529108 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      XbDifference d = difference (rows[i].hits_before, rows[i].before, rows[i].hits_after, rows[i].after);

      assert_near (d.low, rows[i].low);
      assert_near (d.high, rows[i].high);
      g_assert_cmpfloat_with_epsilon (d.p_value / rows[i].p, 1, 1e-9);
    }
}

static void
test_effect (void)
{
  static const struct { gint64 hits_before, before, hits_after, after; const char *effect; } rows[] = {
    { 6100, 10000, 6790, 9990, "up" }, { 6790, 9990, 6100, 10000, "down" },
    { 65000, 100000, 65010, 100000, "no-difference" }, { 65, 100, 66, 100, "too-few-calls" },
    { 500000, 1000000, 502000, 1000000, "up" },
    /* Far from zero, but a handful. */
    { 0, 3, 3, 3, "too-few-calls" }, { 2, 7, 6, 7, "too-few-calls" }, { 3, 10, 9, 10, "too-few-calls" },
    { 30, 40, 12, 38, "down" },
    /* All or none. */
    { 0, 10000, 0, 10000, "no-difference" }, { 10000, 10000, 10000, 10000, "no-difference" },
    { 0, 10, 0, 10, "too-few-calls" }, { 0, 1000, 1000, 1000, "up" }, { 1000, 1000, 0, 1000, "down" },
    /* No data. */
    { 0, 0, 6100, 10000, "too-few-calls" }, { 6100, 10000, 0, 0, "too-few-calls" }, { 0, 0, 0, 0, "too-few-calls" },
    { 5, 4, 6100, 10000, "too-few-calls" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      XbDifference d = difference (rows[i].hits_before, rows[i].before, rows[i].hits_after, rows[i].after);

      g_test_message ("row %u", i);
      g_assert_cmpstr (xb_effect_get_nick (d.effect), ==, rows[i].effect);
      g_assert_cmpint (d.calls_needed > 0, ==, d.effect == XB_EFFECT_TOO_FEW_CALLS);
    }
}

static void
test_no_data (void)
{
  XbDifference d = difference (0, 0, 61, 100);

  g_assert_false (d.known);
  g_assert_cmpfloat (d.difference, ==, 0);
  g_assert_cmpfloat (d.low, ==, -1);
  g_assert_cmpfloat (d.high, ==, 1);
  g_assert_cmpfloat (d.p_value, ==, 1);
}

static void
test_enough (void)
{
  /* mpmath 1.3: bisection for the smallest n whose interval of method 10, at the rates seen, is 0.05 wide at most */
  static const struct { gint64 hits_before, before, hits_after, after, needed; } rows[] = {
    { 0, 0, 0, 0, 3070 }, { 5, 10, 5, 10, 3070 }, { 61, 100, 68, 100, 2797 }, { 3, 10, 9, 10, 1844 },
    { 0, 10, 0, 10, 150 }, { 0, 0, 0, 10, 150 },
    /* Rare answers: 5 expected at 1.5 % ask for more than the width does (261). */
    { 1, 100, 2, 100, 334 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (difference (rows[i].hits_before, rows[i].before, rows[i].hits_after, rows[i].after).calls_needed,
                     ==, rows[i].needed);
}

static gint64
random_hits (gint64 trials)
{
  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      return 0;
    case 1:
      return trials;
    default:
      return g_test_rand_int_range (0, (gint32) trials + 1);
    }
}

static gint64
random_trials (void)
{
  static const int most[] = { 4, 50, 5000, 1000000 };

  return g_test_rand_int_range (1, most[g_test_rand_int_range (0, G_N_ELEMENTS (most))]);
}

/* What holds of every answer: proof before an arrow, and enough that really is. */
static void
assert_honest (XbDifference d)
{
  g_assert_true (isfinite (d.difference) && isfinite (d.low) && isfinite (d.high) && isfinite (d.p_value));
  g_assert_cmpfloat (d.low, >=, -1);
  g_assert_cmpfloat (d.low, <=, d.difference);
  g_assert_cmpfloat (d.difference, <=, d.high);
  g_assert_cmpfloat (d.high, <=, 1);
  g_assert_cmpfloat (d.p_value, >=, 0);
  g_assert_cmpfloat (d.p_value, <=, 1);
  g_assert_cmpint (d.effect == XB_EFFECT_UP && d.low <= 0, ==, FALSE);
  g_assert_cmpint (d.effect == XB_EFFECT_DOWN && d.high >= 0, ==, FALSE);
  if (d.effect == XB_EFFECT_NO_DIFFERENCE)
    g_assert_true (d.low >= -usual.relevant && d.low <= 0 && d.high >= 0 && d.high <= usual.relevant);
  if (d.effect == XB_EFFECT_TOO_FEW_CALLS)
    g_assert_cmpint (d.calls_needed, >, MIN (d.before.trials, d.after.trials));
}

static void
test_properties (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      gint64 m = random_trials (), n = random_trials (), a = random_hits (m), b = random_hits (n);
      XbDifference d = difference (a, m, b, n), back = difference (b, n, a, m);
      XbDifference misses = difference (m - a, m, n - b, n);

      assert_honest (d);
      assert_near (d.low, -back.high);
      assert_near (d.p_value, back.p_value);
      assert_near (d.low, -misses.high);
      if (a < m)
        {
          XbDifference less = difference (a + 1, m, b, n);

          g_assert_cmpfloat (less.difference, <, d.difference);
          g_assert_cmpfloat (less.low, <, d.low);
        }
      if (d.effect == XB_EFFECT_TOO_FEW_CALLS && m == n && a % 7 == 0)
        {
          gint64 times = d.calls_needed / n + 1;

          g_assert_cmpint (difference (a * times, m * times, b * times, n * times).effect, !=,
                           XB_EFFECT_TOO_FEW_CALLS);
        }
    }
}

static void
test_huge (void)
{
  static const gint64 counts[] = { 0, 1, 1000, G_MAXINT64 / 2, G_MAXINT64 - 1, G_MAXINT64 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (counts); j++)
      {
        XbDifference d = difference (counts[i], G_MAXINT64, counts[j], G_MAXINT64);

        g_assert_true (isfinite (d.low) && isfinite (d.high) && isfinite (d.p_value));
        g_assert_cmpint (d.effect, !=, XB_EFFECT_TOO_FEW_CALLS);
      }
}

static void
test_controlled (void)
{
  /* mpmath 1.3, 30 digits: the sum of four rates by Newcombe (2001) written down directly; p by findroot for the z at
   * which an end is 0 */
  static const struct { gint64 counts[4][2]; double level, difference, low, high, p; } rows[] = {
    { { { 612, 1004 }, { 683, 1004 }, { 3000, 5000 }, { 3050, 5000 } }, 0.95,
      0.0607171314741036, 0.0146890672355617, 0.106435109399715, 0.00973096245425625 },
    { { { 612, 1004 }, { 683, 1004 }, { 3000, 5000 }, { 3350, 5000 } }, 0.95,
      0.000717131474103586, -0.0451586444752816, 0.0463063210288178, 0.975515429708116 },
    { { { 6100, 10000 }, { 6790, 9990 }, { 30, 50 }, { 29, 50 } }, 0.99,
      0.0896796796796797, -0.151515712482115, 0.327669550391293, 0.36046834369847 },
    { { { 800, 1000 }, { 600, 1000 }, { 500, 1000 }, { 520, 1000 } }, 0.9,
      -0.22, -0.269051711334411, -0.170487045052818, 2.16647221358982e-13 },
  };
  static const XbEffect effects[] = { XB_EFFECT_UP, XB_EFFECT_NO_DIFFERENCE, XB_EFFECT_TOO_FEW_CALLS, XB_EFFECT_DOWN };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const gint64 (*c)[2] = rows[i].counts;
      XbStandard standard = { rows[i].level, 0.05, 0.15 };
      XbDifference changed = xb_difference_newcombe (c[0][0], c[0][1], c[1][0], c[1][1], &standard);
      XbDifference control = xb_difference_newcombe (c[2][0], c[2][1], c[3][0], c[3][1], &standard);
      XbControlled both = xb_controlled_new (&changed, &control, &standard);

      assert_near (both.difference, rows[i].difference);
      assert_near (both.low, rows[i].low);
      assert_near (both.high, rows[i].high);
      g_assert_cmpfloat_with_epsilon (both.p_value / rows[i].p, 1, 1e-9);
      g_assert_cmpint (both.effect, ==, effects[i]);
      g_assert_cmpint (both.calls_needed > 50, ==, i == 2);
    }
}

static void
test_controlled_properties (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      gint64 n[4], k[4];
      XbDifference changed, control;
      XbControlled both, back;

      for (guint j = 0; j < 4; j++)
        {
          n[j] = i % 10 == j ? 0 : random_trials ();
          k[j] = random_hits (n[j]);
        }
      changed = difference (k[0], n[0], k[1], n[1]);
      control = difference (k[2], n[2], k[3], n[3]);
      both = xb_controlled_new (&changed, &control, &usual);
      back = xb_controlled_new (&control, &changed, &usual);
      g_assert_true (isfinite (both.low) && isfinite (both.high) && isfinite (both.p_value));
      assert_near (both.low, -back.high);
      assert_near (both.p_value, back.p_value);
      g_assert_cmpint (both.known, ==, i % 10 >= 4);
      if (!both.known)
        g_assert_cmpint (both.effect, ==, XB_EFFECT_TOO_FEW_CALLS);
      else
        g_assert_cmpint (both.p_value < 0.05, ==, both.low > 0 || both.high < 0);
      if (both.effect == XB_EFFECT_TOO_FEW_CALLS)
        g_assert_cmpint (both.calls_needed, >, MIN (MIN (n[0], n[1]), MIN (n[2], n[3])));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/difference/published", test_published);
  g_test_add_func ("/difference/newcombe", test_newcombe);
  g_test_add_func ("/difference/statsmodels", test_statsmodels);
  g_test_add_func ("/difference/effect", test_effect);
  g_test_add_func ("/difference/no-data", test_no_data);
  g_test_add_func ("/difference/enough", test_enough);
  g_test_add_func ("/difference/properties", test_properties);
  g_test_add_func ("/difference/huge", test_huge);
  g_test_add_func ("/difference/controlled", test_controlled);
  g_test_add_func ("/difference/controlled-properties", test_controlled_properties);
  return g_test_run ();
}
