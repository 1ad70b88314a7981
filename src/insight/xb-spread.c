/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "xb-mover-private.h"
#include "xb-quantile.h"
#include "xb-spread.h"
#include "xb-standard-private.h"

/**
 * xb_deviation_add:
 * @self: that of the days so far
 * @rate: the rate of all days of the side together
 * @answered: calls answered on one more day
 * @calls: its calls
 */
void
xb_deviation_add (XbDeviation  *self,
                  const XbRate *rate,
                  gint64        answered,
                  gint64        calls)
{
  double off;

  g_return_if_fail (self != NULL && rate != NULL);

  if (calls <= 0)
    return;
  off = (double) answered - rate->rate * (double) calls;
  self->days++;
  self->squares += off * off;
}

/* The variance of the rate as days show it, over the one of independent calls. */
static double
design_effect (const XbDeviation *deviation,
               const XbRate      *rate)
{
  double chance = (double) rate->trials * rate->rate * (1 - rate->rate);

  if (chance <= 0)
    return 1;
  return MAX (deviation->squares / chance * deviation->days / (deviation->days - 1), 1);
}

/**
 * xb_spread_new:
 * @changed: before and after where the change was
 * @control: (nullable): before and after where nothing changed
 * @deviations: the days of @changed before and after, then those of @control
 * @standard: what is asked of a proof
 *
 * Source: J. N. K. Rao and A. J. Scott, A simple method for the analysis of clustered binary data, Biometrics 48 (1992)
 * 577–585, with days as clusters: all counts of a side are divided by its design effect.
 *
 * Returns: what is left of the answer
 */
XbSpread
xb_spread_new (const XbDifference *changed,
               const XbDifference *control,
               const XbDeviation  *deviations,
               const XbStandard   *standard)
{
  XbSpread self = { TRUE, { 1, 1, 1, 1 }, .effect = XB_EFFECT_TOO_FEW_CALLS };
  XbMover mover;

  g_return_val_if_fail (changed != NULL && deviations != NULL, self);
  g_return_val_if_fail (standard != NULL && xb_standard_is_valid (standard), self);

  mover = xb_mover_new (changed, control);
  self.high = mover.n / 2;
  self.low = -self.high;
  for (guint i = 0; i < mover.n; i++)
    self.known = self.known && deviations[i].days >= XB_SPREAD_LEAST_DAYS;
  for (guint i = 0; i < mover.n && self.known; i++)
    {
      const XbDifference *pair = i < 2 ? changed : control;

      self.effects[i] = design_effect (&deviations[i], i % 2 == 0 ? &pair->before : &pair->after);
    }
  xb_mover_thin (&mover, self.effects);
  if (changed->known && (control == NULL || control->known))
    {
      xb_mover_bounds (&mover, xb_normal_two_sided (standard->level), &self.low, &self.high);
      self.effect = xb_effect_judge (self.low, self.high, standard->relevant, xb_mover_carries (&mover));
    }
  if (self.effect == XB_EFFECT_TOO_FEW_CALLS)
    {
      double most = 1;

      for (guint i = 0; i < mover.n; i++)
        most = MAX (most, self.effects[i]);
      self.calls_needed = (gint64) MIN (ceil ((double) xb_mover_enough (&mover, standard) * most), 0x1p62);
    }
  return self;
}
