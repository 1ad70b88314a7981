/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "xb-chart-private.h"
#include "xb-chart-thin.h"

/* Markers where there is room to tell them apart; else the line alone, and a dot where one day stands alone. */
#define MARKER_ROOM 14.0
/* So many points are always drawn with all care. */
#define FEW 8
/* Points to a pixel from which on nobody sees how pieces of a line are joined. */
#define JOIN_DENSITY 0.25

static double
place_x (XbChartDrawing     *self,
         const XbChartPoint *point)
{
  return xb_chart_x (self, xb_chart_has_days (self->model) ? point->x : point->x + 0.5);
}

/* Points to a pixel of the run. */
static double
find_density (XbChartDrawing   *self,
              const XbChartRun *run)
{
  double first = place_x (self, &g_array_index (run->points, XbChartPoint, 0));
  double last = place_x (self, &g_array_index (run->points, XbChartPoint, run->points->len - 1));

  return run->points->len / MAX (last - first, 1);
}

/* Where a run is denser than pixels it is drawn as columns: their union is what a stroke without end would cover. */
static gboolean
is_dense (XbChartDrawing   *self,
          const XbChartRun *run)
{
  return run->points->len > FEW && find_density (self, run) >= 1;
}

static void
add_column (cairo_t *cr,
            double   x,
            double   top,
            double   bottom,
            double   width)
{
  top = floor (top); /* on whole pixels, which is where there is nothing to smooth */
  if (ceil (bottom) > top)
    cairo_rectangle (cr, x, top, width, ceil (bottom) - top);
}

/* @band: the interval, else the line, which joins each column to the one before it. */
static void
draw_columns (XbChartDrawing   *self,
              cairo_t          *cr,
              const XbChartRun *run,
              XbChartSlot       slot,
              gboolean          band,
              double            line_width)
{
  const XbChartPoint *points = (const XbChartPoint *) run->points->data;
  double column = NAN, top = INFINITY, bottom = -INFINITY, before = NAN;

  xb_chart_ink (self, cr, slot, !band ? 1 : self->style.high_contrast ? 0.35 : 0.18);
  cairo_new_path (cr);
  for (guint i = 0; i <= run->points->len; i++)
    {
      double x = i < run->points->len ? floor (place_x (self, &points[i])) : INFINITY;

      if (x != column && i > 0)
        {
          add_column (cr, column - (band ? 0 : floor (line_width / 2)), top - (band ? 0 : line_width / 2),
                      bottom + (band ? 0 : line_width / 2), band ? 1 : line_width);
          top = INFINITY;
          bottom = -INFINITY;
          if (!band && i < run->points->len)
            {
              top = fmin (top, before);
              bottom = fmax (bottom, before);
            }
        }
      column = x;
      if (i == run->points->len)
        break;
      before = xb_chart_y (self, points[i].value);
      top = fmin (top, xb_chart_y (self, band ? points[i].high : points[i].value));
      bottom = fmax (bottom, xb_chart_y (self, band ? points[i].low : points[i].value));
    }
  cairo_fill (cr);
}

static void
draw_band (XbChartDrawing   *self,
           cairo_t          *cr,
           const XbChartRun *run,
           XbChartSlot       slot)
{
  const XbChartPoint *points = (const XbChartPoint *) run->points->data;
  guint first = 0;

  if (is_dense (self, run))
    {
      draw_columns (self, cr, run, slot, TRUE, 0);
      return;
    }
  xb_chart_ink (self, cr, slot, self->style.high_contrast ? 0.35 : 0.18);
  while (first < run->points->len)
    {
      guint last = first;

      for (; last < run->points->len && isfinite (points[last].low); last++)
        {
        }
      cairo_new_path (cr);
      for (guint i = first; i < last; i++)
        cairo_line_to (cr, place_x (self, &points[i]), xb_chart_y (self, points[i].high));
      for (guint i = last; i > first; i--)
        cairo_line_to (cr, place_x (self, &points[i - 1]), xb_chart_y (self, points[i - 1].low));
      if (last > first + 1)
        cairo_fill (cr);
      first = last + 1;
    }
}

/* One day alone has no band: a whisker says where it may lie. */
static void
draw_whisker (XbChartDrawing     *self,
              cairo_t            *cr,
              const XbChartPoint *point,
              XbChartSlot         slot)
{
  double x = place_x (self, point);

  if (!isfinite (point->low))
    return;
  xb_chart_ink (self, cr, slot, 0.6);
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, x, xb_chart_y (self, point->low));
  cairo_line_to (cr, x, xb_chart_y (self, point->high));
  cairo_stroke (cr);
}

static void
draw_run (XbChartDrawing   *self,
          cairo_t          *cr,
          const XbChartRun *run,
          guint             series,
          gboolean          markers)
{
  const XbChartPoint *points = (const XbChartPoint *) run->points->data;
  XbChartSlot slot = xb_chart_slot_of (self->model, series);
  gboolean alone = run->points->len == 1;
  double width = self->style.high_contrast ? 2.5 : xb_chart_model_get_kind (self->model) == XB_CHART_SPARK ? 1.5 : 2;

  if (is_dense (self, run))
    {
      draw_columns (self, cr, run, slot, FALSE, width);
      return;
    }
  cairo_save (cr);
  cairo_set_line_join (cr, find_density (self, run) > JOIN_DENSITY ? CAIRO_LINE_JOIN_BEVEL : CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, width);
  xb_chart_set_dash (self, cr, series);
  xb_chart_ink (self, cr, slot, 1);
  cairo_new_path (cr);
  for (guint i = 0; i < run->points->len; i++)
    cairo_line_to (cr, place_x (self, &points[i]), xb_chart_y (self, points[i].value));
  cairo_stroke (cr);
  cairo_restore (cr);
  if (alone)
    draw_whisker (self, cr, &points[0], slot);
  for (guint i = 0; (markers || alone) && i < run->points->len; i++)
    xb_chart_put_marker (self, cr, series, place_x (self, &points[i]), xb_chart_y (self, points[i].value),
                         markers ? 3 : 2.2, slot, TRUE);
}

static void
draw_end (XbChartDrawing  *self,
          cairo_t         *cr,
          GPtrArray       *runs,
          guint            series)
{
  const XbChartRun *run = runs->len > 0 ? g_ptr_array_index (runs, runs->len - 1) : NULL;
  const XbChartPoint *last = run != NULL ? &g_array_index (run->points, XbChartPoint, run->points->len - 1) : NULL;

  if (last != NULL)
    xb_chart_put_marker (self, cr, series, place_x (self, last), xb_chart_y (self, last->value), 2.2,
                         xb_chart_slot_of (self->model, series), TRUE);
}

static void
draw_spark_target (XbChartDrawing *self,
                   cairo_t        *cr)
{
  double target = xb_chart_model_get_target (self->model, NULL);
  const double dash[] = { 2, 2 };

  if (!isfinite (target))
    return;
  cairo_save (cr);
  cairo_set_dash (cr, dash, 2, 0);
  xb_chart_put_rule (self, cr, self->plot.x, xb_chart_y (self, target), self->plot.x + self->plot.width,
                     xb_chart_y (self, target), 0.4);
  cairo_restore (cr);
}

void
xb_chart_draw_line (XbChartDrawing *self,
                    cairo_t        *cr)
{
  XbChartModel *model = self->model;
  XbChartKind kind = xb_chart_model_get_kind (model);
  guint n = xb_chart_model_get_n_series (model), columns = (guint) ceil (self->plot.width);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  if (kind == XB_CHART_SPARK)
    draw_spark_target (self, cr);
  /* all bands below all lines; what no pixel could show is left out before */
  for (guint i = 0; i < n; i++)
    {
      GPtrArray *runs = xb_chart_thin (xb_chart_model_get_series (model, i), xb_chart_model_get_step (model), self->from,
                                       self->until, columns);

      g_ptr_array_add (lines, runs);
      for (guint j = 0; kind == XB_CHART_LINE && j < runs->len; j++)
        draw_band (self, cr, g_ptr_array_index (runs, j), xb_chart_slot_of (model, i));
    }
  for (guint i = 0; i < n; i++)
    {
      GPtrArray *runs = g_ptr_array_index (lines, i);
      guint seen = 0;

      for (guint j = 0; j < runs->len; j++)
        seen += ((const XbChartRun *) g_ptr_array_index (runs, j))->points->len;
      for (guint j = 0; j < runs->len; j++)
        draw_run (self, cr, g_ptr_array_index (runs, j), i, kind == XB_CHART_LINE && seen * MARKER_ROOM <= self->plot.width);
      if (kind == XB_CHART_SPARK)
        draw_end (self, cr, runs, i);
    }
}
