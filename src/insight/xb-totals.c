/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "xb-day.h"
#include "xb-error.h"
#include "xb-totals.h"

/** xb_span_count: Returns: how many days @span has; 0 where it ends before it begins */
gint64
xb_span_count (XbSpan span)
{
  return span.until < span.from ? 0 : (gint64) span.until - span.from + 1;
}

/** xb_span_has: Returns: whether @day lies in @span */
gboolean
xb_span_has (XbSpan span,
             int    day)
{
  return span.from <= day && day <= span.until;
}

static int
to_day (gint64 day)
{
  return (int) CLAMP (day, G_MININT, G_MAXINT);
}

/**
 * xb_span_around:
 * @event: the day of the event
 * @days: how many days to look at on each side
 * @before: (out): the days before @event
 * @after: (out): the days after @event
 *
 * The day of the event itself belongs to neither side: its calls were made partly before, partly after.
 * Whole weeks (28, 84, 364 days) have the same weekdays on both sides.
 */
void
xb_span_around (int     event,
                int     days,
                XbSpan *before,
                XbSpan *after)
{
  g_return_if_fail (days > 0);
  g_return_if_fail (before != NULL && after != NULL);

  *before = (XbSpan) { to_day ((gint64) event - days), to_day ((gint64) event - 1) };
  *after = (XbSpan) { to_day ((gint64) event + 1), to_day ((gint64) event + days) };
}

static gboolean
is_possible (const XbMetricDay *row)
{
  return row->answered >= 0 && row->calls >= row->answered && row->marks >= 0 && row->complaints >= 0
         && row->inquiries >= 0 && row->orders >= 0;
}

static gboolean
add_up (XbTotals          *sum,
        const XbMetricDay *row)
{
  return !__builtin_add_overflow (sum->calls, row->calls, &sum->calls)
         && !__builtin_add_overflow (sum->answered, row->answered, &sum->answered)
         && !__builtin_add_overflow (sum->marks, row->marks, &sum->marks)
         && !__builtin_add_overflow (sum->complaints, row->complaints, &sum->complaints)
         && !__builtin_add_overflow (sum->inquiries, row->inquiries, &sum->inquiries)
         && !__builtin_add_overflow (sum->orders, row->orders, &sum->orders)
         && !__builtin_add_overflow (sum->revenue, row->revenue, &sum->revenue);
}

static char *
dup_day (int day)
{
  gint64 julian = (gint64) day + XB_METRIC_DAY_EPOCH;
  char out[11];

  if (julian < 1 || julian > XB_METRIC_DAY_EPOCH * (gint64) 2)
    return g_strdup_printf ("%d", day);
  xb_day_format ((guint32) julian, out);
  return g_strdup (out);
}

/**
 * xb_totals_add:
 * @self: the sum so far
 * @row: a row of the same day as the last one or of a later day; numbers share days
 * @error: set to %XB_ERROR_DAMAGED for a row that cannot be, to %XB_ERROR_INVALID for sums past counting
 *
 * Returns: whether @row was added; else @self is as before
 */
gboolean
xb_totals_add (XbTotals          *self,
               const XbMetricDay *row,
               GError           **error)
{
  XbTotals sum;

  g_return_val_if_fail (self != NULL && row != NULL, FALSE);
  g_return_val_if_fail (self->days == 0 || row->day >= self->seen.until, FALSE);

  if (!is_possible (row))
    {
      g_autofree char *day = dup_day (row->day);

      g_set_error (error, XB_ERROR, XB_ERROR_DAMAGED,
                   _("The figures of %s cannot be: more calls answered than made, or a count below zero; "
                     "import that day again"), day);
      return FALSE;
    }
  sum = *self;
  if (!add_up (&sum, row))
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                   _("The sums are too large to be counted; choose a shorter period"));
      return FALSE;
    }
  if (sum.days == 0)
    sum.seen.from = row->day;
  if (sum.days == 0 || row->day > sum.seen.until)
    sum.days++;
  sum.seen.until = row->day;
  *self = sum;
  return TRUE;
}

/**
 * xb_totals_sum:
 * @rows: (array length=n_rows): rows in the order of their days
 * @n_rows: how many
 * @span: the days to sum
 * @totals: (out): the sum; of nothing where no row lies in @span
 * @error: as for xb_totals_add()
 *
 * Returns: whether the rows of @span could be summed
 */
gboolean
xb_totals_sum (const XbMetricDay *rows,
               gsize              n_rows,
               XbSpan             span,
               XbTotals          *totals,
               GError           **error)
{
  g_return_val_if_fail (rows != NULL || n_rows == 0, FALSE);
  g_return_val_if_fail (totals != NULL, FALSE);

  *totals = (XbTotals) { 0 };
  for (gsize i = 0; i < n_rows; i++)
    if (xb_span_has (span, rows[i].day) && !xb_totals_add (totals, &rows[i], error))
      return FALSE;
  return TRUE;
}

/**
 * xb_totals_days_for:
 * @self: what there is
 * @calls: calls that would be enough
 *
 * Returns: how many more days it takes to reach @calls at the same pace; 0 where they are reached, -1 where nobody
 *   can say as none were made
 */
gint64
xb_totals_days_for (const XbTotals *self,
                    gint64          calls)
{
  g_return_val_if_fail (self != NULL, -1);

  if (self->calls >= calls)
    return 0;
  if (self->calls <= 0)
    return -1;
  return (gint64) MIN (ceil ((double) (calls - self->calls) * self->days / (double) self->calls), 0x1p62);
}
