/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-metric-day.h"

G_BEGIN_DECLS

/**
 * XbSpan:
 * @from: its first day, in days since 1970-01-01
 * @until: its last day
 *
 * Days in a row, both ends included; none where @until lies before @from.
 */
typedef struct
{
  int from;
  int until;
} XbSpan;

/**
 * XbTotals:
 * @days: how many days have rows
 * @seen: from the first to the last of these days; means nothing where @days is 0
 *
 * Sums over rows, and the days that they come from. All zero is the sum of nothing.
 */
typedef struct
{
  int    days;
  XbSpan seen;
  gint64 calls;
  gint64 answered;
  gint64 marks;
  gint64 complaints;
  gint64 inquiries;
  gint64 orders;
  gint64 revenue;
} XbTotals;

gint64   xb_span_count      (XbSpan             span);
gboolean xb_span_has        (XbSpan             span,
                             int                day);
void     xb_span_around     (int                event,
                             int                days,
                             XbSpan            *before,
                             XbSpan            *after);
gboolean xb_totals_add      (XbTotals          *self,
                             const XbMetricDay *row,
                             GError           **error);
gboolean xb_totals_sum      (const XbMetricDay *rows,
                             gsize              n_rows,
                             XbSpan             span,
                             XbTotals          *totals,
                             GError           **error);
gint64   xb_totals_days_for (const XbTotals    *self,
                             gint64             calls);

G_END_DECLS
