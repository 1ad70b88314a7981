/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-metric-ledger.h"
#include "xb-metric-sums.h"

#define FEW_DAYS 62 /* are read one by one: two looks into months save nothing */

/* Sixteen sums in SQL take longer than adding the rows up here. @query: (transfer full) */
static gboolean
add_rows (XbRows       *query,
          XbMetricSums *sums,
          GError      **error)
{
  g_autoptr(XbRows) rows = query;
  g_autoptr(GError) wrong = NULL;

  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, &wrong))
    xb_metric_rows_sums (rows, 0, sums);
  if (wrong == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}

/** xb_metric_sum_all: adds the days of all numbers to @sums */
gboolean
xb_metric_sum_all (XbDb         *db,
                   guint         from,
                   guint         until,
                   XbMetricSums *sums,
                   GError      **error)
{
  return add_rows (xb_db_query (db, error, "SELECT " XB_METRIC_SUM_COLUMNS " FROM metric_by_day WHERE id BETWEEN ? AND ?",
                                "ii", (gint64) from, (gint64) until), sums, error);
}

static gboolean
sum_days (XbDb         *db,
          gint64        number,
          guint         from,
          guint         until,
          XbMetricSums *sums,
          GError      **error)
{
  g_autoptr(GError) wrong = NULL;
  g_autoptr(XbRows) rows = NULL;
  XbMetricFigures figures;

  if (from > until || until == G_MAXUINT)
    return TRUE;
  rows = xb_db_query (db, error, "SELECT " XB_METRIC_COLUMNS " FROM metric WHERE id BETWEEN ? AND ?", "ii",
                      XB_METRIC_KEY (number, from), XB_METRIC_KEY (number, until));
  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, &wrong))
    {
      xb_metric_rows_figures (rows, 0, &figures);
      xb_metric_sums_add (sums, &figures, 1);
    }
  if (wrong == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}

/** xb_metric_sum_number: adds the days of one number: whole months from their sums, the days before and behind by row */
gboolean
xb_metric_sum_number (XbDb         *db,
                      gint64        number,
                      guint         from,
                      guint         until,
                      XbMetricSums *sums,
                      GError      **error)
{
  guint first = xb_period_month (from), next = xb_period_month (until); /* whole months: first … next - 1 */

  if (until < from)
    return TRUE;
  if (until - from < FEW_DAYS)
    return sum_days (db, number, from, until, sums, error);
  first += from > xb_month_first_day (first);
  next += until + 1 == xb_month_first_day (next + 1);
  return sum_days (db, number, from, xb_month_first_day (first) - 1, sums, error) &&
         add_rows (xb_db_query (db, error, "SELECT " XB_METRIC_SUM_COLUMNS " FROM metric_by_month WHERE id BETWEEN ? AND ?",
                                "ii", XB_METRIC_KEY (number, first), XB_METRIC_KEY (number, next - 1)), sums, error) &&
         sum_days (db, number, xb_month_first_day (next), until, sums, error);
}

/**
 * xb_metric_sum_months:
 * @number: 0: all
 * @cut: (inout): how many months reach over an end of the period
 *
 * Adds months that were reported as a whole and lie within the period, where the number has no days in them: those
 * would count the same calls twice.
 */
gboolean
xb_metric_sum_months (XbDb         *db,
                      gint64        number,
                      guint         from,
                      guint         until,
                      XbMetricSums *sums,
                      gint64       *cut,
                      GError      **error)
{
  guint first = xb_period_month (from), last = xb_period_month (until);
  g_autoptr(GError) wrong = NULL;
  g_autoptr(XbRows) rows = NULL;

  /* An index holds the months of all numbers, which are few; those of one number lie together anyway. */
  if (number == 0)
    rows = xb_db_query (db, error, "SELECT m.id, " XB_METRIC_COLUMNS " FROM metric m "
                        "WHERE (m.id & 65535) >= 50000 AND m.period BETWEEN ? AND ? AND NOT EXISTS "
                        "(SELECT 1 FROM metric_by_month b WHERE b.id = m.id - 50000)", "ii",
                        (gint64) first + XB_PERIOD_MONTHS, (gint64) last + XB_PERIOD_MONTHS);
  else
    rows = xb_db_query (db, error, "SELECT m.id, " XB_METRIC_COLUMNS " FROM metric m WHERE m.id BETWEEN ? AND ? "
                        "AND NOT EXISTS (SELECT 1 FROM metric_by_month b WHERE b.id = m.id - 50000)", "ii",
                        XB_METRIC_KEY (number, first + XB_PERIOD_MONTHS),
                        XB_METRIC_KEY (number, last + XB_PERIOD_MONTHS));
  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, &wrong))
    {
      guint month = xb_period_month (xb_rows_int (rows, 0) & 0xffff);
      XbMetricFigures figures;

      if (xb_month_first_day (month) < from || xb_month_first_day (month + 1) - 1 > until)
        {
          ++*cut;
          continue;
        }
      xb_metric_rows_figures (rows, 1, &figures);
      xb_metric_sums_add (sums, &figures, 1);
    }
  if (wrong == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}
