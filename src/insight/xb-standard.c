/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "xb-standard-private.h"

/* No firm makes more; what would need more is not settled by calls. */
#define MOST_CALLS 1e15

/** xb_effect_get_nick: Returns: @effect in the words of xinbiaoctl: "up", "down", "no-difference", "too-few-calls" */
const char *
xb_effect_get_nick (XbEffect effect)
{
  static const char *const nicks[] = { "up", "down", "no-difference", "too-few-calls" };

  g_return_val_if_fail (effect < G_N_ELEMENTS (nicks), NULL);

  return nicks[effect];
}

/** xb_standard_is_valid: Returns: whether something can be judged by @self */
gboolean
xb_standard_is_valid (const XbStandard *self)
{
  return self->level > 0 && self->level < 1 && self->relevant > 0 && self->relevant < 1
         && self->relevant_share > 0 && self->relevant_share < 1;
}

/* @enough: whether the counts carry a claim of a rise or fall. */
XbEffect
xb_effect_judge (double   low,
                 double   high,
                 double   relevant,
                 gboolean enough)
{
  if (enough && low > 0)
    return XB_EFFECT_UP;
  if (enough && high < 0)
    return XB_EFFECT_DOWN;
  if (low <= 0 && high >= 0 && low >= -relevant && high <= relevant)
    return XB_EFFECT_NO_DIFFERENCE;
  return XB_EFFECT_TOO_FEW_CALLS;
}

/**
 * xb_enough_calls:
 * @width: how wide the interval is with so many calls on every side; narrower with more
 * @rates: for @width
 * @relevant: the smallest difference that matters
 * @least_share: the rarer of answered and not answered, as a share of all calls; 0 where one never happens
 *
 * The sample size for an interval of a wanted width (R. G. Newcombe, Confidence Intervals for Proportions and Related
 * Measures of Effect Size, 2013, chapter 8), here as wide as the smallest difference that matters: such an interval
 * either leaves 0 out, or has 0 in it and ends within that difference on both sides. So at the rates seen,
 * this many calls always settle the question, one way or the other.
 *
 * Returns: the calls that would be enough on every side
 */
gint64
xb_enough_calls (XbWidthFunc   width,
                 gconstpointer rates,
                 double        relevant,
                 double        least_share)
{
  double few = 0, many = 1;

  while (width (rates, many) > relevant && many < MOST_CALLS)
    {
      few = many;
      many *= 2;
    }
  while (many - few > 1)
    {
      double half = floor ((few + many) / 2);

      if (width (rates, half) > relevant)
        few = half;
      else
        many = half;
    }
  if (least_share > 0)
    many = MAX (many, ceil (XB_STANDARD_LEAST_EXPECTED / least_share));
  return (gint64) MIN (many, MOST_CALLS);
}
