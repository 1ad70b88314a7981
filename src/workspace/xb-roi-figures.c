/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-metric-ledger.h"
#include "xb-metric-sums.h"
#include "xb-roi-figures.h"

/* What the reports say of a period, for the question whether something pays. */

#define PERIOD_EPOCH 10957 /* days from 1970-01-01 to 2000-01-01 */

void
xb_roi_window_init (XbRoiWindow *self,
                    XbSpan       span)
{
  self->span = span;
  self->sums = g_array_new (FALSE, TRUE, sizeof (XbMetricSums));
  g_array_set_size (self->sums, (guint) xb_span_count (span));
}

void
xb_roi_window_clear (XbRoiWindow *self)
{
  g_clear_pointer (&self->sums, g_array_unref);
}

/** xb_roi_period: Returns: @day as the ledger counts; nothing is kept of days before 2000, which are -1 */
gint64
xb_roi_period (int day)
{
  return CLAMP ((gint64) day - PERIOD_EPOCH, -1, XB_PERIOD_MONTHS - 1);
}

static XbMetricSums *
find (XbRoiWindow *self,
      XbRows      *rows)
{
  int day = (int) (xb_rows_int (rows, 0) & 0xffff) + PERIOD_EPOCH;

  g_assert (xb_span_has (self->span, day));
  return &g_array_index (self->sums, XbMetricSums, day - self->span.from);
}

/** xb_roi_window_add_all: adds what all numbers together did */
gboolean
xb_roi_window_add_all (XbRoiWindow *self,
                       XbDb        *db,
                       GError     **error)
{
  g_autoptr(XbRows) rows = xb_db_query (db, error, "SELECT id, " XB_METRIC_SUM_COLUMNS " FROM metric_by_day "
                                        "WHERE id BETWEEN max (?, 0) AND ?", "ii", xb_roi_period (self->span.from),
                                        xb_roi_period (self->span.until));
  g_autoptr(GError) wrong = NULL;

  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, &wrong))
    {
      XbMetricSums day = { 0 };

      xb_metric_rows_sums (rows, 1, &day);
      xb_metric_sums_add_sums (find (self, rows), &day);
    }
  if (wrong == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}

/** xb_roi_window_add: @sign: 1 adds what @number did, -1 takes it away */
gboolean
xb_roi_window_add (XbRoiWindow *self,
                   XbDb        *db,
                   gint64       number,
                   int          sign,
                   GError     **error)
{
  g_autoptr(XbRows) rows = NULL;
  g_autoptr(GError) wrong = NULL;

  if (xb_roi_period (self->span.until) < 0)
    return TRUE;
  rows = xb_db_query (db, error, "SELECT id, " XB_METRIC_COLUMNS " FROM metric WHERE id BETWEEN ? AND ?", "ii",
                      XB_METRIC_KEY (number, MAX (xb_roi_period (self->span.from), 0)),
                      XB_METRIC_KEY (number, xb_roi_period (self->span.until)));
  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, &wrong))
    {
      XbMetricFigures figures;

      xb_metric_rows_figures (rows, 1, &figures);
      xb_metric_sums_add (find (self, rows), &figures, sign);
    }
  if (wrong == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}

/** xb_roi_window_months: @number: 0: of all. Adds months that were reported as a whole and lie within the period */
gboolean
xb_roi_window_months (XbRoiWindow  *self,
                      XbDb         *db,
                      gint64        number,
                      XbMetricSums *months,
                      gint64       *cut,
                      GError      **error)
{
  if (xb_roi_period (self->span.until) < 0)
    return TRUE;
  return xb_metric_sum_months (db, number, (guint) MAX (xb_roi_period (self->span.from), 0), (guint) xb_roi_period (self->span.until),
                               months, cut, error);
}

/** xb_roi_day: Returns: @sums as one row. Its calls are those of which is known whether they were answered */
XbMetricDay
xb_roi_day (const XbMetricSums *sums,
            int                 day)
{
  return (XbMetricDay) {
    .day = day,
    .calls = sums->rated,
    .answered = MIN (sums->sum[XB_METRIC_ANSWERED], sums->rated),
    .marks = sums->sum[XB_METRIC_MARKS],
    .complaints = sums->sum[XB_METRIC_COMPLAINTS],
    .inquiries = sums->sum[XB_METRIC_INQUIRIES],
    .orders = sums->sum[XB_METRIC_ORDERS],
    .revenue = sums->sum[XB_METRIC_REVENUE],
  };
}

/** xb_roi_window_rows: @rows: (element-type XbMetricDay): where a row for each day that has figures is added */
void
xb_roi_window_rows (XbRoiWindow *self,
                    GArray      *rows)
{
  for (guint i = 0; i < self->sums->len; i++)
    {
      const XbMetricSums *sums = &g_array_index (self->sums, XbMetricSums, i);
      XbMetricDay row = xb_roi_day (sums, self->span.from + (int) i);

      if (sums->rows > 0)
        g_array_append_val (rows, row);
    }
}
