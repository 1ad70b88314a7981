/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "xb-chart-private.h"
#include "xb-chart-words.h"

#define SAMPLE 24.0

/* Measures while there is nothing to draw on: both ways go through the same steps, so they agree. */
typedef struct
{
  XbChartDrawing *drawing;
  cairo_t        *cr; /* (nullable) */
  double          start;
  double          room;
  double          x;
  double          y;
  double          line;
} Flow;

typedef void (*Sample) (XbChartDrawing *self,
                        cairo_t        *cr,
                        double          x,
                        double          middle,
                        guint           index);

static void
draw_series_sample (XbChartDrawing *self,
                    cairo_t        *cr,
                    double          x,
                    double          middle,
                    guint           index)
{
  XbChartSlot slot = xb_chart_slot_of (self->model, index);
  XbChartKind kind = xb_chart_model_get_kind (self->model);

  if (kind == XB_CHART_BARS || kind == XB_CHART_STACKED)
    {
      const Box bar = { x + 5, middle - 6, 14, 12 };

      xb_chart_put_bar (self, cr, &bar, slot, index);
      return;
    }
  xb_chart_ink (self, cr, slot, 1);
  cairo_set_line_width (cr, 2);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  if (kind == XB_CHART_LINE)
    xb_chart_set_dash (self, cr, index);
  cairo_move_to (cr, x, middle);
  cairo_line_to (cr, x + SAMPLE, middle);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  xb_chart_put_marker (self, cr, kind == XB_CHART_LINE ? index : 0, x + SAMPLE / 2, middle, 3.2, slot,
                       kind != XB_CHART_BEFORE_AFTER || index > 0);
}

static void
draw_band_sample (XbChartDrawing *self,
                  cairo_t        *cr,
                  double          x,
                  double          middle,
                  guint           index)
{
  cairo_rectangle (cr, x + 1, middle - 6, SAMPLE - 2, 12);
  xb_chart_ink (self, cr, xb_chart_slot_of (self->model, 0), self->style.high_contrast ? 0.35 : 0.2);
  cairo_fill (cr);
}

static void
draw_target_sample (XbChartDrawing *self,
                    cairo_t        *cr,
                    double          x,
                    double          middle,
                    guint           index)
{
  const double dash[] = { 4, 3 };

  cairo_set_dash (cr, dash, 2, 0);
  xb_chart_ink (self, cr, XB_CHART_INK, 0.85);
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, x, middle);
  cairo_line_to (cr, x + SAMPLE, middle);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_event_sample (XbChartDrawing *self,
                   cairo_t        *cr,
                   double          x,
                   double          middle,
                   guint           index)
{
  xb_chart_put_event (self, cr, index, x + SAMPLE - 8, middle);
}

static void
add (Flow       *flow,
     Sample      sample,
     guint       index,
     const char *words)
{
  XbChartDrawing *self = flow->drawing;
  double width, room = MAX (flow->room - SAMPLE - 6, 1);

  xb_chart_measure (self, words, 1, FALSE, &width, NULL);
  width = MIN (width, room);
  if (flow->x > flow->start && flow->x + SAMPLE + 6 + width > flow->start + flow->room)
    {
      flow->x = flow->start;
      flow->y += flow->line + 4;
    }
  if (flow->cr != NULL)
    {
      sample (self, flow->cr, flow->x, flow->y + flow->line / 2, index);
      xb_chart_ink (self, flow->cr, XB_CHART_INK, self->style.high_contrast ? 1 : 0.8);
      xb_chart_put_text (self, flow->cr, words, flow->x + SAMPLE + 6, flow->y, 0, width >= room ? room : 0);
    }
  flow->x += SAMPLE + 6 + width + 14;
}

static gboolean
has_interval (XbChartModel *model)
{
  for (guint i = 0; i < xb_chart_model_get_n_series (model); i++)
    {
      const GArray *points = xb_chart_model_get_series (model, i)->points;

      for (guint j = 0; j < points->len; j++)
        if (isfinite (g_array_index (points, XbChartPoint, j).low))
          return TRUE;
    }
  return FALSE;
}

static void
add_events (Flow *flow)
{
  XbChartModel *model = flow->drawing->model;

  for (guint kind = 0; kind < XB_CHART_N_EVENTS; kind++)
    for (guint i = 0; i < xb_chart_model_get_n_events (model); i++)
      if (xb_chart_model_get_event (model, i)->kind == kind)
        {
          add (flow, draw_event_sample, kind, xb_chart_event_kind_get_title (kind));
          break;
        }
}

/** xb_chart_lay_legend: @cr: (nullable): nothing is drawn without; Returns: its height */
double
xb_chart_lay_legend (XbChartDrawing *self,
                     cairo_t        *cr,
                     double          x,
                     double          y,
                     double          room)
{
  XbChartModel *model = self->model;
  XbChartKind kind = xb_chart_model_get_kind (model);
  Flow flow = { .drawing = self, .cr = cr, .start = x, .room = room, .x = x, .y = y };
  const char *name = NULL;
  double target = xb_chart_model_get_target (model, &name);

  xb_chart_measure (self, XB_CHART_LINE_OF_WORDS, 1, FALSE, NULL, &flow.line);
  flow.line = MAX (flow.line, 14);
  if (kind == XB_CHART_WATERFALL || kind == XB_CHART_SPARK || kind == XB_CHART_YEAR)
    return 0;
  if (xb_chart_model_get_n_series (model) > 1 || kind == XB_CHART_LINE)
    for (guint i = 0; i < xb_chart_model_get_n_series (model); i++)
      add (&flow, draw_series_sample, i, xb_chart_model_get_series (model, i)->name);
  if (kind == XB_CHART_LINE && has_interval (model))
    add (&flow, draw_band_sample, 0, _("interval (95 %)"));
  if (isfinite (target))
    {
      g_autofree char *said = xb_chart_dup_value (xb_chart_model_get_unit (model), target);
      g_autofree char *words = g_strdup_printf (_("%1$s %2$s"), name != NULL ? name : _("Target"), said);

      add (&flow, draw_target_sample, 0, words);
    }
  if (xb_chart_has_days (model))
    add_events (&flow);
  return flow.x == x && flow.y == y ? 0 : flow.y - y + flow.line;
}
