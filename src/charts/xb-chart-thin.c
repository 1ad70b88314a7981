/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "xb-chart-rows.h"
#include "xb-chart-thin.h"

/* Pixels from a day to the next that has a value, from which on what lies between them is a gap. */
#define SEEN 2.0

static void
run_free (gpointer data)
{
  XbChartRun *run = data;

  g_array_unref (run->points);
  g_free (run);
}

/* What one column of pixels shows of a run. */
typedef struct
{
  gint64              column;
  guint               n;
  const XbChartPoint *first;
  const XbChartPoint *lowest;
  const XbChartPoint *highest;
  const XbChartPoint *last;
  double              low;
  double              high;
} Column;

static void
add_once (GArray             *points,
          const Column       *column,
          const XbChartPoint *kept)
{
  XbChartPoint point = *kept;

  if (points->len > 0 && g_array_index (points, XbChartPoint, points->len - 1).x >= point.x)
    return;
  if (column->n > 4 && isfinite (column->low))
    { /* the band covers every interval of the column */
      point.low = column->low;
      point.high = column->high;
    }
  g_array_append_val (points, point);
}

static void
flush (XbChartRun   *run,
       const Column *column)
{
  gboolean falls;

  if (column->n == 0)
    return;
  falls = column->highest->x < column->lowest->x;
  add_once (run->points, column, column->first);
  add_once (run->points, column, falls ? column->highest : column->lowest);
  add_once (run->points, column, falls ? column->lowest : column->highest);
  add_once (run->points, column, column->last);
}

static void
take (Column             *column,
      const XbChartPoint *point)
{
  if (column->n++ == 0)
    {
      column->first = column->lowest = column->highest = point;
      column->low = point->low;
      column->high = point->high;
    }
  column->last = point;
  if (point->value < column->lowest->value)
    column->lowest = point;
  if (point->value > column->highest->value)
    column->highest = point;
  /* no fmin(): this is done for each of all points in each frame; what has no interval has neither end */
  if (point->low < column->low || isnan (column->low))
    column->low = point->low;
  if (point->high > column->high || isnan (column->high))
    column->high = point->high;
}

/**
 * xb_chart_thin:
 * @from, @until: the part of the axis that is seen
 * @columns: how many pixels wide it is
 *
 * Nothing that could be seen is lost: a column keeps where the line enters it, its extremes, and where it leaves it.
 * A line is interrupted where a value is missing, and where a whole period is, if that can be seen: a gap that is
 * narrower than a pixel is none. One point beyond either end is kept, so that the line goes on to the edge.
 *
 * Returns: (transfer full) (element-type XbChartRun): the pieces
 */
GPtrArray *
xb_chart_thin (const XbChartSeries *series,
               XbChartStep          step,
               double               from,
               double               until,
               guint                columns)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func (run_free);
  const XbChartPoint *points = (const XbChartPoint *) series->points->data;
  guint begin = xb_chart_points_find (series, from);
  double per_unit = until > from ? MAX (columns, 1) / (until - from) : 0;
  Column column = { .n = 0 };
  XbChartRun *run = NULL;
  double expected = -INFINITY, last = -INFINITY;
  gboolean missing = FALSE;

  for (guint i = begin > 0 ? begin - 1 : 0; i < series->points->len; i++)
    {
      gboolean known = isfinite (points[i].value);
      double place = (points[i].x - from) * per_unit;
      gint64 at = (gint64) place - (place < 0); /* the floor, but for a whole number below 0, which is beyond the edge */

      missing |= !known;
      if (known && run != NULL && (missing || points[i].x > expected) && (points[i].x - last) * per_unit >= SEEN)
        {
          flush (run, &column);
          run = NULL;
          column.n = 0;
        }
      if (known)
        {
          if (run == NULL)
            {
              run = g_new0 (XbChartRun, 1);
              run->points = g_array_new (FALSE, FALSE, sizeof (XbChartPoint));
              run->first = i;
              g_ptr_array_add (runs, run);
            }
          else if (column.n > 0 && at != column.column)
            {
              flush (run, &column);
              column.n = 0;
            }
          missing = FALSE;
          last = points[i].x;
          column.column = at;
          run->last = i;
          take (&column, &points[i]);
          /* half a period of tolerance: a summer time or a leap day is no gap */
          if (step == XB_CHART_STEP_NONE)
            expected = INFINITY;
          else
            expected = points[i].x + (step <= XB_CHART_STEP_DAY ? 1.5 : 1.5 * (xb_chart_step_next (step, points[i].x) - points[i].x));
        }
      if (points[i].x > until)
        break;
    }
  if (run != NULL)
    flush (run, &column);
  return runs;
}
