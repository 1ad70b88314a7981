/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "xb-chart-private.h"
#include "xb-chart-rows.h"
#include "xb-chart-words.h"

#define PAD 10.0
#define SAMPLE 18.0
#define MOST_EVENTS 4

/* The lines of the box: the day or name, a line for each series, what happened then. */
typedef struct
{
  PangoLayout *layout; /* (owned) */
  int          series; /* -1: none */
  int          event;  /* kind; -1: none */
} Line;

static void
line_clear (gpointer data)
{
  g_clear_object (&((Line *) data)->layout);
}

static void
add_line (XbChartDrawing *self,
          GArray         *lines,
          const char     *words,
          gboolean        bold,
          int             series,
          int             event)
{
  Line line = { xb_chart_make_text (self, words, 1, bold, 0), series, event };
  double room = MAX (self->width - 2 * PAD - (bold ? 0 : SAMPLE), 20);
  PangoRectangle logical;

  pango_layout_get_extents (line.layout, NULL, &logical);
  if (logical.width > room * PANGO_SCALE)
    {
      pango_layout_set_width (line.layout, (int) (room * PANGO_SCALE));
      pango_layout_set_ellipsize (line.layout, PANGO_ELLIPSIZE_END);
    }
  g_array_append_val (lines, line);
}

static GArray *
make_lines (XbChartDrawing *self,
            double          row)
{
  XbChartModel *model = self->model;
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autofree char *name = xb_chart_dup_row_name (model, row);
  double end = xb_chart_step_next (xb_chart_model_get_step (model), row);
  g_autofree char *sum = xb_chart_dup_sum (model, row);
  guint events = 0;

  g_array_set_clear_func (lines, line_clear);
  add_line (self, lines, name, TRUE, -1, -1);
  for (guint i = 0; i < xb_chart_model_get_n_series (model); i++)
    {
      g_autofree char *value = xb_chart_dup_point (model, i, row, FALSE);
      g_autofree char *words = *xb_chart_model_get_series (model, i)->name == '\0'
                                 ? g_strdup (value) : g_strdup_printf ("%s  %s", xb_chart_model_get_series (model, i)->name, value);

      add_line (self, lines, words, FALSE, i, -1);
    }
  if (sum != NULL)
    {
      g_autofree char *words = g_strdup_printf ("%s  %s", _("Total"), sum);

      add_line (self, lines, words, FALSE, -1, -1);
    }
  if (!xb_chart_has_days (model) && *xb_chart_model_get_note (model, (guint) MAX (row, 0)) != '\0')
    add_line (self, lines, xb_chart_model_get_note (model, (guint) MAX (row, 0)), FALSE, -1, -1);
  for (guint i = 0; xb_chart_has_days (model) && i < xb_chart_model_get_n_events (model) && events < MOST_EVENTS; i++)
    {
      const XbChartEvent *event = xb_chart_model_get_event (model, i);
      g_autofree char *words = NULL;

      if (event->from >= end || event->until < row)
        continue;
      words = xb_chart_dup_event (event);
      add_line (self, lines, words, FALSE, -1, event->kind);
      events++;
    }
  return lines;
}

static void
draw_sample (XbChartDrawing *self,
             cairo_t        *cr,
             const Line     *line,
             double          x,
             double          middle)
{
  XbChartKind kind = xb_chart_model_get_kind (self->model);

  if (line->event >= 0)
    xb_chart_put_event (self, cr, line->event, x + 6, middle);
  else if (line->series >= 0 && (kind == XB_CHART_BARS || kind == XB_CHART_STACKED))
    xb_chart_put_bar (self, cr, &(Box) { x + 1, middle - 5, 10, 10 }, xb_chart_slot_of (self->model, line->series), line->series);
  else if (line->series >= 0 && kind != XB_CHART_WATERFALL && kind != XB_CHART_YEAR)
    xb_chart_put_marker (self, cr, kind == XB_CHART_BEFORE_AFTER ? 0 : line->series, x + 6, middle, 3.2,
                         xb_chart_slot_of (self->model, line->series), kind != XB_CHART_BEFORE_AFTER || line->series > 0);
}

/* Beside what it is about, on the side that has room, wholly on the surface. */
static void
place_box (XbChartDrawing *self,
           double          row,
           Box            *box)
{
  Box at = { NAN };
  double x;

  for (guint i = 0; i < xb_chart_model_get_n_series (self->model) && isnan (at.x); i++)
    {
      Box place;

      if (xb_chart_drawing_locate (self, i, row, &place))
        {
          at = place;
          if (self->style.rtl)
            at.x = self->width - at.x - at.width;
        }
    }
  if (isnan (at.x))
    at = (Box) { xb_chart_middle (self, row), self->plot.y + self->plot.height / 2, 0, 0 };
  x = at.x + at.width + 14;
  if (x + box->width > self->width)
    x = at.x - 14 - box->width;
  box->x = floor (CLAMP (x, 0, MAX (self->width - box->width, 0)));
  box->y = floor (CLAMP (at.y - box->height - 12, 0, MAX (self->height - box->height, 0)));
  if (xb_chart_model_get_kind (self->model) == XB_CHART_BEFORE_AFTER || xb_chart_model_get_kind (self->model) == XB_CHART_YEAR)
    if (box->y + box->height > at.y - 4 && at.y + at.height + 12 + box->height <= self->height)
      box->y = floor (at.y + at.height + 12);
}

static void
draw_box (XbChartDrawing *self,
          cairo_t        *cr,
          GArray         *lines,
          double          row)
{
  Box box = { 0, 0, 0, 2 * PAD };
  double y;

  for (guint i = 0; i < lines->len; i++)
    {
      PangoRectangle logical;
      const Line *line = &g_array_index (lines, Line, i);

      pango_layout_get_extents (line->layout, NULL, &logical);
      box.width = MAX (box.width, logical.width / (double) PANGO_SCALE + (i > 0 ? SAMPLE : 0));
      box.height += logical.height / (double) PANGO_SCALE + (i > 0 ? 3 : 0);
    }
  box.width = ceil (box.width + 2 * PAD);
  box.height = ceil (box.height);
  place_box (self, row, &box);
  cairo_new_path (cr);
  cairo_arc (cr, box.x + 7.5, box.y + 7.5, 7, G_PI, 1.5 * G_PI);
  cairo_arc (cr, box.x + box.width - 7.5, box.y + 7.5, 7, 1.5 * G_PI, 2 * G_PI);
  cairo_arc (cr, box.x + box.width - 7.5, box.y + box.height - 7.5, 7, 0, 0.5 * G_PI);
  cairo_arc (cr, box.x + 7.5, box.y + box.height - 7.5, 7, 0.5 * G_PI, G_PI);
  cairo_close_path (cr);
  xb_chart_ink (self, cr, XB_CHART_PAPER, 0.97);
  cairo_fill_preserve (cr);
  xb_chart_ink (self, cr, XB_CHART_INK, self->style.high_contrast ? 1 : 0.3);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  y = box.y + PAD;
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      PangoRectangle logical;
      double height;

      pango_layout_get_extents (line->layout, NULL, &logical);
      height = logical.height / (double) PANGO_SCALE;
      draw_sample (self, cr, line, box.x + PAD, y + height / 2);
      xb_chart_ink (self, cr, XB_CHART_INK, 1);
      xb_chart_put_layout (self, cr, line->layout, box.x + PAD + (i > 0 ? SAMPLE : 0), y, 0);
      y += height + 3;
    }
}

static void
frame (XbChartDrawing *self,
       cairo_t        *cr,
       const Box      *place)
{
  cairo_new_path (cr);
  cairo_rectangle (cr, place->x - 1, place->y - 1, place->width + 2, place->height + 2);
  xb_chart_ink (self, cr, XB_CHART_INK, 1);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
draw_cursor (XbChartDrawing *self,
             cairo_t        *cr,
             double          row)
{
  XbChartKind kind = xb_chart_model_get_kind (self->model);
  Box whole = { 0 };

  if (kind == XB_CHART_LINE || kind == XB_CHART_SPARK)
    xb_chart_put_rule (self, cr, xb_chart_middle (self, row), self->plot.y, xb_chart_middle (self, row),
                       self->plot.y + self->plot.height, 0.6);
  for (guint i = 0; i < xb_chart_model_get_n_series (self->model); i++)
    {
      Box place;

      if (!xb_chart_drawing_locate (self, i, row, &place))
        continue;
      if (self->style.rtl)
        place.x = self->width - place.x - place.width;
      if (kind == XB_CHART_STACKED)
        { /* one frame around all that add up */
          double bottom = MAX (place.y + place.height, whole.y + whole.height);

          whole.x = place.x;
          whole.width = place.width;
          whole.y = whole.height == 0 ? place.y : MIN (whole.y, place.y);
          whole.height = bottom - whole.y;
        }
      else if (kind == XB_CHART_LINE || kind == XB_CHART_SPARK)
        xb_chart_put_marker (self, cr, i, place.x, place.y, 4.5, xb_chart_slot_of (self->model, i), TRUE);
      else if (kind != XB_CHART_BEFORE_AFTER)
        frame (self, cr, &place);
    }
  if (whole.height > 0)
    frame (self, cr, &whole);
}

/** xb_chart_drawing_draw_readout: what there is at the row @row, over the chart */
void
xb_chart_drawing_draw_readout (XbChartDrawing *self,
                               cairo_t        *cr,
                               double          row)
{
  g_autoptr(GArray) lines = NULL;

  if (!isfinite (row) || (row < self->from || row >= self->until))
    return;
  cairo_save (cr);
  if (self->style.rtl)
    {
      cairo_translate (cr, self->width, 0);
      cairo_scale (cr, -1, 1);
    }
  draw_cursor (self, cr, row);
  if (xb_chart_model_get_kind (self->model) != XB_CHART_SPARK)
    {
      lines = make_lines (self, row);
      draw_box (self, cr, lines, row);
    }
  cairo_restore (cr);
}
