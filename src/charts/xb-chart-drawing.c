/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "xb-chart-private.h"
#include "xb-chart-rows.h"
#include "xb-chart-words.h"

/**
 * xb_chart_drawing_new:
 * @width, @height: of the box that it is drawn into, from 0, 0 on
 * @from, @until: the part of the axis that is seen; NAN for all of it
 *
 * Returns: (transfer full): the chart as it is now, laid out
 */
XbChartDrawing *
xb_chart_drawing_new (XbChartModel       *model,
                      const XbChartStyle *style,
                      double              width,
                      double              height,
                      double              from,
                      double              until)
{
  XbChartDrawing *self = g_new0 (XbChartDrawing, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  self->model = g_object_ref (model);
  self->style = *style;
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  /* the same widths at every scale and on every surface */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  {
    g_autoptr(PangoLayout) line = xb_chart_make_text (self, XB_CHART_LINE_OF_WORDS, 1, FALSE, 0);

    self->baseline = (double) pango_layout_get_baseline (line) / PANGO_SCALE;
  }
  self->rows = xb_chart_rows_new (model);
  self->width = MAX (width, 1);
  self->height = MAX (height, 1);
  if (!xb_chart_model_get_extent (model, &self->from, &self->until))
    self->until = self->from = 0;
  if (isfinite (from) && isfinite (until) && from < until)
    {
      self->from = from;
      self->until = until;
    }
  if (!(self->until > self->from))
    self->until = self->from + 1;
  xb_chart_layout (self);
  return self;
}

void
xb_chart_drawing_free (XbChartDrawing *self)
{
  g_object_unref (self->model);
  g_object_unref (self->context);
  g_array_unref (self->rows);
  g_clear_pointer (&self->ticks, g_ptr_array_unref);
  g_free (self);
}

static void
draw_title (XbChartDrawing *self,
            cairo_t        *cr)
{
  g_autoptr(PangoLayout) title = NULL;
  double height;

  if (!self->style.with_title || *xb_chart_model_get_title (self->model) == '\0')
    return;
  title = xb_chart_make_text (self, xb_chart_model_get_title (self->model), 1.3, TRUE, self->width);
  xb_chart_ink (self, cr, XB_CHART_INK, 1);
  xb_chart_put_layout (self, cr, title, 0, 0, 0);
  if (xb_chart_model_get_subtitle (self->model) == NULL)
    return;
  xb_chart_measure (self, xb_chart_model_get_title (self->model), 1.3, TRUE, NULL, &height);
  xb_chart_ink (self, cr, XB_CHART_INK, 0.75);
  xb_chart_put_text (self, cr, xb_chart_model_get_subtitle (self->model), 0, height + 2, 0, self->width);
}

static void
draw_values (XbChartDrawing *self,
             cairo_t        *cr)
{
  XbChartUnit unit = xb_chart_model_get_unit (self->model);
  double line;

  xb_chart_measure (self, XB_CHART_LINE_OF_WORDS, 1, FALSE, NULL, &line);
  for (guint i = 0; i < xb_chart_scale_get_n (&self->scale); i++)
    {
      double value = xb_chart_scale_get_tick (&self->scale, i), y = xb_chart_y (self, value);
      g_autofree char *label = xb_chart_dup_tick (unit, self->scale.step, value);

      xb_chart_put_rule (self, cr, self->plot.x, y, self->plot.x + self->plot.width, y, value == 0 ? 0.55 : 0.12);
      xb_chart_ink (self, cr, XB_CHART_INK, self->style.high_contrast ? 1 : 0.72);
      xb_chart_put_text (self, cr, label, self->plot.x - 8, y - line / 2, 1, 0);
    }
  if (unit == XB_CHART_FEN && self->lane < 0 && xb_chart_is_bars (self->model))
    xb_chart_put_text (self, cr, _("yuan"), self->plot.x - 8, self->plot.y - 1.6 * line, 1, 0);
}

static void
draw_days (XbChartDrawing *self,
           cairo_t        *cr)
{
  double y = self->plot.y + self->plot.height, edge = -INFINITY;
  XbChartStep step = xb_chart_model_get_step (self->model);
  gboolean bars = xb_chart_is_bars (self->model);

  for (guint i = 0; self->ticks != NULL && i < self->ticks->len; i++)
    {
      const XbChartTick *tick = g_ptr_array_index (self->ticks, i);
      double x = xb_chart_x (self, tick->x), at, width;

      if (x < self->plot.x - 0.5 || x > self->plot.x + self->plot.width + 0.5)
        continue;
      if (!bars)
        xb_chart_put_rule (self, cr, x, y, x, y + 4, 0.4);
      xb_chart_measure (self, tick->label, 1, FALSE, &width, NULL);
      at = bars ? (x + xb_chart_x (self, xb_chart_step_next (step, tick->x))) / 2 : x;
      at = CLAMP (at, width / 2, MAX (self->width - width / 2, width / 2));
      if (at - width / 2 < edge || x > self->plot.x + self->plot.width - (bars ? 1 : 0))
        continue;
      edge = at + width / 2 + 6;
      xb_chart_ink (self, cr, XB_CHART_INK, self->style.high_contrast ? 1 : 0.72);
      xb_chart_put_text (self, cr, tick->label, at, y + 6, 0.5, 0);
    }
}

static void
draw_names (XbChartDrawing *self,
            cairo_t        *cr)
{
  double y = self->plot.y + self->plot.height + 6, each = self->plot.width / (self->until - self->from), line;
  guint skip = (guint) MAX (ceil (28 / each), 1); /* narrower ones cannot be read: every second, every third… */

  xb_chart_measure (self, XB_CHART_LINE_OF_WORDS, 1, FALSE, NULL, &line);
  xb_chart_ink (self, cr, XB_CHART_INK, self->style.high_contrast ? 1 : 0.8);
  for (guint i = (guint) MAX (ceil (self->from), 0); i < self->until && i < xb_chart_model_get_n_names (self->model); i += skip)
    {
      g_autoptr(PangoLayout) layout = xb_chart_make_text (self, xb_chart_model_get_name (self->model, i), 1, FALSE, 0);
      PangoRectangle logical;

      pango_layout_set_width (layout, (int) ((each * skip - 6) * PANGO_SCALE));
      pango_layout_set_single_paragraph_mode (layout, FALSE);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_height (layout, -2);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT);
      pango_layout_get_extents (layout, NULL, &logical);
      pango_layout_set_width (layout, logical.width + PANGO_SCALE);
      pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
      xb_chart_put_layout (self, cr, layout, xb_chart_x (self, i + 0.5), y, 0.5);
    }
}

/* Lines of marks that are closer than this are one. */
#define TELL_APART 4.0

static gboolean
is_seen (XbChartDrawing     *self,
         const XbChartEvent *event)
{
  return event->until + 1 >= self->from && event->from <= self->until;
}

/* Where the mark of an event stands; of a holiday in its shade. */
static double
mark_x (XbChartDrawing     *self,
        const XbChartEvent *event)
{
  double x = MAX (xb_chart_x (self, event->from), self->plot.x + 1);
  double end = MIN (xb_chart_x (self, event->until + 1), self->plot.x + self->plot.width);

  return event->kind == XB_CHART_EVENT_HOLIDAY ? MIN ((x + end) / 2, x + 20) : x;
}

/* The shades of holidays and the lines of everything else, each in one go: there may be hundreds. */
static void
draw_event_grounds (XbChartDrawing *self,
                    cairo_t        *cr)
{
  double top = self->lane + XB_CHART_LANE / 2 + 6, bottom = self->plot.y + self->plot.height, last = -INFINITY;
  guint n = xb_chart_model_get_n_events (self->model);
  const double dash[] = { 2, 3 };

  cairo_new_path (cr);
  for (guint i = 0; i < n; i++)
    {
      const XbChartEvent *event = xb_chart_model_get_event (self->model, i);
      double x = MAX (xb_chart_x (self, event->from), self->plot.x + 1);
      double end = MIN (xb_chart_x (self, event->until + 1), self->plot.x + self->plot.width);

      if (event->kind == XB_CHART_EVENT_HOLIDAY && is_seen (self, event))
        cairo_rectangle (cr, x, self->plot.y, end - x, self->plot.height);
    }
  xb_chart_ink (self, cr, XB_CHART_QUIET, self->style.high_contrast ? 0.4 : 0.16);
  cairo_fill (cr);
  cairo_save (cr);
  cairo_set_dash (cr, dash, 2, 0);
  cairo_set_line_width (cr, 1);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  for (guint i = 0; i < n; i++)
    {
      const XbChartEvent *event = xb_chart_model_get_event (self->model, i);
      double x = floor (mark_x (self, event)) + 0.5;

      if (event->kind == XB_CHART_EVENT_HOLIDAY || !is_seen (self, event) || x - last < TELL_APART)
        continue;
      cairo_move_to (cr, x, top);
      cairo_line_to (cr, x, bottom);
      last = x;
    }
  xb_chart_ink (self, cr, XB_CHART_INK, self->style.high_contrast ? 1 : 0.45);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Words beside a mark only where the next mark leaves room for them; else they are read out. */
static void
draw_events (XbChartDrawing *self,
             cairo_t        *cr)
{
  double line, edge = -INFINITY;
  guint n = xb_chart_model_get_n_events (self->model);

  if (self->lane < 0 || n == 0)
    return;
  draw_event_grounds (self, cr);
  xb_chart_measure (self, XB_CHART_LINE_OF_WORDS, 1, FALSE, NULL, &line);
  for (guint i = 0; i < n; i++)
    {
      const XbChartEvent *event = xb_chart_model_get_event (self->model, i);
      double x = mark_x (self, event), next, width;

      if (!is_seen (self, event) || x < edge)
        continue; /* its line stands; marks do not lie over each other */
      xb_chart_put_event (self, cr, event->kind, x, self->lane + XB_CHART_LANE / 2);
      edge = x + 13;
      next = i + 1 < n ? xb_chart_x (self, xb_chart_model_get_event (self->model, i + 1)->from) - 10 : self->width;
      next = MIN (next, self->width);
      if (next <= x + 10 || *event->text == '\0')
        continue;
      xb_chart_measure (self, event->text, 1, FALSE, &width, NULL);
      if (next - x - 10 >= MIN (width, 8 * self->style.size)) /* a word that is cut says little */
        {
          xb_chart_ink (self, cr, XB_CHART_INK, 0.8);
          xb_chart_put_text (self, cr, event->text, x + 10, self->lane + (XB_CHART_LANE - line) / 2, 0, next - x - 10);
        }
    }
}

static void
draw_target (XbChartDrawing *self,
             cairo_t        *cr)
{
  double target = xb_chart_model_get_target (self->model, NULL), y;
  const double dash[] = { 4, 3 };

  if (!isfinite (target))
    return;
  y = floor (xb_chart_y (self, target)) + 0.5;
  cairo_save (cr);
  cairo_set_dash (cr, dash, 2, 0);
  cairo_set_line_width (cr, self->style.high_contrast ? 2 : 1.5);
  xb_chart_ink (self, cr, XB_CHART_INK, self->style.high_contrast ? 1 : 0.75);
  cairo_move_to (cr, self->plot.x, y);
  cairo_line_to (cr, self->plot.x + self->plot.width, y);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_empty (XbChartDrawing *self,
            cairo_t        *cr)
{
  double line;

  xb_chart_measure (self, XB_CHART_LINE_OF_WORDS, 1, FALSE, NULL, &line);
  xb_chart_ink (self, cr, XB_CHART_INK, 0.7);
  xb_chart_put_text (self, cr, _("No data for this period"), self->plot.x + self->plot.width / 2,
                     self->plot.y + self->plot.height / 2 - line, 0.5, 0);
}

static void
draw_with_axes (XbChartDrawing *self,
                cairo_t        *cr)
{
  draw_values (self, cr);
  if (xb_chart_has_days (self->model))
    draw_days (self, cr);
  else
    draw_names (self, cr);
  draw_events (self, cr);
  cairo_save (cr);
  /* markers at the edges are whole, and nothing runs over the words */
  cairo_rectangle (cr, self->plot.x - 5, self->plot.y - 6, self->plot.width + 11, self->plot.height + 12);
  cairo_clip (cr);
  if (xb_chart_is_bars (self->model))
    xb_chart_draw_bars (self, cr);
  draw_target (self, cr);
  if (xb_chart_is_bars (self->model))
    xb_chart_draw_bar_values (self, cr);
  else
    xb_chart_draw_line (self, cr);
  cairo_restore (cr);
}

static void
mirror (XbChartDrawing *self,
        cairo_t        *cr)
{
  if (!self->style.rtl)
    return;
  cairo_translate (cr, self->width, 0);
  cairo_scale (cr, -1, 1);
}

/** xb_chart_drawing_draw: onto any surface of cairo; the background stays as it is */
void
xb_chart_drawing_draw (XbChartDrawing *self,
                       cairo_t        *cr)
{
  XbChartKind kind = xb_chart_model_get_kind (self->model);

  cairo_save (cr);
  mirror (self, cr);
  cairo_new_path (cr);
  draw_title (self, cr);
  if (self->legend.height > 0)
    xb_chart_lay_legend (self, cr, 0, self->legend.y, self->width);
  if (kind == XB_CHART_SPARK)
    xb_chart_draw_line (self, cr);
  else if (kind == XB_CHART_YEAR)
    xb_chart_draw_year (self, cr);
  else if (xb_chart_model_is_empty (self->model))
    draw_empty (self, cr);
  else if (kind == XB_CHART_BEFORE_AFTER)
    xb_chart_draw_pair (self, cr);
  else
    draw_with_axes (self, cr);
  cairo_restore (cr);
}

static gboolean
locate (XbChartDrawing    *self,
        guint              series,
        double             row,
        cairo_rectangle_t *place)
{
  const XbChartPoint *point;
  XbChartKind kind = xb_chart_model_get_kind (self->model);

  if (series >= xb_chart_model_get_n_series (self->model))
    return FALSE;
  if (kind == XB_CHART_YEAR)
    return xb_chart_year_box (self, row, place);
  point = xb_chart_rows_get_point (self->model, series, row);
  if (point == NULL || !isfinite (point->value))
    return FALSE;
  if (kind == XB_CHART_BEFORE_AFTER)
    return xb_chart_pair_box (self, series, (guint) row, place);
  if (xb_chart_is_bars (self->model))
    return xb_chart_bar_box (self, series, xb_chart_points_find (xb_chart_model_get_series (self->model, series), row), place);
  *place = (cairo_rectangle_t) { xb_chart_middle (self, row), xb_chart_y (self, point->value), 0, 0 };
  return TRUE;
}

/**
 * xb_chart_drawing_locate:
 * @row: its x
 * @place: (out): the bar, or the point with no size
 *
 * Returns: whether @series is seen there
 */
gboolean
xb_chart_drawing_locate (XbChartDrawing    *self,
                         guint              series,
                         double             row,
                         cairo_rectangle_t *place)
{
  if (!locate (self, series, row, place))
    return FALSE;
  if (self->style.rtl)
    place->x = self->width - place->x - place->width;
  return TRUE;
}

/** xb_chart_drawing_get_x_at: Returns: what day or name is at @x of the surface */
double
xb_chart_drawing_get_x_at (XbChartDrawing *self,
                           double          x)
{
  if (self->style.rtl)
    x = self->width - x;
  return self->from + (x - self->plot.x) / self->plot.width * (self->until - self->from);
}

/** xb_chart_drawing_pick: Returns: the row that is nearest to a point of the surface; NAN where there is none */
double
xb_chart_drawing_pick (XbChartDrawing *self,
                       double          x,
                       double          y)
{
  XbChartKind kind = xb_chart_model_get_kind (self->model);
  double at = xb_chart_drawing_get_x_at (self, x);
  gint64 row;

  if (kind == XB_CHART_YEAR)
    return xb_chart_year_pick (self, self->style.rtl ? self->width - x : x, y);
  if (kind == XB_CHART_BEFORE_AFTER)
    at = (y - self->plot.y) / self->plot.height * (self->until - self->from) - 0.5;
  else if (xb_chart_is_bars (self->model) && !xb_chart_has_days (self->model))
    at -= 0.5;
  else if (xb_chart_is_bars (self->model))
    at -= (xb_chart_step_next (xb_chart_model_get_step (self->model), at) - at) / 2;
  row = xb_chart_rows_find (self->rows, at);
  if (row < 0)
    return NAN;
  /* the nearest may lie just beyond the part that is seen */
  if (g_array_index (self->rows, double, row) < self->from && row + 1 < self->rows->len)
    row++;
  else if (g_array_index (self->rows, double, row) >= self->until && row > 0)
    row--;
  return g_array_index (self->rows, double, row);
}

void
xb_chart_drawing_get_plot (XbChartDrawing    *self,
                           cairo_rectangle_t *plot)
{
  *plot = self->plot;
  if (self->style.rtl)
    plot->x = self->width - plot->x - plot->width;
}

/** xb_chart_draw: the whole of @model into a box of any surface, such as a page of a report; of years the last one */
void
xb_chart_draw (XbChartModel       *model,
               const XbChartStyle *style,
               cairo_t            *cr,
               double              x,
               double              y,
               double              width,
               double              height)
{
  xb_chart_draw_part (model, style, cr, NAN, NAN, x, y, width, height);
}

/** xb_chart_draw_part: @from, @until: of the days; NAN: all */
void
xb_chart_draw_part (XbChartModel       *model,
                    const XbChartStyle *style,
                    cairo_t            *cr,
                    double              from,
                    double              until,
                    double              x,
                    double              y,
                    double              width,
                    double              height)
{
  g_autoptr(XbChartDrawing) drawing = xb_chart_drawing_new (model, style, width, height, from, until);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  xb_chart_drawing_draw (drawing, cr);
  cairo_restore (cr);
}
