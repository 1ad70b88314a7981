/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-standard.h"

G_BEGIN_DECLS

/**
 * XbCountDifference:
 * @count_before: how often it happened on the side that is compared with: inquiries, orders, marks
 * @calls_before: its calls
 * @count_after: how often on the side that is compared
 * @calls_after: its calls
 * @known: whether there are calls on both sides; else all that follows is 0
 * @per_call_before: for each call on the side that is compared with; may be above 1
 * @per_call_after: for each call on the side that is compared
 * @difference: @per_call_after − @per_call_before
 * @low: lower end of its interval
 * @high: upper end of its interval
 * @effect: the answer
 * @calls_needed: where @effect is %XB_EFFECT_TOO_FEW_CALLS the calls on each side that would be enough, 0 where nothing
 *   was ever counted before, so that no share of it can matter
 *
 * The difference of two counts, each for so many calls. A count may come several times of one call, so it is
 * no rate of calls, but one of events.
 */
typedef struct
{
  gint64   count_before;
  gint64   calls_before;
  gint64   count_after;
  gint64   calls_after;
  gboolean known;
  double   per_call_before;
  double   per_call_after;
  double   difference;
  double   low;
  double   high;
  XbEffect effect;
  gint64   calls_needed;
} XbCountDifference;

XbCountDifference xb_count_difference_new (gint64            count_before,
                                           gint64            calls_before,
                                           gint64            count_after,
                                           gint64            calls_after,
                                           const XbStandard *standard);

G_END_DECLS
