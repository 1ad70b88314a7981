/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-control.h"
#include "xb-mover-private.h"
#include "xb-quantile.h"
#include "xb-standard-private.h"

/* How sure an interval may be that just leaves 0 out: so the test never says otherwise than the interval. */
static double
touching_p_value (const XbMover *mover)
{
  double inside = 40, outside = 0;

  for (guint i = 0; i < 100; i++)
    {
      double z = (inside + outside) / 2, low, high;

      xb_mover_bounds (mover, z, &low, &high);
      if (low > 0 || high < 0)
        outside = z;
      else
        inside = z;
    }
  return xb_normal_p_value (outside);
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
  XbMover mover;

  g_return_val_if_fail (changed != NULL && control != NULL, self);
  g_return_val_if_fail (standard != NULL && xb_standard_is_valid (standard), self);
  g_return_val_if_fail (changed->level == standard->level && control->level == standard->level, self);

  self.changed = *changed;
  self.control = *control;
  self.level = standard->level;
  self.known = changed->known && control->known;
  mover = xb_mover_new (changed, control);
  if (self.known)
    {
      self.difference = changed->difference - control->difference;
      xb_mover_bounds (&mover, xb_normal_two_sided (standard->level), &self.low, &self.high);
      self.p_value = touching_p_value (&mover);
      self.effect = xb_effect_judge (self.low, self.high, standard->relevant, xb_mover_carries (&mover));
    }
  if (self.effect == XB_EFFECT_TOO_FEW_CALLS)
    self.calls_needed = xb_mover_enough (&mover, standard);
  return self;
}
