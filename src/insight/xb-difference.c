/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "xb-difference.h"
#include "xb-mover-private.h"
#include "xb-quantile.h"
#include "xb-standard-private.h"

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
  XbMover mover;

  g_return_val_if_fail (standard != NULL && xb_standard_is_valid (standard), self);

  self.level = standard->level;
  self.before = xb_rate_wilson (hits_before, trials_before, standard->level);
  self.after = xb_rate_wilson (hits_after, trials_after, standard->level);
  self.known = self.before.known && self.after.known;
  mover = xb_mover_new (&self, NULL);
  if (self.known)
    {
      self.difference = self.after.rate - self.before.rate;
      xb_mover_bounds (&mover, xb_normal_two_sided (standard->level), &self.low, &self.high);
      self.p_value = two_proportions (&self.before, &self.after);
      self.effect = xb_effect_judge (self.low, self.high, standard->relevant, xb_mover_carries (&mover));
    }
  if (self.effect == XB_EFFECT_TOO_FEW_CALLS)
    self.calls_needed = xb_mover_enough (&mover, standard);
  return self;
}
