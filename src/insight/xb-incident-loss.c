/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-incident-loss.h"

static gint64
opposite (gint64 count)
{
  return count == G_MININT64 ? G_MAXINT64 : -count;
}

/**
 * xb_incident_loss_new:
 * @comparison: of the usual days before the incident with the incident's own days, as its period after
 *
 * With a control, what happened there as well is not the incident's doing and is taken off.
 *
 * Returns: the loss
 */
XbIncidentLoss
xb_incident_loss_new (const XbBeforeAfter *comparison)
{
  XbIncidentLoss self = { 0 };
  XbGain gain;

  g_return_val_if_fail (comparison != NULL, self);

  gain = comparison->has_control ? xb_gain_controlled (&comparison->controlled)
                                 : xb_gain_answered (&comparison->answered);
  self.days = xb_span_count (comparison->after);
  self.days_counted = comparison->totals_after.days;
  self.answered = comparison->answered;
  self.lost = gain;
  self.lost.extra = 0 - gain.extra;
  self.lost.rounded = opposite (gain.rounded);
  self.lost.low = 0 - gain.high;
  self.lost.high = 0 - gain.low;
  self.proven = gain.known && gain.effect == XB_EFFECT_DOWN;
  self.known = gain.known && comparison->totals_before.answered > 0;
  if (self.known)
    {
      double a_day = (double) comparison->totals_before.answered / comparison->totals_before.days;

      self.days_lost = self.lost.extra / a_day;
      self.days_low = self.lost.low / a_day;
      self.days_high = self.lost.high / a_day;
    }
  return self;
}
