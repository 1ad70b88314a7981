/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "xb-chart-cache-private.h"
#include "xb-chart-private.h"
#include "xb-chart-words.h"

gboolean
xb_chart_has_days (XbChartModel *model)
{
  return xb_chart_model_get_step (model) != XB_CHART_STEP_NONE;
}

gboolean
xb_chart_is_bars (XbChartModel *model)
{
  XbChartKind kind = xb_chart_model_get_kind (model);

  return kind == XB_CHART_BARS || kind == XB_CHART_STACKED || kind == XB_CHART_WATERFALL;
}

/** xb_chart_x: Returns: where @x of the axis is on the surface, before anything is mirrored */
double
xb_chart_x (XbChartDrawing *self,
            double          x)
{
  return self->plot.x + (x - self->from) / (self->until - self->from) * self->plot.width;
}

/** xb_chart_y: Returns: the height of @value on the surface */
double
xb_chart_y (XbChartDrawing *self,
            double          value)
{
  return self->plot.y + self->plot.height * (1 - xb_chart_scale_place (&self->scale, value));
}

/** xb_chart_middle: Returns: where @row is shown: points of lines on their day, bars in the middle of their period */
double
xb_chart_middle (XbChartDrawing *self,
                 double          row)
{
  double end = xb_chart_step_next (xb_chart_model_get_step (self->model), row);

  return xb_chart_x (self, xb_chart_is_bars (self->model) ? (row + end) / 2 : row);
}

static void
widen (double  value,
       double *low,
       double *high)
{
  if (!isfinite (value))
    return;
  *low = MIN (*low, value);
  *high = MAX (*high, value);
}

/* Bars that add up reach as far as their sums do, above and below zero. */
static void
get_stack_range (XbChartDrawing *self,
                 double         *low,
                 double         *high)
{
  for (guint row = 0; row < self->rows->len; row++)
    {
      double x = g_array_index (self->rows, double, row), up = 0, down = 0;

      for (guint i = 0; i < xb_chart_model_get_n_series (self->model); i++)
        {
          const XbChartSeries *series = xb_chart_model_get_series (self->model, i);
          guint at = row < series->points->len && g_array_index (series->points, XbChartPoint, row).x == x
                       ? row : series->points->len;
          double value = 0;

          for (guint j = 0; at == series->points->len && j < series->points->len; j++)
            if (g_array_index (series->points, XbChartPoint, j).x == x)
              at = j;
          if (at < series->points->len)
            value = g_array_index (series->points, XbChartPoint, at).value;
          up += value > 0 ? value : 0;
          down += value < 0 ? value : 0;
        }
      widen (up, low, high);
      widen (down, low, high);
    }
}

static void
find_value_range (XbChartDrawing *self,
                  double         *low,
                  double         *high)
{
  XbChartKind kind = xb_chart_model_get_kind (self->model);
  double sum = 0;

  *low = INFINITY;
  *high = -INFINITY;
  if (kind == XB_CHART_STACKED)
    get_stack_range (self, low, high);
  for (guint i = 0; kind != XB_CHART_STACKED && i < xb_chart_model_get_n_series (self->model); i++)
    {
      const GArray *points = xb_chart_model_get_series (self->model, i)->points;

      for (guint j = 0; j < points->len; j++)
        {
          const XbChartPoint *point = &g_array_index (points, XbChartPoint, j);

          if (kind == XB_CHART_WATERFALL)
            widen (sum += point->total || !isfinite (point->value) ? 0 : point->value, low, high);
          else
            widen (point->value, low, high);
          widen (point->low, low, high);
          widen (point->high, low, high);
        }
    }
  if (kind != XB_CHART_YEAR)
    widen (xb_chart_model_get_target (self->model, NULL), low, high);
}

static void
get_value_range (XbChartDrawing *self,
                 double         *low,
                 double         *high)
{
  XbChartCache *cache = xb_chart_model_get_cache (self->model);

  if (!cache->ranged)
    find_value_range (self, &cache->low, &cache->high);
  cache->ranged = TRUE;
  *low = cache->low;
  *high = cache->high;
}

/* The widest label says how much room the axis needs, and how much room there is says how many labels. */
static double
lay_value_axis (XbChartDrawing *self,
                double          room,
                gboolean        across)
{
  double low, high, widest = 0, height, each;
  XbChartUnit unit = xb_chart_model_get_unit (self->model);

  get_value_range (self, &low, &high);
  xb_chart_measure (self, XB_CHART_LINE_OF_WORDS, 1, FALSE, NULL, &height);
  each = across ? MAX (56, 5 * height) : MAX (26, 1.9 * height);
  xb_chart_scale_init (&self->scale, unit, low, high, xb_chart_is_bars (self->model), (guint) CLAMP (room / each, 2, 9));
  for (guint i = 0; i < xb_chart_scale_get_n (&self->scale); i++)
    {
      g_autofree char *label = xb_chart_dup_tick (unit, self->scale.step, xb_chart_scale_get_tick (&self->scale, i));
      double width;

      xb_chart_measure (self, label, 1, FALSE, &width, NULL);
      widest = MAX (widest, width);
    }
  return widest;
}

static void
lay_day_axis (XbChartDrawing *self)
{
  double width;

  if (!xb_chart_has_days (self->model) || self->plot.width <= 0)
    return;
  xb_chart_measure (self, _("28 September"), 1, FALSE, &width, NULL);
  self->ticks = xb_chart_day_ticks (self->from, self->until, (guint) MAX (self->plot.width / (width * 0.95), 2));
}

/* Title, subtitle and legend stand over the plot; marks of events have a lane of their own above it. */
static double
lay_head (XbChartDrawing *self)
{
  double y = 0, height;
  const char *subtitle = xb_chart_model_get_subtitle (self->model);

  if (self->style.with_title && *xb_chart_model_get_title (self->model) != '\0')
    {
      xb_chart_measure (self, xb_chart_model_get_title (self->model), 1.3, TRUE, NULL, &height);
      y += height + 2;
    }
  if (self->style.with_title && subtitle != NULL)
    {
      xb_chart_measure (self, subtitle, 1, FALSE, NULL, &height);
      y += height + 4;
    }
  self->legend = (Box) { 0, y + (y > 0 ? 4 : 0), self->width, 0 };
  self->legend.height = xb_chart_lay_legend (self, NULL, 0, self->legend.y, self->width);
  if (self->legend.height > 0)
    y = self->legend.y + self->legend.height + 10;
  else if (y > 0)
    y += 6;
  if (xb_chart_has_days (self->model) && xb_chart_model_get_n_events (self->model) > 0
      && xb_chart_model_get_kind (self->model) != XB_CHART_YEAR)
    {
      self->lane = y;
      y += XB_CHART_LANE + 2;
    }
  else if (xb_chart_model_get_unit (self->model) == XB_CHART_FEN && xb_chart_is_bars (self->model))
    {
      xb_chart_measure (self, XB_CHART_LINE_OF_WORDS, 1, FALSE, NULL, &height);
      y += 1.6 * height;
    }
  return y;
}

/** xb_chart_layout: finds where everything stands */
void
xb_chart_layout (XbChartDrawing *self)
{
  XbChartKind kind = xb_chart_model_get_kind (self->model);
  double top, below, line, start;

  self->lane = -1;
  if (kind == XB_CHART_SPARK)
    {
      double low, high;

      get_value_range (self, &low, &high);
      xb_chart_scale_init (&self->scale, XB_CHART_COUNT, 0, 1, FALSE, 2);
      self->scale.from = isfinite (low) ? low : 0;
      self->scale.until = isfinite (high) && high > low ? high : self->scale.from + 1;
      self->plot = (Box) { 3, 4, MAX (self->width - 7, 1), MAX (self->height - 8, 1) };
      return;
    }
  top = lay_head (self);
  xb_chart_measure (self, XB_CHART_LINE_OF_WORDS, 1, FALSE, NULL, &line);
  if (kind == XB_CHART_YEAR)
    {
      lay_value_axis (self, 200, FALSE);
      self->plot = (Box) { 0, top, self->width, xb_chart_year_height (self, top) };
      return;
    }
  if (kind == XB_CHART_BEFORE_AFTER)
    {
      double inset = 14;

      lay_value_axis (self, self->width - 2 * inset, TRUE);
      self->plot = (Box) { inset, top, MAX (self->width - 2 * inset, 1), MAX (self->height - top - line - 8, 1) };
      return;
    }
  below = line + 8;
  if (!xb_chart_has_days (self->model))
    below += line; /* names may need two lines */
  start = lay_value_axis (self, self->height - top - below, FALSE) + 8;
  if (xb_chart_model_get_unit (self->model) == XB_CHART_FEN && self->lane < 0 && xb_chart_is_bars (self->model))
    {
      xb_chart_measure (self, _("yuan"), 1, FALSE, &line, NULL); /* it stands over the axis, and may be wider than its figures */
      start = MAX (start, line + 8);
    }
  self->plot = (Box) { start, top, MAX (self->width - start - 6, 1), MAX (self->height - top - below, 1) };
  lay_day_axis (self);
}
