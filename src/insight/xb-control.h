/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-difference.h"

G_BEGIN_DECLS

/**
 * XbControlled:
 * @changed: where the change was
 * @control: where nothing changed, in the same days
 * @known: whether all four rates are
 * @difference: what is left of the difference of @changed after that of @control is taken off: what the season
 *   did to both is gone
 * @low: lower end of its interval
 * @high: upper end of its interval
 * @level: how sure the interval is
 * @p_value: how probable a difference at least as large is where there is none in truth
 * @effect: the answer
 * @calls_needed: where @effect is %XB_EFFECT_TOO_FEW_CALLS the calls in each of the four that would be enough, else 0
 *
 * A difference in differences.
 */
typedef struct
{
  XbDifference changed;
  XbDifference control;
  gboolean     known;
  double       difference;
  double       low;
  double       high;
  double       level;
  double       p_value;
  XbEffect     effect;
  gint64       calls_needed;
} XbControlled;

XbControlled xb_controlled_new (const XbDifference *changed,
                                const XbDifference *control,
                                const XbStandard   *standard);

G_END_DECLS
