/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "xb-control.h"
#include "xb-difference-private.h"
#include "xb-quantile.h"
#include "xb-rate-private.h"
#include "xb-standard-private.h"

/* The ends of the interval at @z. */
static void
bounds (const XbControlled *self,
        double              z,
        double             *low,
        double             *high)
{
  const XbRate *rates[] = { &self->changed.after, &self->control.before, &self->changed.before, &self->control.after };
  double below = 0, above = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    {
      gboolean adds = i < 2;
      double from, until;

      xb_rate_bounds ((double) rates[i]->hits, (double) rates[i]->trials, z, &from, &until);
      below += pow (adds ? rates[i]->rate - from : until - rates[i]->rate, 2);
      above += pow (adds ? until - rates[i]->rate : rates[i]->rate - from, 2);
    }
  *low = self->difference - sqrt (below);
  *high = self->difference + sqrt (above);
}

/* How sure an interval may be that just leaves 0 out: so the test never says otherwise than the interval. */
static double
touching_p_value (const XbControlled *self)
{
  double inside = 40, outside = 0;

  for (guint i = 0; i < 100; i++)
    {
      double z = (inside + outside) / 2, low, high;

      bounds (self, z, &low, &high);
      if (low > 0 || high < 0)
        outside = z;
      else
        inside = z;
    }
  return xb_normal_p_value (outside);
}

/* The rarer of answered and not answered, where both happen, among what changed and the control. */
static double
rarest (const XbControlled *self)
{
  const XbDifference *pairs[] = { &self->changed, &self->control };
  double least = 0;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i]->known)
      {
        double share = xb_rarer_share (&pairs[i]->before, &pairs[i]->after);

        if (share > 0 && (least <= 0 || share < least))
          least = share;
      }
  return least;
}

static gint64
calls_needed (const XbControlled *self,
              const XbStandard   *standard)
{
  const XbDifference *changed = &self->changed, *control = &self->control;
  XbRateSum sum = {
    4,
    { xb_likely_rate (&changed->before, &changed->after), xb_likely_rate (&changed->after, &changed->before),
      xb_likely_rate (&control->before, &control->after), xb_likely_rate (&control->after, &control->before) },
    { -1, 1, 1, -1 },
    xb_normal_two_sided (standard->level),
  };

  return xb_enough_calls (xb_rate_sum_width, &sum, standard->relevant, rarest (self));
}

/**
 * xb_controlled_new:
 * @changed: before and after where the change was
 * @control: before and after where nothing changed
 * @standard: what is asked of a proof
 *
 * Source: R. G. Newcombe, Estimating the difference between differences: measurement of additive scale interaction for
 * proportions, Statistics in Medicine 20 (2001) 2885–2893: the Wilson intervals of all four, squared and added.
 *
 * Returns: the difference in differences with its interval and the answer
 */
XbControlled
xb_controlled_new (const XbDifference *changed,
                   const XbDifference *control,
                   const XbStandard   *standard)
{
  XbControlled self = { .low = -2, .high = 2, .p_value = 1, .effect = XB_EFFECT_TOO_FEW_CALLS };

  g_return_val_if_fail (changed != NULL && control != NULL, self);
  g_return_val_if_fail (standard != NULL && xb_standard_is_valid (standard), self);
  g_return_val_if_fail (changed->level == standard->level && control->level == standard->level, self);

  self.changed = *changed;
  self.control = *control;
  self.level = standard->level;
  self.known = changed->known && control->known;
  if (self.known)
    {
      self.difference = changed->difference - control->difference;
      bounds (&self, xb_normal_two_sided (standard->level), &self.low, &self.high);
      self.low = MAX (self.low, -2);
      self.high = MIN (self.high, 2);
      self.p_value = touching_p_value (&self);
      self.effect = xb_effect_judge (self.low, self.high, standard->relevant,
                                     xb_rates_carry (&changed->before, &changed->after)
                                     && xb_rates_carry (&control->before, &control->after));
    }
  if (self.effect == XB_EFFECT_TOO_FEW_CALLS)
    self.calls_needed = calls_needed (&self, standard);
  return self;
}
