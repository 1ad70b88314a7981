/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-rate.h"
#include "xb-standard.h"

G_BEGIN_DECLS

/**
 * XbDifference:
 * @before: the rate that is compared with
 * @after: the rate that is compared
 * @known: whether both rates are; else @difference is 0 and the interval is from -1 to 1
 * @difference: @after − @before as a share of 1: 0.07 is 7 percentage points, never per cent of the rate
 * @low: lower end of its interval
 * @high: upper end of its interval
 * @level: how sure the interval is
 * @p_value: how probable a difference at least as large is where there is none in truth
 * @effect: the answer; the interval decides it, @p_value stands beside
 * @calls_needed: where @effect is %XB_EFFECT_TOO_FEW_CALLS the calls on each side that would be enough, else 0
 */
typedef struct
{
  XbRate   before;
  XbRate   after;
  gboolean known;
  double   difference;
  double   low;
  double   high;
  double   level;
  double   p_value;
  XbEffect effect;
  gint64   calls_needed;
} XbDifference;

XbDifference xb_difference_newcombe (gint64            hits_before,
                                     gint64            trials_before,
                                     gint64            hits_after,
                                     gint64            trials_after,
                                     const XbStandard *standard);

G_END_DECLS
