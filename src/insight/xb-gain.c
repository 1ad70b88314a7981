/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "xb-exact-private.h"
#include "xb-gain.h"

static XbGain
scale (double   difference,
       double   low,
       double   high,
       double   calls,
       XbEffect effect)
{
  double extra = difference * calls;

  return (XbGain) { TRUE, extra, (gint64) CLAMP (round (extra), -0x1p62, 0x1p62), low * calls, high * calls, effect };
}

/* The exact count: (after × calls before − before × calls after) ÷ calls before; both products fit. */
static void
round_exactly (XbGain *self,
               gint64  before,
               gint64  calls_before,
               gint64  after,
               gint64  calls_after)
{
  XbWide more = (XbWide) after * calls_before - (XbWide) before * calls_after;

  if (!xb_wide_divide (more, calls_before, &self->rounded))
    self->rounded = more < 0 ? G_MININT64 : G_MAXINT64;
}

/** xb_gain_answered: Returns: how many more of the calls after were answered than would have been as before */
XbGain
xb_gain_answered (const XbDifference *difference)
{
  XbGain self = { .effect = XB_EFFECT_TOO_FEW_CALLS };

  g_return_val_if_fail (difference != NULL, self);

  if (!difference->known)
    return self;
  self = scale (difference->difference, difference->low, difference->high, (double) difference->after.trials,
                difference->effect);
  round_exactly (&self, difference->before.hits, difference->before.trials, difference->after.hits,
                 difference->after.trials);
  return self;
}

/** xb_gain_controlled: as xb_gain_answered(), what happened at the control as well taken off */
XbGain
xb_gain_controlled (const XbControlled *controlled)
{
  XbGain self = { .effect = XB_EFFECT_TOO_FEW_CALLS };

  g_return_val_if_fail (controlled != NULL, self);

  if (!controlled->known)
    return self;
  return scale (controlled->difference, controlled->low, controlled->high, (double) controlled->changed.after.trials,
                controlled->effect);
}

/** xb_gain_counts: Returns: how many more the calls after brought than they would have as before */
XbGain
xb_gain_counts (const XbCountDifference *difference)
{
  XbGain self = { .effect = XB_EFFECT_TOO_FEW_CALLS };

  g_return_val_if_fail (difference != NULL, self);

  if (!difference->known)
    return self;
  self = scale (difference->difference, difference->low, difference->high, (double) difference->calls_after,
                difference->effect);
  round_exactly (&self, difference->count_before, difference->calls_before, difference->count_after,
                 difference->calls_after);
  return self;
}
