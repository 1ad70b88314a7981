/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-difference.h"

G_BEGIN_DECLS

/* With fewer days on a side nobody can say how much days differ. */
#define XB_SPREAD_LEAST_DAYS 7

/**
 * XbDeviation:
 * @days: days with calls
 * @squares: how far the calls answered on each were from what the rate expects, squared and summed
 *
 * How days differ. All zero is that of no days.
 */
typedef struct
{
  int    days;
  double squares;
} XbDeviation;

/**
 * XbSpread:
 * @known: whether every side has days enough to tell; else the design effects are 1
 * @effects: the design effects of before, after, the control's before and after: 1 where days differ as chance alone
 *   makes them, 3 where so many calls tell no more than a third of them would; never below 1
 * @low: lower end of the interval with that much less told
 * @high: upper end
 * @effect: the answer with that much less told
 * @calls_needed: where @effect is %XB_EFFECT_TOO_FEW_CALLS the calls on each side that would be enough, else 0
 *
 * How far an answer holds where days differ: rain, a new caller, a bad list. Calls of one day are more alike than calls of
 * different days, and an interval that takes all of them for independent is too narrow.
 */
typedef struct
{
  gboolean known;
  double   effects[4];
  double   low;
  double   high;
  XbEffect effect;
  gint64   calls_needed;
} XbSpread;

void     xb_deviation_add (XbDeviation        *self,
                           const XbRate       *rate,
                           gint64              answered,
                           gint64              calls);
XbSpread xb_spread_new    (const XbDifference *changed,
                           const XbDifference *control,
                           const XbDeviation  *deviations,
                           const XbStandard   *standard);

G_END_DECLS
