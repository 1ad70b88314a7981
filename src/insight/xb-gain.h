/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-control.h"
#include "xb-counts.h"

G_BEGIN_DECLS

/**
 * XbGain:
 * @known: whether there were calls to tell from; else all that follows is 0
 * @extra: how many more there were after than the calls made after would have brought as before; below 0 for fewer
 * @rounded: the same as a whole number, rounded from the exact one, half away from zero
 * @low: lower end of its interval
 * @high: upper end of its interval
 * @effect: whether it is proven
 *
 * What a difference comes to: calls answered, inquiries, orders.
 */
typedef struct
{
  gboolean known;
  double   extra;
  gint64   rounded;
  double   low;
  double   high;
  XbEffect effect;
} XbGain;

XbGain xb_gain_answered   (const XbDifference      *difference);
XbGain xb_gain_controlled (const XbControlled      *controlled);
XbGain xb_gain_counts     (const XbCountDifference *difference);

G_END_DECLS
