/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-metric-ledger.h"
#include "xb-metric-sums.h"
#include "xb-metrics-read-private.h"

/* What the reports say, read off the main thread and from sums where there are some. */

#define PERIOD_EPOCH 10957 /* days from 1970-01-01 to 2000-01-01 */
#define NUMBERS_PER_LOOK 64

void
xb_metrics_series_free (XbMetricsSeries *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->days);
  g_array_unref (self->calls);
  g_free (self);
}

static void
read_free (gpointer data)
{
  XbMetricsRead *verb = data;

  g_clear_pointer (&verb->numbers, g_array_unref);
  xb_metrics_series_free (verb->series);
  g_free (verb->seen);
  g_clear_pointer (&verb->labels, g_hash_table_unref);
  g_free (verb->platform);
  g_free (verb->label);
  g_free (verb);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (xb_store_read_finish (XB_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static guint
clamp_day (const char *day)
{
  guint period = xb_period_from_day (day);

  if (period != XB_PERIOD_NONE)
    return period;
  return g_strcmp0 (day, "2000-01-01") < 0 ? 0 : xb_month_first_day (1200) - 1;
}

/** xb_metrics_read_start: runs @job off the main thread, with what is asked as its data */
void
xb_metrics_read_start (XbWorkspace          *self,
                       const XbMetricsQuery *query,
                       const char           *platform,
                       const char           *label,
                       gpointer              tag,
                       XbStoreJob            job,
                       GCancellable         *cancellable,
                       GAsyncReadyCallback   callback,
                       gpointer              user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  XbMetricsRead *verb = g_new0 (XbMetricsRead, 1);

  verb->from = clamp_day (query->from);
  verb->until = clamp_day (query->until);
  verb->platform = g_strdup (platform);
  verb->label = g_strdup (label);
  verb->series = g_new0 (XbMetricsSeries, 1);
  verb->series->days = g_array_new (FALSE, TRUE, sizeof (XbMetricDay));
  verb->series->calls = g_array_new (FALSE, TRUE, sizeof (gint64));
  verb->labels = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, xb_metrics_of_label_free);
  if (query->numbers != NULL)
    {
      verb->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_vals (verb->numbers, query->numbers, query->n_numbers);
    }
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, verb, read_free);
  xb_store_read_async (xb_workspace_get_store (self), job, verb, NULL, cancellable, read_cb, task);
}

/** xb_metrics_read_go_on: Returns: whether the work on number @i is still wanted */
gboolean
xb_metrics_read_go_on (XbDb    *db,
                       guint    i,
                       GError **error)
{
  return i % NUMBERS_PER_LOOK != 0 || !g_cancellable_set_error_if_cancelled (xb_db_get_cancellable (db), error);
}

static gboolean
sum_job (XbDb    *db,
         gpointer data,
         GError **error)
{
  XbMetricsRead *verb = data;
  XbMetricsTotals *totals = &verb->totals;

  if (verb->until < verb->from)
    return TRUE;
  if (verb->numbers == NULL)
    return xb_metric_sum_all (db, verb->from, verb->until, &totals->days, error) &&
           xb_metric_sum_months (db, 0, verb->from, verb->until, &totals->months, &totals->cut_months, error);
  for (guint i = 0; i < verb->numbers->len; i++)
    {
      gint64 number = g_array_index (verb->numbers, gint64, i);

      if (!xb_metrics_read_go_on (db, i, error) ||
          !xb_metric_sum_number (db, number, verb->from, verb->until, &totals->days, error) ||
          !xb_metric_sum_months (db, number, verb->from, verb->until, &totals->months, &totals->cut_months, error))
        return FALSE;
    }
  return TRUE;
}

void
xb_workspace_sum_metrics_async (XbWorkspace          *self,
                                const XbMetricsQuery *query,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data)
{
  xb_metrics_read_start (self, query, NULL, NULL, xb_workspace_sum_metrics_async, sum_job, cancellable, callback, user_data);
}

gboolean
xb_workspace_sum_metrics_finish (XbWorkspace     *self,
                                 GAsyncResult    *result,
                                 XbMetricsTotals *totals,
                                 GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  *totals = ((XbMetricsRead *) g_task_get_task_data (G_TASK (result)))->totals;
  return TRUE;
}

/* Each figure is one that somebody reported, or adds nothing. */
static void
add_day (XbMetricDay        *day,
         const XbMetricSums *sums,
         int                 sign)
{
  day->calls += sign * sums->rated;
  day->answered += sign * sums->sum[XB_METRIC_ANSWERED];
  day->marks += sign * sums->sum[XB_METRIC_MARKS];
  day->complaints += sign * sums->sum[XB_METRIC_COMPLAINTS];
  day->inquiries += sign * sums->sum[XB_METRIC_INQUIRIES];
  day->orders += sign * sums->sum[XB_METRIC_ORDERS];
  day->revenue += sign * sums->sum[XB_METRIC_REVENUE];
}

static void
take_row (XbMetricsRead *verb,
          XbRows        *rows,
          gboolean       summed,
          int            sign)
{
  guint day = (xb_rows_int (rows, 0) & 0xffff) - verb->from;
  XbMetricSums sums = { 0 };

  if (summed)
    xb_metric_rows_sums (rows, 1, &sums);
  else
    {
      XbMetricFigures figures;

      xb_metric_rows_figures (rows, 1, &figures);
      xb_metric_sums_add (&sums, &figures, 1);
    }
  add_day (&g_array_index (verb->series->days, XbMetricDay, day), &sums, sign);
  g_array_index (verb->series->calls, gint64, day) += sign * sums.sum[XB_METRIC_CALLS];
  verb->series->known |= xb_metric_sums_known (&sums);
  verb->seen[day] += sign * sums.rows;
}

/* @query: (transfer full): id and the figures */
static gboolean
take_rows (XbMetricsRead *verb,
           XbRows        *query,
           gboolean       summed,
           int            sign,
           GError       **error)
{
  g_autoptr(XbRows) rows = query;
  g_autoptr(GError) wrong = NULL;

  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, &wrong))
    take_row (verb, rows, summed, sign);
  if (wrong == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}

/** xb_metrics_read_take_all: adds the days of all numbers */
gboolean
xb_metrics_read_take_all (XbMetricsRead *verb,
                          XbDb          *db,
                          GError       **error)
{
  return take_rows (verb, xb_db_query (db, error, "SELECT id, " XB_METRIC_SUM_COLUMNS " FROM metric_by_day "
                                       "WHERE id BETWEEN ? AND ?", "ii", (gint64) verb->from, (gint64) verb->until),
                    TRUE, 1, error);
}

/** xb_metrics_read_take: @sign: 1 adds the days of @number from @from to @until, -1 takes them away */
gboolean
xb_metrics_read_take (XbMetricsRead *verb,
                      XbDb          *db,
                      gint64         number,
                      guint          from,
                      guint          until,
                      int            sign,
                      GError       **error)
{
  return take_rows (verb, xb_db_query (db, error, "SELECT id, " XB_METRIC_COLUMNS " FROM metric WHERE id BETWEEN ? AND ?",
                                       "ii", XB_METRIC_KEY (number, from), XB_METRIC_KEY (number, until)), FALSE, sign,
                    error);
}

/** xb_metrics_read_open_days: makes room for each day of the period; Returns: how many there are */
guint
xb_metrics_read_open_days (XbMetricsRead *verb)
{
  guint n = verb->until >= verb->from ? verb->until - verb->from + 1 : 0;

  g_array_set_size (verb->series->days, n);
  g_array_set_size (verb->series->calls, n);
  verb->seen = g_new0 (gint64, n + 1);
  return n;
}

/** xb_metrics_read_close_days: a day that nobody reported gets no row */
void
xb_metrics_read_close_days (XbMetricsRead *verb)
{
  XbMetricsSeries *series = verb->series;
  guint kept = 0;

  for (guint i = 0; i < series->days->len; i++)
    if (verb->seen[i] > 0)
      {
        XbMetricDay *day = &g_array_index (series->days, XbMetricDay, kept);

        *day = g_array_index (series->days, XbMetricDay, i);
        day->day = (int) (verb->from + i) + PERIOD_EPOCH;
        g_array_index (series->calls, gint64, kept++) = g_array_index (series->calls, gint64, i);
      }
  g_array_set_size (series->days, kept);
  g_array_set_size (series->calls, kept);
}

static gboolean
read_job (XbDb    *db,
          gpointer data,
          GError **error)
{
  XbMetricsRead *verb = data;
  guint n = xb_metrics_read_open_days (verb);

  if (n > 0 && verb->numbers == NULL && !xb_metrics_read_take_all (verb, db, error))
    return FALSE;
  for (guint i = 0; n > 0 && verb->numbers != NULL && i < verb->numbers->len; i++)
    if (!xb_metrics_read_go_on (db, i, error) ||
        !xb_metrics_read_take (verb, db, g_array_index (verb->numbers, gint64, i), verb->from, verb->until, 1, error))
      return FALSE;
  xb_metrics_read_close_days (verb);
  return TRUE;
}

void
xb_workspace_read_metrics_async (XbWorkspace          *self,
                                 const XbMetricsQuery *query,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data)
{
  xb_metrics_read_start (self, query, NULL, NULL, xb_workspace_read_metrics_async, read_job, cancellable, callback, user_data);
}

/** xb_workspace_read_metrics_finish: Returns: (transfer full): the days, or %NULL with @error */
XbMetricsSeries *
xb_workspace_read_metrics_finish (XbWorkspace  *self,
                                  GAsyncResult *result,
                                  GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_steal_pointer (&((XbMetricsRead *) g_task_get_task_data (G_TASK (result)))->series);
}
