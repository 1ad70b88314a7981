/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * XbRate:
 * @known: whether there is a rate: not without calls, nor from counts that cannot be
 * @hits: calls that count, such as those answered
 * @trials: all calls
 * @rate: @hits ÷ @trials as a share of 1; 0 where not @known
 * @low: lower end of its interval; 0 where not @known
 * @high: upper end of its interval; 1 where not @known
 * @level: how sure the interval is, such as 0.95
 *
 * A rate and where it may lie. Never NaN.
 */
typedef struct
{
  gboolean known;
  gint64   hits;
  gint64   trials;
  double   rate;
  double   low;
  double   high;
  double   level;
} XbRate;

XbRate xb_rate_wilson           (gint64 hits,
                                 gint64 trials,
                                 double level);
XbRate xb_rate_wilson_corrected (gint64 hits,
                                 gint64 trials,
                                 double level);

G_END_DECLS
