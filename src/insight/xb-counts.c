/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "xb-counts.h"
#include "xb-quantile.h"
#include "xb-standard-private.h"

typedef struct
{
  double before;
  double after;
  double z;
} PerCall;

/*
 * Where the mean of a Poisson count may lie: the score interval (A. Agresti and B. A. Coull, The American Statistician
 * 52 (1998) 119–126). The lower end from the product of the roots, as in xb_rate_bounds().
 */
static void
poisson_bounds (double  count,
                double  z,
                double *low,
                double *high)
{
  *high = count + z * z / 2 + z * sqrt (count + z * z / 4);
  *low = count * count / *high;
}

/* How far the difference of two counts for each call may be wrong to either side, their intervals squared and added. */
static void
reach (double  count_before,
       double  calls_before,
       double  count_after,
       double  calls_after,
       double  z,
       double *below,
       double *above)
{
  double low_before, high_before, low_after, high_after;

  poisson_bounds (count_before, z, &low_before, &high_before);
  poisson_bounds (count_after, z, &low_after, &high_after);
  *below = hypot ((count_after - low_after) / calls_after, (high_before - count_before) / calls_before);
  *above = hypot ((high_after - count_after) / calls_after, (count_before - low_before) / calls_before);
}

static double
width (gconstpointer data,
       double        calls)
{
  const PerCall *per_call = data;
  double below, above;

  reach (per_call->before * calls, calls, per_call->after * calls, calls, per_call->z, &below, &above);
  return below + above;
}

/* Whether enough is expected on both sides, were there no difference. What never happens is not counted on. */
static gboolean
carries (const XbCountDifference *self)
{
  double calls = (double) self->calls_before + (double) self->calls_after;
  double count = (double) self->count_before + (double) self->count_after;

  return (double) MIN (self->calls_before, self->calls_after) * (count / calls) >= XB_STANDARD_LEAST_EXPECTED;
}

static gint64
calls_needed (const XbCountDifference *self,
              double                   relevant,
              double                   z)
{
  PerCall per_call = { self->per_call_before, self->per_call_after, z };
  double calls = (double) self->calls_before + (double) self->calls_after;

  if (!self->known || relevant <= 0)
    return 0;
  return xb_enough_calls (width, &per_call, relevant,
                          ((double) self->count_before + (double) self->count_after) / calls);
}

/**
 * xb_count_difference_new:
 * @count_before: how often on the side that is compared with
 * @calls_before: its calls
 * @count_after: how often on the side that is compared
 * @calls_after: its calls
 * @standard: what is asked of a proof; its share of what was before is what matters
 *
 * Source: G. Y. Zou and A. Donner, Construction of confidence limits about effect measures: a general approach, Statistics
 * in Medicine 27 (2008) 1693–1702; for two Poisson rates H.-Q. Li and others, Communications in Statistics: Simulation
 * and Computation 40 (2011) 1478–1493.
 *
 * Returns: the difference with its interval and the answer
 */
XbCountDifference
xb_count_difference_new (gint64            count_before,
                         gint64            calls_before,
                         gint64            count_after,
                         gint64            calls_after,
                         const XbStandard *standard)
{
  XbCountDifference self = { count_before, calls_before, count_after, calls_after, .effect = XB_EFFECT_TOO_FEW_CALLS };
  double below, above, relevant = 0, z;

  g_return_val_if_fail (standard != NULL && xb_standard_is_valid (standard), self);

  z = xb_normal_two_sided (standard->level);
  self.known = calls_before > 0 && calls_after > 0 && count_before >= 0 && count_after >= 0;
  if (self.known)
    {
      self.per_call_before = (double) count_before / (double) calls_before;
      self.per_call_after = (double) count_after / (double) calls_after;
      self.difference = self.per_call_after - self.per_call_before;
      reach ((double) count_before, (double) calls_before, (double) count_after, (double) calls_after, z,
             &below, &above);
      self.low = self.difference - below;
      self.high = self.difference + above;
      relevant = self.per_call_before * standard->relevant_share;
      self.effect = xb_effect_judge (self.low, self.high, relevant, carries (&self));
    }
  if (self.effect == XB_EFFECT_TOO_FEW_CALLS)
    self.calls_needed = calls_needed (&self, relevant, z);
  return self;
}
