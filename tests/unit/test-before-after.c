/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "near.h"
#include "xb-before-after.h"
#include "xb-error.h"

#define EVENT 20000

/* Rows of @calls a day, @before of them answered until the event and @after from then on. */
static GArray *
make_rows (int    from,
           int    until,
           gint64 calls,
           gint64 before,
           gint64 after)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (XbMetricDay));

  for (int day = from; day <= until; day++)
    {
      XbMetricDay row = { .day = day, .calls = calls, .answered = day < EVENT ? before : after, .orders = 1 };

      g_array_append_val (rows, row);
    }
  return rows;
}

static XbQuestion
ask (GArray *rows,
     int     days)
{
  XbQuestion question = {
    .rows = (const XbMetricDay *) (gpointer) rows->data, .n_rows = rows->len, .standard = XB_STANDARD_USUAL,
  };

  xb_span_around (EVENT, days, &question.before, &question.after);
  return question;
}

static XbBeforeAfter *
compare (const XbQuestion *question)
{
  g_autoptr(GError) error = NULL;
  XbBeforeAfter *result = xb_before_after_new (question, &error);

  g_assert_no_error (error);
  return result;
}

static const XbDayUsed *
nth_day (XbBeforeAfter *result,
         guint          n)
{
  return &g_array_index (result->days, XbDayUsed, n);
}

static void
test_plain (void)
{
  g_autoptr(GArray) rows = make_rows (EVENT - 40, EVENT + 40, 100, 61, 68);
  XbQuestion question = ask (rows, 28);
  g_autoptr(XbBeforeAfter) result = compare (&question);
  XbDifference same = xb_difference_newcombe (28 * 61, 2800, 28 * 68, 2800, &question.standard);

  g_assert_cmpint (result->totals_before.calls, ==, 2800);
  g_assert_cmpint (result->totals_after.answered, ==, 28 * 68);
  g_assert_cmpint (result->totals_before.days, ==, 28);
  g_assert_cmpint (result->totals_before.orders, ==, 28);
  g_assert_cmpint (result->answered.effect, ==, XB_EFFECT_UP);
  g_assert_cmpfloat (result->answered.low, ==, same.low);
  g_assert_cmpfloat (result->answered.high, ==, same.high);
  g_assert_false (result->has_control);
  g_assert_cmpint (result->days->len, ==, 56);
  g_assert_cmpint (nth_day (result, 0)->day, ==, EVENT - 28);
  g_assert_cmpint (nth_day (result, 27)->day, ==, EVENT - 1);
  g_assert_false (nth_day (result, 27)->after);
  g_assert_cmpint (nth_day (result, 28)->day, ==, EVENT + 1);
  g_assert_true (nth_day (result, 28)->after);
  g_assert_cmpint (nth_day (result, 28)->sum.answered, ==, 68);
}

/* The figures are the sums of the days shown as used, whatever was left out. */
static void
assert_opens_down (XbBeforeAfter *result)
{
  gint64 calls[2] = { 0, 0 }, answered[2] = { 0, 0 };

  for (guint i = 0; i < result->days->len; i++)
    {
      const XbDayUsed *day = nth_day (result, i);

      g_assert_cmpint (day->use == XB_DAY_EXCLUDED, ==, day->other >= 0);
      g_assert_cmpint (day->use == XB_DAY_MISSING, ==, day->sum.days == 0);
      if (day->use != XB_DAY_USED)
        continue;
      calls[day->after] += day->sum.calls;
      answered[day->after] += day->sum.answered;
    }
  g_assert_cmpint (calls[0], ==, result->answered.before.trials);
  g_assert_cmpint (calls[1], ==, result->answered.after.trials);
  g_assert_cmpint (answered[0], ==, result->answered.before.hits);
  g_assert_cmpint (answered[1], ==, result->answered.after.hits);
}

static void
test_others (void)
{
  static const XbOtherChange others[] = {
    { { EVENT - 20, EVENT - 18 }, FALSE, 11 },           /* an incident before */
    { { EVENT + 5, EVENT + 6 }, FALSE, 12 },             /* an incident after */
    { { EVENT - 25, EVENT - 25 }, TRUE, 13 },            /* an earlier label */
    { { EVENT + 20, EVENT + 20 }, TRUE, 14 },            /* a later label */
    { { EVENT + 24, EVENT + 24 }, FALSE, 15 },           /* already left out by the later label */
    { { EVENT, EVENT }, TRUE, 16 },                      /* the same day */
    { { EVENT - 300, EVENT - 300 }, TRUE, 17 },          /* long ago */
    { { EVENT - 19, EVENT - 10 }, FALSE, 18 },           /* goes on where the first ended */
    { { EVENT + 100, EVENT + 90 }, FALSE, 19 },          /* no days */
    { { EVENT - 1000, EVENT - 27 }, FALSE, 20 },         /* reaches in */
  };
  static const struct { int excluded; gboolean together; } expected[] = {
    { 3, FALSE }, { 2, FALSE }, { 4, FALSE }, { 9, FALSE }, { 0, FALSE }, { 0, TRUE }, { 0, FALSE }, { 8, FALSE },
    { 0, FALSE }, { 0, FALSE },
  };
  g_autoptr(GArray) rows = make_rows (EVENT - 40, EVENT + 40, 100, 61, 68);
  XbQuestion question = ask (rows, 28);
  g_autoptr(XbBeforeAfter) result = NULL;

  question.others = others;
  question.n_others = G_N_ELEMENTS (others);
  result = compare (&question);
  g_assert_cmpint (result->others->len, ==, G_N_ELEMENTS (others));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      const XbOtherEffect *effect = &g_array_index (result->others, XbOtherEffect, i);

      g_assert_cmpint (effect->change.id, ==, others[i].id);
      g_assert_cmpint (effect->days_excluded, ==, expected[i].excluded);
      g_assert_cmpint (effect->together, ==, expected[i].together);
    }
  g_assert_cmpint (xb_before_after_count (result, FALSE, XB_DAY_EXCLUDED), ==, 15);
  g_assert_cmpint (xb_before_after_count (result, TRUE, XB_DAY_EXCLUDED), ==, 11);
  g_assert_cmpint (xb_before_after_count (result, FALSE, XB_DAY_USED), ==, result->totals_before.days);
  g_assert_cmpint (nth_day (result, 8)->day, ==, EVENT - 20);
  g_assert_cmpint (nth_day (result, 8)->other, ==, 0);
  assert_opens_down (result);
}

static void
test_other_edges (void)
{
  static const struct { int day; gboolean lasts; int before, after; gboolean together; } cases[] = {
    { EVENT - 10, TRUE, 9, 10, FALSE },  /* on the first day before: that day alone */
    { EVENT - 1, TRUE, 0, 10, FALSE },   /* on the last day before: nothing like it is left */
    { EVENT + 1, TRUE, 10, 10, TRUE },   /* on the first day after */
    { EVENT + 2, TRUE, 10, 1, FALSE },
    { EVENT + 10, TRUE, 10, 9, FALSE },
    { EVENT + 11, TRUE, 10, 10, FALSE },
    { EVENT, FALSE, 10, 10, FALSE },     /* a day that is used by neither */
    { EVENT + 1, FALSE, 10, 9, FALSE },
  };
  g_autoptr(GArray) rows = make_rows (EVENT - 40, EVENT + 40, 100, 61, 68);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      XbOtherChange other = { { cases[i].day, cases[i].day }, cases[i].lasts, 1 };
      XbQuestion question = ask (rows, 10);
      g_autoptr(XbBeforeAfter) result = NULL;

      question.others = &other;
      question.n_others = 1;
      result = compare (&question);
      g_assert_cmpint (result->totals_before.days, ==, cases[i].before);
      g_assert_cmpint (result->totals_after.days, ==, cases[i].after);
      g_assert_cmpint (g_array_index (result->others, XbOtherEffect, 0).together, ==, cases[i].together);
      assert_opens_down (result);
    }
}

static void
test_gaps_and_edges (void)
{
  g_autoptr(GArray) none = g_array_new (FALSE, FALSE, sizeof (XbMetricDay));
  g_autoptr(GArray) late = make_rows (EVENT, EVENT + 40, 100, 61, 68);
  g_autoptr(GArray) early = make_rows (EVENT - 40, EVENT, 100, 61, 68);
  g_autoptr(GArray) one = make_rows (EVENT - 1, EVENT - 1, 100, 61, 68);
  g_autoptr(GArray) zero = make_rows (EVENT - 40, EVENT + 40, 0, 0, 0);
  g_autoptr(GArray) gaps = make_rows (EVENT - 40, EVENT + 40, 1000, 610, 680);
  const struct { GArray *rows; int before, after; gboolean known; } cases[] = {
    { none, 0, 0, FALSE }, { late, 0, 28, FALSE }, { early, 28, 0, FALSE }, { one, 1, 0, FALSE },
    { zero, 28, 28, FALSE }, { gaps, 26, 27, TRUE },
  };

  g_array_remove_range (gaps, 45, 1);
  g_array_remove_range (gaps, 20, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      XbQuestion question = ask (cases[i].rows, 28);
      g_autoptr(XbBeforeAfter) result = compare (&question);

      g_assert_cmpint (xb_before_after_count (result, FALSE, XB_DAY_USED), ==, cases[i].before);
      g_assert_cmpint (xb_before_after_count (result, TRUE, XB_DAY_USED), ==, cases[i].after);
      g_assert_cmpint (xb_before_after_count (result, FALSE, XB_DAY_MISSING), ==, 28 - cases[i].before);
      g_assert_cmpint (result->answered.known, ==, cases[i].known);
      g_assert_cmpint (result->answered.effect, ==, cases[i].known ? XB_EFFECT_UP : XB_EFFECT_TOO_FEW_CALLS);
      assert_opens_down (result);
    }
}

static void
test_control (void)
{
  g_autoptr(GArray) rows = make_rows (EVENT - 40, EVENT + 40, 1000, 610, 680);
  g_autoptr(GArray) control = make_rows (EVENT - 40, EVENT + 40, 2000, 1200, 1340);
  XbQuestion question = ask (rows, 28);
  g_autoptr(XbBeforeAfter) result = NULL, empty = NULL;

  g_array_remove_range (control, 20, 3);
  question.with_control = TRUE;
  question.control = (const XbMetricDay *) (gpointer) control->data;
  question.n_control = control->len;
  result = compare (&question);
  g_assert_cmpint (xb_before_after_count (result, FALSE, XB_DAY_CONTROL_MISSING), ==, 3);
  g_assert_cmpint (result->totals_before.calls, ==, 25000);
  g_assert_cmpint (result->controlled.control.before.trials, ==, 50000);
  g_assert_cmpint (result->controlled.control.after.trials, ==, 56000);
  assert_near (result->controlled.difference, 0.07 - 0.07);
  /* It rose, but so did everything. */
  g_assert_cmpint (result->answered.effect, ==, XB_EFFECT_UP);
  g_assert_cmpint (result->controlled.effect, ==, XB_EFFECT_NO_DIFFERENCE);
  g_assert_cmpint (nth_day (result, 0)->control.calls, ==, 2000);
  /* Days that do not differ at all take nothing off. */
  g_assert_true (result->spread.known);
  g_assert_cmpfloat (result->spread.effects[3], ==, 1);
  g_assert_cmpfloat (result->spread.low, ==, result->controlled.low);
  g_assert_cmpint (result->spread.effect, ==, result->controlled.effect);

  question.n_control = 0;
  empty = compare (&question);
  g_assert_cmpint (empty->controlled.effect, ==, XB_EFFECT_TOO_FEW_CALLS);
  g_assert_cmpint (empty->spread.effect, ==, XB_EFFECT_TOO_FEW_CALLS);
  g_assert_cmpfloat (empty->spread.low, ==, -2);
  g_assert_false (empty->controlled.known);
  assert_opens_down (empty);
}

static XbBeforeAfter *
compare_days (const XbMetricDay *rows,
              gsize              n_rows)
{
  XbQuestion question = { .rows = rows, .n_rows = n_rows, .before = { 100, 127 }, .after = { 128, 155 },
                          .standard = XB_STANDARD_USUAL };

  return compare (&question);
}

static void
test_spread (void)
{
  /* statsmodels 0.13.5: the robust variance of GEE (answered, 1, groups=day, family=Binomial (), cov_struct=Independence ())
   * taken to the scale of rates, × days ÷ (days − 1), over p (1 − p) ÷ n; the interval by method 10 of thinned counts */
  static const XbMetricDay rows[] = {
    { 100, 100, 61 }, { 101, 120, 80 }, { 102, 90, 41 }, { 103, 100, 70 }, { 104, 80, 40 }, { 105, 110, 75 },
    { 106, 100, 52 }, { 107, 0, 0 }, { 108, 95, 60 },
    { 128, 100, 68 }, { 129, 120, 70 }, { 130, 90, 71 }, { 131, 100, 78 }, { 132, 80, 44 }, { 133, 110, 85 },
    { 134, 100, 62 }, { 135, 95, 70 }, { 136, 105, 80 },
  };
  g_autoptr(XbBeforeAfter) result = compare_days (rows, G_N_ELEMENTS (rows));
  g_autoptr(XbBeforeAfter) few = compare_days (&rows[3], G_N_ELEMENTS (rows) - 3);

  g_assert_true (result->spread.known);
  g_assert_cmpfloat_with_epsilon (result->spread.effects[0], 3.29455686016629, 1e-9);
  g_assert_cmpfloat_with_epsilon (result->spread.effects[1], 3.87624110153616, 1e-9);
  assert_near (result->spread.low, 0.00928645176886396);
  assert_near (result->spread.high, 0.179107744319844);
  g_assert_cmpint (result->spread.effect, ==, XB_EFFECT_UP);
  g_assert_cmpfloat (result->answered.low, >, result->spread.low);

  g_assert_false (few->spread.known);
  g_assert_cmpfloat (few->spread.low, ==, few->answered.low);
  g_assert_cmpint (few->spread.effect, ==, few->answered.effect);
  g_assert_cmpint (few->spread.calls_needed, ==, few->answered.calls_needed);
}

/* Nothing changed, but days differ: calls taken for independent claim far too often, the spread does not. */
static void
test_spread_claims (void)
{
  int plain = 0, spread = 0;

  for (guint i = 0; i < 600; i++)
    {
      g_autoptr(XbBeforeAfter) result = NULL;
      XbMetricDay rows[56];

      for (int d = 0; d < 56; d++)
        {
          double rate = g_test_rand_double_range (0.35, 0.85);

          rows[d] = (XbMetricDay) { .day = 100 + d, .calls = 60 };
          for (guint call = 0; call < 60; call++)
            rows[d].answered += g_test_rand_double () < rate;
        }
      result = compare_days (rows, G_N_ELEMENTS (rows));
      plain += result->answered.effect <= XB_EFFECT_DOWN;
      spread += result->spread.effect <= XB_EFFECT_DOWN;
      g_assert_cmpfloat (result->spread.low, <=, result->answered.low + 1e-15);
      g_assert_cmpint (result->spread.calls_needed > 0, ==, result->spread.effect == XB_EFFECT_TOO_FEW_CALLS);
      if (result->spread.effect == XB_EFFECT_TOO_FEW_CALLS)
        g_assert_cmpint (result->spread.calls_needed, >, 28 * 60);
    }
  /* Of 600, 30 are expected of an honest one; 65 would be 6 standard deviations too many. */
  g_assert_cmpint (spread, <, 65);
  g_assert_cmpint (plain, >, 100);
}

static void
test_a_year_on (void)
{
  static const XbMetricDay rows[] = { { 19636, 10, 6 }, { 19637, 20, 12 }, { G_MAXINT, 1, 1 } };
  g_autoptr(GArray) moved = xb_rows_a_year_on (rows, G_N_ELEMENTS (rows));

  g_assert_cmpint (moved->len, ==, 2);
  g_assert_cmpint (g_array_index (moved, XbMetricDay, 0).day, ==, 20000);
  g_assert_cmpint (g_array_index (moved, XbMetricDay, 1).calls, ==, 20);
}

static void
test_bad_periods (void)
{
  static const struct { XbSpan before, after; } cases[] = {
    { { 10, 9 }, { 20, 30 } }, { { 1, 9 }, { 30, 20 } }, { { 1, 20 }, { 20, 30 } }, { { 20, 30 }, { 1, 10 } },
    { { 1, 2 }, { 3, 3 + XB_BEFORE_AFTER_MOST_DAYS } }, { { G_MININT, 0 }, { 1, G_MAXINT } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      XbQuestion question = { .before = cases[i].before, .after = cases[i].after, .standard = XB_STANDARD_USUAL };

      g_assert_null (xb_before_after_new (&question, &error));
      g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
    }
}

static void
test_bad_rows (void)
{
  static const XbMetricDay impossible[] = { { EVENT - 3, 10, 11 } };
  static const XbMetricDay much[] = { { EVENT - 3, G_MAXINT64 }, { EVENT - 2, 1 } };
  XbQuestion question = { .rows = impossible, .n_rows = 1, .standard = XB_STANDARD_USUAL };
  g_autoptr(GError) error = NULL;

  xb_span_around (EVENT, 28, &question.before, &question.after);
  g_assert_null (xb_before_after_new (&question, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_DAMAGED);
  g_clear_error (&error);
  question.rows = much;
  question.n_rows = G_N_ELEMENTS (much);
  g_assert_null (xb_before_after_new (&question, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
}

static void
test_random (void)
{
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr(GArray) rows = make_rows (EVENT - 60, EVENT + 60, 50, 30, 34);
      XbOtherChange others[8];
      XbQuestion question = ask (rows, g_test_rand_int_range (1, 70));
      g_autoptr(XbBeforeAfter) result = NULL;
      int excluded = 0;

      for (guint j = 0; j < 40; j++)
        g_array_remove_index (rows, g_test_rand_int_range (0, rows->len));
      for (guint j = 0; j < G_N_ELEMENTS (others); j++)
        {
          int from = EVENT + g_test_rand_int_range (-80, 80);

          others[j] = (XbOtherChange) { { from, from + g_test_rand_int_range (-1, 9) }, j % 2, j };
        }
      question.n_rows = rows->len;
      question.others = others;
      question.n_others = g_test_rand_int_range (0, G_N_ELEMENTS (others));
      result = compare (&question);
      assert_opens_down (result);
      for (guint j = 0; j < result->others->len; j++)
        excluded += g_array_index (result->others, XbOtherEffect, j).days_excluded;
      g_assert_cmpint (excluded, ==, xb_before_after_count (result, FALSE, XB_DAY_EXCLUDED)
                                     + xb_before_after_count (result, TRUE, XB_DAY_EXCLUDED));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/before-after/plain", test_plain);
  g_test_add_func ("/before-after/others", test_others);
  g_test_add_func ("/before-after/other-edges", test_other_edges);
  g_test_add_func ("/before-after/gaps-and-edges", test_gaps_and_edges);
  g_test_add_func ("/before-after/control", test_control);
  g_test_add_func ("/before-after/spread", test_spread);
  g_test_add_func ("/before-after/spread-claims", test_spread_claims);
  g_test_add_func ("/before-after/a-year-on", test_a_year_on);
  g_test_add_func ("/before-after/bad-periods", test_bad_periods);
  g_test_add_func ("/before-after/bad-rows", test_bad_rows);
  g_test_add_func ("/before-after/random", test_random);
  return g_test_run ();
}
