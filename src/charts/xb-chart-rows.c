/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "xb-chart-cache-private.h"
#include "xb-chart-rows.h"

/** xb_chart_points_find: Returns: the index of the first point at or after @x, else the number of points */
guint
xb_chart_points_find (const XbChartSeries *series,
                      double               x)
{
  guint from = 0, until = series->points->len;

  while (from < until)
    {
      guint middle = from + (until - from) / 2;

      if (g_array_index (series->points, XbChartPoint, middle).x < x)
        from = middle + 1;
      else
        until = middle;
    }
  return from;
}

/** xb_chart_rows_get_point: Returns: (nullable): what @series has at @x */
const XbChartPoint *
xb_chart_rows_get_point (XbChartModel *model,
                         guint         series,
                         double        x)
{
  const XbChartSeries *points = xb_chart_model_get_series (model, series);
  guint index = xb_chart_points_find (points, x);
  const XbChartPoint *point;

  if (index >= points->points->len)
    return NULL;
  point = &g_array_index (points->points, XbChartPoint, index);
  return point->x > x ? NULL : point;
}

static void
merge (GArray             **rows,
       const XbChartSeries *series)
{
  const GArray *old = *rows;
  GArray *merged = g_array_sized_new (FALSE, FALSE, sizeof (double), MAX (old->len, series->points->len));
  guint i = 0, j = 0;

  while (i < old->len || j < series->points->len)
    {
      double first = i < old->len ? g_array_index (old, double, i) : INFINITY;
      double second = j < series->points->len ? g_array_index (series->points, XbChartPoint, j).x : INFINITY;
      double x = MIN (first, second);

      g_array_append_val (merged, x);
      i += first <= x;
      j += second <= x;
    }
  g_array_unref (*rows);
  *rows = merged;
}

/** xb_chart_rows_new: Returns: (transfer full) (element-type double): every x of the model once, rising; not to be changed */
GArray *
xb_chart_rows_new (XbChartModel *model)
{
  XbChartCache *cache = xb_chart_model_get_cache (model);

  if (cache->rows == NULL)
    {
      cache->rows = g_array_new (FALSE, FALSE, sizeof (double));
      for (guint i = 0; i < xb_chart_model_get_n_series (model); i++)
        merge (&cache->rows, xb_chart_model_get_series (model, i));
    }
  return g_array_ref (cache->rows);
}

/** xb_chart_rows_find: Returns: the row that is nearest to @x; -1 where there is none */
gint64
xb_chart_rows_find (GArray *rows,
                    double  x)
{
  guint from = 0, until = rows->len;

  if (rows->len == 0)
    return -1;
  while (from < until)
    {
      guint middle = from + (until - from) / 2;

      if (g_array_index (rows, double, middle) < x)
        from = middle + 1;
      else
        until = middle;
    }
  if (from == rows->len || (from > 0 && x - g_array_index (rows, double, from - 1) <
                                          g_array_index (rows, double, from) - x))
    from--;
  return from;
}

static gboolean
has_data (const XbChartSeries *series)
{
  for (guint i = 0; i < series->points->len; i++)
    if (isfinite (g_array_index (series->points, XbChartPoint, i).value))
      return TRUE;
  return FALSE;
}

/** xb_chart_model_is_empty: Returns: whether no series has a value anywhere */
gboolean
xb_chart_model_is_empty (XbChartModel *self)
{
  g_return_val_if_fail (XB_IS_CHART_MODEL (self), TRUE);

  for (guint i = 0; i < xb_chart_model_get_n_series (self); i++)
    if (has_data (xb_chart_model_get_series (self, i)))
      return FALSE;
  return TRUE;
}

/** xb_chart_step_next: Returns: where the period that begins at @x ends */
double
xb_chart_step_next (XbChartStep step,
                    double      x)
{
  static const int months[] = { [XB_CHART_STEP_MONTH] = 1, [XB_CHART_STEP_QUARTER] = 3, [XB_CHART_STEP_YEAR] = 12 };
  GDate date;

  if (step < XB_CHART_STEP_MONTH)
    return x + (step == XB_CHART_STEP_WEEK ? 7 : 1);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) CLAMP (x, 1, 1100000));
  g_date_add_months (&date, months[step]);
  return g_date_get_julian (&date);
}

/**
 * xb_chart_model_get_extent:
 * @from: (out): where the x axis begins
 * @until: (out): where it ends
 *
 * Returns: whether there is anything between them
 */
gboolean
xb_chart_model_get_extent (XbChartModel *self,
                           double       *from,
                           double       *until)
{
  double last = -INFINITY;

  g_return_val_if_fail (XB_IS_CHART_MODEL (self), FALSE);

  *from = INFINITY;
  for (guint i = 0; i < xb_chart_model_get_n_series (self); i++)
    {
      const GArray *points = xb_chart_model_get_series (self, i)->points;

      if (points->len == 0)
        continue;
      *from = MIN (*from, g_array_index (points, XbChartPoint, 0).x);
      last = MAX (last, g_array_index (points, XbChartPoint, points->len - 1).x);
    }
  if (xb_chart_model_get_step (self) == XB_CHART_STEP_NONE)
    {
      *from = 0;
      *until = MAX (xb_chart_model_get_n_names (self), last + 1);
      return *until > 0;
    }
  if (!isfinite (*from))
    return FALSE;
  *until = xb_chart_step_next (xb_chart_model_get_step (self), last);
  return TRUE;
}
