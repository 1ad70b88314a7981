/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "xb-chart-private.h"
#include "xb-chart-rows.h"
#include "xb-chart-words.h"

#define WIDEST 72.0

static const XbChartPoint *
get_point (XbChartModel *model,
           guint         series,
           guint         index)
{
  return &g_array_index (xb_chart_model_get_series (model, series)->points, XbChartPoint, index);
}

/* Where the bars of @row stand: most of its period, in the middle. */
static void
get_slot (XbChartDrawing *self,
          double          row,
          double         *x,
          double         *width)
{
  double left = xb_chart_x (self, row);
  double right = xb_chart_x (self, xb_chart_step_next (xb_chart_model_get_step (self->model), row));
  guint n = xb_chart_model_get_kind (self->model) == XB_CHART_BARS ? MAX (xb_chart_model_get_n_series (self->model), 1) : 1;
  double most = WIDEST * n;

  *width = right - left > 4 ? (right - left) * 0.72 : (right - left);
  *width = MIN (*width, most);
  *x = (left + right - *width) / 2;
}

/* What a bar stands on: zero, the bars below it, the sum of the steps before. */
static double
get_base (XbChartModel *model,
          guint         series,
          guint         index)
{
  const XbChartPoint *point = get_point (model, series, index);
  double base = 0;

  if (xb_chart_model_get_kind (model) == XB_CHART_STACKED)
    for (guint i = 0; i < series; i++)
      {
        const XbChartPoint *below = xb_chart_rows_get_point (model, i, point->x);

        if (below != NULL && isfinite (below->value) && (below->value < 0) == (point->value < 0))
          base += below->value;
      }
  if (xb_chart_model_get_kind (model) == XB_CHART_WATERFALL && !point->total)
    for (guint i = 0; i < index; i++)
      {
        const XbChartPoint *before = get_point (model, series, i);

        base += before->total || !isfinite (before->value) ? 0 : before->value;
      }
  return base;
}

/** xb_chart_bar_box: Returns: whether there is a bar for the point; @box: (out): where, at least a line high */
gboolean
xb_chart_bar_box (XbChartDrawing *self,
                  guint           series,
                  guint           index,
                  Box            *box)
{
  const XbChartPoint *point = get_point (self->model, series, index);
  double base, top, bottom;

  if (!isfinite (point->value))
    return FALSE;
  get_slot (self, point->x, &box->x, &box->width);
  if (xb_chart_model_get_kind (self->model) == XB_CHART_BARS)
    {
      guint n = xb_chart_model_get_n_series (self->model);

      box->width /= n;
      box->x += series * box->width;
      if (n > 1 && box->width > 6)
        box->width -= 2;
    }
  base = get_base (self->model, series, index);
  top = xb_chart_y (self, MAX (base, base + point->value));
  bottom = xb_chart_y (self, MIN (base, base + point->value));
  box->y = top;
  box->height = bottom - top;
  return TRUE;
}

static void
draw_interval (XbChartDrawing     *self,
               cairo_t            *cr,
               const XbChartPoint *point,
               const Box          *box)
{
  double x = floor (box->x + box->width / 2) + 0.5, low, high, arm = MIN (box->width / 4, 5);

  if (!isfinite (point->low))
    return;
  low = xb_chart_y (self, point->low);
  high = xb_chart_y (self, point->high);
  for (guint pass = 0; pass < 2; pass++)
    { /* with a rim of paper, so that it is seen on the bar too */
      cairo_new_path (cr);
      cairo_move_to (cr, x, low);
      cairo_line_to (cr, x, high);
      cairo_move_to (cr, x - arm, low);
      cairo_line_to (cr, x + arm, low);
      cairo_move_to (cr, x - arm, high);
      cairo_line_to (cr, x + arm, high);
      xb_chart_ink (self, cr, pass == 0 ? XB_CHART_PAPER : XB_CHART_INK, pass == 0 ? 0.8 : 1);
      cairo_set_line_width (cr, pass == 0 ? 3.5 : 1.5);
      cairo_stroke (cr);
    }
}

static void
draw_value (XbChartDrawing     *self,
            cairo_t            *cr,
            const XbChartPoint *point,
            const Box          *box)
{
  XbChartUnit unit = xb_chart_model_get_unit (self->model);
  gboolean step = xb_chart_model_get_kind (self->model) == XB_CHART_WATERFALL && !point->total;
  g_autofree char *words = step ? xb_chart_dup_change (unit, point->value) : xb_chart_dup_value (unit, point->value);
  double width, height, top = box->y, bottom = box->y + box->height, room;

  xb_chart_measure (self, words, 1, FALSE, &width, NULL);
  xb_chart_measure (self, XB_CHART_LINE_OF_WORDS, 1, FALSE, NULL, &height);
  room = xb_chart_model_get_kind (self->model) == XB_CHART_WATERFALL ? box->width / 0.72 : box->width + 12;
  if (isfinite (point->high))
    top = MIN (top, xb_chart_y (self, point->high));
  if (isfinite (point->low))
    bottom = MAX (bottom, xb_chart_y (self, point->low));
  if (width > room)
    return; /* it is read out, and in the table */
  cairo_new_path (cr);
  if (point->value < 0 && bottom + height + 3 <= self->plot.y + self->plot.height)
    top = bottom + 3;
  else if (top - height - 3 >= self->plot.y - 6)
    top = top - height - 3;
  else
    return;
  /* the target's line gives way to the figure */
  cairo_rectangle (cr, box->x + box->width / 2 - width / 2 - 2, top, width + 4, height);
  xb_chart_ink (self, cr, XB_CHART_PAPER, 0.85);
  cairo_fill (cr);
  xb_chart_ink (self, cr, XB_CHART_INK, 0.9);
  xb_chart_put_text (self, cr, words, box->x + box->width / 2, top, 0.5, 0);
}

/* From the end of a step to the beginning of the next. */
static void
draw_connector (XbChartDrawing *self,
                cairo_t        *cr,
                guint           index,
                const Box      *box)
{
  const XbChartPoint *point = get_point (self->model, 0, index);
  const double dash[] = { 2, 2 };
  double sum = get_base (self->model, 0, index) + point->value, x, width;

  get_slot (self, point->x + 1, &x, &width);
  cairo_save (cr);
  cairo_set_dash (cr, dash, 2, 0);
  xb_chart_put_rule (self, cr, box->x + box->width, xb_chart_y (self, sum), x, xb_chart_y (self, sum), 0.5);
  cairo_restore (cr);
}

static void
draw_bar (XbChartDrawing *self,
          cairo_t        *cr,
          guint           series,
          guint           index)
{
  const XbChartPoint *point = get_point (self->model, series, index);
  XbChartKind kind = xb_chart_model_get_kind (self->model);
  XbChartSlot slot = xb_chart_slot_of (self->model, series);
  guint hatch = series;
  Box box;

  if (!xb_chart_bar_box (self, series, index, &box))
    return;
  if (kind == XB_CHART_WATERFALL)
    {
      gboolean unsure = isfinite (point->low) && point->low <= 0 && point->high >= 0;

      /* what may be nothing, or the other way round, is no green bar and no red one */
      slot = point->total || unsure ? XB_CHART_QUIET : point->value < 0 ? XB_CHART_COST : XB_CHART_GAIN;
      hatch = !point->total && point->value < 0 ? 1 : 0;
    }
  if (kind == XB_CHART_STACKED && box.height > 3)
    box.height -= 1; /* a seam between neighbours; the upper edge is exact */
  if (box.height < 1 && point->value != 0)
    box.height = 1;
  xb_chart_put_bar (self, cr, &box, slot, hatch);
  draw_interval (self, cr, point, &box);
  if (kind == XB_CHART_WATERFALL && index + 1 < xb_chart_model_get_series (self->model, series)->points->len)
    draw_connector (self, cr, index, &box);
}

static void
draw_value_of (XbChartDrawing *self,
               cairo_t        *cr,
               guint           series,
               guint           index)
{
  Box box;

  if (xb_chart_bar_box (self, series, index, &box))
    draw_value (self, cr, get_point (self->model, series, index), &box);
}

typedef void (*BarFunc) (XbChartDrawing *self,
                         cairo_t        *cr,
                         guint           series,
                         guint           index);

static void
for_each_seen (XbChartDrawing *self,
               cairo_t        *cr,
               BarFunc         func)
{
  for (guint i = 0; i < xb_chart_model_get_n_series (self->model); i++)
    {
      const XbChartSeries *series = xb_chart_model_get_series (self->model, i);
      guint first = xb_chart_points_find (series, self->from);

      for (guint j = first > 0 ? first - 1 : 0; j < series->points->len; j++)
        {
          if (g_array_index (series->points, XbChartPoint, j).x >= self->until)
            break;
          func (self, cr, i, j);
        }
    }
}

void
xb_chart_draw_bars (XbChartDrawing *self,
                    cairo_t        *cr)
{
  for_each_seen (self, cr, draw_bar);
}

/** xb_chart_draw_bar_values: over everything else, so that no line goes through a figure */
void
xb_chart_draw_bar_values (XbChartDrawing *self,
                          cairo_t        *cr)
{
  if (xb_chart_model_get_kind (self->model) != XB_CHART_STACKED)
    for_each_seen (self, cr, draw_value_of);
}
