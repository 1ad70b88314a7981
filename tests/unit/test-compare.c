/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "near.h"
#include "xb-compare.h"

static const XbStandard usual = { 0.95, 0.05, 0.15 };

static XbArm
arm (gint64 id,
     gint64 answered,
     gint64 calls)
{
  return (XbArm) { id, { .days = 30, .calls = calls, .answered = answered } };
}

static const XbRanked *
nth_ranked (XbComparison *comparison,
            guint         n)
{
  return &g_array_index (comparison->ranking, XbRanked, n);
}

static const XbPair *
nth_pair (XbComparison *comparison,
          guint         n)
{
  return &g_array_index (comparison->pairs, XbPair, n);
}

static void
test_five (void)
{
  /* R 4.2.2: p.adjust (p, "holm") of prop.test (x[c (i, j)], n[c (i, j)], correct = FALSE)$p.value, by size of p;
   * prop.test (x, n, conf.level = 0.99, correct = FALSE)$conf.int */
  static const struct { gint64 better, worse; double p; } pairs[] = {
    { 1, 5, 0.00389364136680368 }, { 1, 3, 0.00836637579230474 }, { 1, 4, 0.0135945282391521 },
    { 2, 5, 0.347943745015692 }, { 1, 2, 0.347943745015692 }, { 2, 3, 0.796992031979268 },
    { 2, 4, 0.796992031979268 }, { 3, 5, 1 }, { 4, 5, 1 }, { 4, 3, 1 },
  };
  static const struct { gint64 id; double low, high; } ranked[] = {
    { 1, 0.641289228337346, 0.716901450826299 }, { 2, 0.600097038280644, 0.678057435546402 },
    { 4, 0.565163766939649, 0.652586537021784 }, { 3, 0.569307916401633, 0.648377026736494 },
    { 5, 0.53131745244044, 0.64288680784495 },
  };
  const XbArm arms[] = {
    arm (3, 612, 1004), arm (1, 683, 1004), arm (5, 300, 510), arm (2, 640, 1000), arm (4, 500, 820),
  };
  g_autoptr(XbComparison) result = xb_comparison_new (arms, G_N_ELEMENTS (arms), &usual);

  g_assert_cmpint (result->ranking->len, ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpint (nth_ranked (result, i)->arm.id, ==, ranked[i].id);
      g_assert_cmpint (nth_ranked (result, i)->rank, ==, i + 1);
      g_assert_cmpint (nth_ranked (result, i)->among_best, ==, i < 2);
      assert_near (nth_ranked (result, i)->low, ranked[i].low);
      assert_near (nth_ranked (result, i)->high, ranked[i].high);
    }
  g_assert_cmpint (result->pairs->len, ==, G_N_ELEMENTS (pairs));
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const XbPair *pair = nth_pair (result, i);

      g_assert_cmpint (nth_ranked (result, pair->better)->arm.id, ==, pairs[i].better);
      g_assert_cmpint (nth_ranked (result, pair->worse)->arm.id, ==, pairs[i].worse);
      assert_near (pair->p_adjusted, pairs[i].p);
      g_assert_cmpint (pair->answered.effect == XB_EFFECT_UP, ==, i < 3);
    }
  assert_near (nth_pair (result, 0)->answered.level, 1 - 0.05 / 10);
  assert_near (nth_pair (result, 1)->answered.level, 1 - 0.05 / 9);
  assert_near (nth_pair (result, 3)->answered.level, 1 - 0.05 / 7);
  assert_near (nth_pair (result, 9)->answered.level, 1 - 0.05 / 7);
}

static void
test_holm (void)
{
  /* R: p.adjust (c (0.001, 0.01, 0.012, 0.02, 0.4, 0.5), "holm") */
  static const double adjusted[] = { 0.006, 0.05, 0.05, 0.06, 0.8, 0.8 };
  double p[] = { 0.001, 0.01, 0.012, 0.02, 0.4, 0.5 };

  xb_holm (p, G_N_ELEMENTS (p));
  for (guint i = 0; i < G_N_ELEMENTS (p); i++)
    assert_near (p[i], adjusted[i]);
  xb_holm (NULL, 0);
}

static void
test_two (void)
{
  /* One pair needs no correction: it is the difference itself. */
  const XbArm arms[] = { arm (7, 612, 1004), arm (8, 683, 1004) };
  g_autoptr(XbComparison) result = xb_comparison_new (arms, 2, &usual);
  XbDifference same = xb_difference_newcombe (612, 1004, 683, 1004, &usual);

  g_assert_cmpint (result->pairs->len, ==, 1);
  assert_near (nth_pair (result, 0)->answered.low, same.low);
  assert_near (nth_pair (result, 0)->p_adjusted, same.p_value);
  g_assert_cmpint (nth_pair (result, 0)->answered.effect, ==, XB_EFFECT_UP);
}

/* Numbers that show a label and differ much tell less than their calls: what is proven of alike ones is not of these. */
static void
test_unlike_parts (void)
{
  static const gint64 alike[] = { 61, 60, 62, 61, 61, 61, 61, 61 }, unlike[] = { 20, 100, 20, 100, 30, 90, 40, 88 };
  XbRate rate = xb_rate_wilson (488, 800, 0.95);
  XbArm arms[] = { arm (7, 488, 800), arm (8, 560, 800) };

  for (guint round = 0; round < 2; round++)
    {
      g_autoptr(XbComparison) result = NULL;

      arms[0].deviation = (XbDeviation) { 0 };
      arms[1].deviation = (XbDeviation) { 8, 8 };
      for (guint i = 0; i < G_N_ELEMENTS (alike); i++)
        xb_deviation_add (&arms[0].deviation, &rate, round == 0 ? alike[i] : unlike[i], 100);
      result = xb_comparison_new (arms, 2, &usual);
      g_assert_cmpint (nth_pair (result, 0)->answered.effect, ==, XB_EFFECT_UP);
      g_assert_true (nth_pair (result, 0)->spread.known);
      g_assert_cmpint (nth_pair (result, 0)->proven, ==, round == 0);
      g_assert_cmpint (nth_ranked (result, 1)->among_best, ==, round == 1);
    }
}

static void
test_degenerate (void)
{
  const XbArm arms[] = { arm (1, 0, 0), arm (2, 50, 100), arm (3, 0, 0), arm (4, 50, 100), arm (5, 0, 50) };
  g_autoptr(XbComparison) none = xb_comparison_new (NULL, 0, &usual);
  g_autoptr(XbComparison) silent = xb_comparison_new (arms, 1, &usual);
  g_autoptr(XbComparison) one = xb_comparison_new (&arms[1], 1, &usual);
  g_autoptr(XbComparison) mixed = xb_comparison_new (arms, G_N_ELEMENTS (arms), &usual);

  g_assert_cmpint (none->ranking->len, ==, 0);
  g_assert_cmpint (none->pairs->len, ==, 0);
  g_assert_cmpint (silent->ranking->len, ==, 1);
  g_assert_cmpint (nth_ranked (silent, 0)->rank, ==, 0);
  g_assert_false (nth_ranked (silent, 0)->among_best);
  g_assert_cmpfloat (nth_ranked (silent, 0)->high, ==, 1);
  g_assert_cmpint (one->pairs->len, ==, 0);
  g_assert_true (nth_ranked (one, 0)->among_best);
  assert_near (nth_ranked (one, 0)->low, nth_ranked (one, 0)->answered.low);
  g_assert_cmpint (mixed->pairs->len, ==, 3);
  g_assert_cmpint (nth_ranked (mixed, 0)->arm.id, ==, 2);
  g_assert_cmpint (nth_ranked (mixed, 1)->rank, ==, 1);
  g_assert_cmpint (nth_ranked (mixed, 2)->arm.id, ==, 5);
  g_assert_cmpint (nth_ranked (mixed, 2)->rank, ==, 3);
  g_assert_cmpint (nth_ranked (mixed, 4)->rank, ==, 0);
}

static void
test_properties (void)
{
  for (guint i = 0; i < 500; i++)
    {
      guint n = g_test_rand_int_range (2, 12);
      g_autofree XbArm *arms = g_new (XbArm, n);
      g_autoptr(XbComparison) result = NULL, turned = NULL;

      for (guint j = 0; j < n; j++)
        {
          gint64 calls = g_test_rand_int_range (0, 3000);

          arms[j] = arm (j, g_test_rand_int_range (0, (gint32) calls + 1), calls);
        }
      result = xb_comparison_new (arms, n, &usual);
      for (guint j = 0; j < n / 2; j++)
        {
          XbArm kept = arms[j];

          arms[j] = arms[n - 1 - j];
          arms[n - 1 - j] = kept;
        }
      turned = xb_comparison_new (arms, n, &usual);
      for (guint j = 0; j < n; j++)
        {
          const XbRanked *ranked = nth_ranked (result, j);

          g_assert_cmpint (ranked->arm.id, ==, nth_ranked (turned, j)->arm.id);
          g_assert_cmpfloat (ranked->low, <=, ranked->answered.low + 1e-15);
          g_assert_cmpfloat (ranked->high, >=, ranked->answered.high - 1e-15);
        }
      for (guint j = 0; j < result->pairs->len; j++)
        {
          const XbPair *pair = nth_pair (result, j);

          g_assert_cmpint (pair->better, <, pair->worse);
          g_assert_cmpfloat (pair->answered.difference, >=, 0);
          g_assert_cmpint (pair->answered.effect, !=, XB_EFFECT_DOWN);
          g_assert_cmpfloat (pair->p_adjusted, <=, 1);
          g_assert_cmpfloat (pair->p_adjusted, >=, pair->answered.p_value);
          g_assert_cmpfloat (pair->answered.level, >=, usual.level - 1e-15);
          g_assert_cmpint (pair->answered.effect == XB_EFFECT_UP && pair->answered.low <= 0, ==, FALSE);
          g_assert_cmpint (pair->answered.effect == XB_EFFECT_UP
                           && nth_ranked (result, pair->worse)->among_best, ==, FALSE);
        }
    }
}

/* Twelve labels that are all the same: hardly ever is one claimed to be better. */
static void
test_false_claims (void)
{
  guint claims = 0;

  for (guint i = 0; i < 400; i++)
    {
      XbArm arms[12];
      g_autoptr(XbComparison) result = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (arms); j++)
        {
          gint64 answered = 0;

          for (guint k = 0; k < 300; k++)
            answered += g_test_rand_double () < 0.6;
          arms[j] = arm (j, answered, 300);
        }
      result = xb_comparison_new (arms, G_N_ELEMENTS (arms), &usual);
      claims += nth_pair (result, 0)->answered.effect == XB_EFFECT_UP;
    }
  /* 20 of 400 are expected at most; 45 would be 5 standard deviations too many. */
  g_assert_cmpint (claims, <, 45);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/five", test_five);
  g_test_add_func ("/compare/holm", test_holm);
  g_test_add_func ("/compare/two", test_two);
  g_test_add_func ("/compare/degenerate", test_degenerate);
  g_test_add_func ("/compare/unlike-parts", test_unlike_parts);
  g_test_add_func ("/compare/properties", test_properties);
  g_test_add_func ("/compare/false-claims", test_false_claims);
  return g_test_run ();
}
