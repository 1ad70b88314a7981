/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-difference.h"

G_BEGIN_DECLS

/* Before and after, of what changed and of its control. */
#define XB_MOVER_MOST 4

/**
 * XbMover:
 * @n: how many rates: two for a difference, four for a difference in differences
 * @hits: of each; with fractions where calls tell less than their number
 * @trials: of each; 0 where there is no rate
 *
 * Rates before and after, in pairs, whose difference, or difference in differences, gets its interval from theirs by
 * squaring and adding (the method of variance estimates recovery; for its sources see xb_difference_newcombe()
 * and xb_controlled_new()).
 */
typedef struct
{
  guint  n;
  double hits[XB_MOVER_MOST];
  double trials[XB_MOVER_MOST];
} XbMover;

XbMover  xb_mover_new     (const XbDifference *changed,
                           const XbDifference *control);
void     xb_mover_thin    (XbMover            *self,
                           const double       *effects);
void     xb_mover_bounds  (const XbMover      *self,
                           double              z,
                           double             *low,
                           double             *high);
gboolean xb_mover_carries (const XbMover      *self);
gint64   xb_mover_enough  (const XbMover      *self,
                           const XbStandard   *standard);

G_END_DECLS
