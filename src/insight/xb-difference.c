/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "xb-difference-private.h"
#include "xb-quantile.h"
#include "xb-rate-private.h"
#include "xb-standard-private.h"

/* The width of the interval of @sum by squaring and adding, were there @calls behind each of its rates. */
double
xb_rate_sum_width (gconstpointer data,
                   double        calls)
{
  const XbRateSum *sum = data;
  double below = 0, above = 0;

  for (guint i = 0; i < sum->n; i++)
    {
      double rate = sum->rates[i], low, high;

      xb_rate_bounds (rate * calls, calls, sum->z, &low, &high);
      below += pow (sum->signs[i] > 0 ? rate - low : high - rate, 2);
      above += pow (sum->signs[i] > 0 ? high - rate : rate - low, 2);
    }
  return sqrt (below) + sqrt (above);
}

/* What to reckon with for a side: its own rate, else the other one's, else the one that asks for most calls. */
double
xb_likely_rate (const XbRate *rate,
                const XbRate *other)
{
  return rate->known ? rate->rate : other->known ? other->rate : 0.5;
}

/* The rarer of answered and not answered over both sides together. */
double
xb_rarer_share (const XbRate *before,
                const XbRate *after)
{
  double trials = (double) before->trials + (double) after->trials;
  double hits = (double) before->hits + (double) after->hits;
  double misses = (double) (before->trials - before->hits) + (double) (after->trials - after->hits);

  return MIN (hits, misses) / trials;
}

/* Whether each of the four counts is expected to be large enough. What never happens is not counted on. */
gboolean
xb_rates_carry (const XbRate *before,
                const XbRate *after)
{
  double share = xb_rarer_share (before, after);

  return share <= 0 || (double) MIN (before->trials, after->trials) * share >= XB_STANDARD_LEAST_EXPECTED;
}

/* Source: the test of two proportions as K. Pearson's χ² without continuity correction, pooled under no difference. */
static double
two_proportions (const XbRate *before,
                 const XbRate *after)
{
  double trials = (double) before->trials + (double) after->trials;
  double hits = (double) before->hits + (double) after->hits;
  double misses = (double) (before->trials - before->hits) + (double) (after->trials - after->hits);

  if (hits <= 0 || misses <= 0)
    return 1;
  return xb_normal_p_value ((after->rate - before->rate)
                            / sqrt (hits / trials * (misses / trials)
                                    * (1 / (double) before->trials + 1 / (double) after->trials)));
}

static void
compare (XbDifference     *self,
         const XbStandard *standard)
{
  const XbRate *before = &self->before, *after = &self->after;

  self->difference = after->rate - before->rate;
  self->low = MAX (self->difference - hypot (after->rate - after->low, before->high - before->rate), -1);
  self->high = MIN (self->difference + hypot (after->high - after->rate, before->rate - before->low), 1);
  self->p_value = two_proportions (before, after);
  self->effect = xb_effect_judge (self->low, self->high, standard->relevant, xb_rates_carry (before, after));
}

/**
 * xb_difference_newcombe:
 * @hits_before: calls answered on the side that is compared with
 * @trials_before: its calls
 * @hits_after: calls answered on the side that is compared
 * @trials_after: its calls
 * @standard: what is asked of a proof
 *
 * Source: R. G. Newcombe, Interval estimation for the difference between independent proportions: comparison of
 * eleven methods, Statistics in Medicine 17 (1998) 873–890, method 10: the Wilson intervals of both sides,
 * squared and added.
 *
 * Returns: the difference with its interval and the answer
 */
XbDifference
xb_difference_newcombe (gint64            hits_before,
                        gint64            trials_before,
                        gint64            hits_after,
                        gint64            trials_after,
                        const XbStandard *standard)
{
  XbDifference self = { .low = -1, .high = 1, .p_value = 1, .effect = XB_EFFECT_TOO_FEW_CALLS };

  g_return_val_if_fail (standard != NULL && xb_standard_is_valid (standard), self);

  self.level = standard->level;
  self.before = xb_rate_wilson (hits_before, trials_before, standard->level);
  self.after = xb_rate_wilson (hits_after, trials_after, standard->level);
  self.known = self.before.known && self.after.known;
  if (self.known)
    compare (&self, standard);
  if (self.effect == XB_EFFECT_TOO_FEW_CALLS)
    {
      double before = xb_likely_rate (&self.before, &self.after), after = xb_likely_rate (&self.after, &self.before);
      XbRateSum sum = { 2, { before, after }, { -1, 1 }, xb_normal_two_sided (standard->level) };

      self.calls_needed = xb_enough_calls (xb_rate_sum_width, &sum, standard->relevant,
                                           self.known ? xb_rarer_share (&self.before, &self.after) : 0);
    }
  return self;
}
