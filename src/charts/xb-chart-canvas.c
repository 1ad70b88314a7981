/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "xb-chart-private.h"

void
xb_chart_ink (XbChartDrawing *self,
              cairo_t        *cr,
              XbChartSlot     slot,
              double          alpha)
{
  const XbChartColour *colour = &self->style.colours[slot];

  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * alpha);
}

/** xb_chart_make_text: @size: times the size of the style; @room: where it is cut off; 0: nowhere */
PangoLayout *
xb_chart_make_text (XbChartDrawing *self,
                    const char     *text,
                    double          size,
                    gboolean        bold,
                    double          room)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (self->style.font);

  pango_font_description_set_absolute_size (font, self->style.size * size * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  if (room > 0)
    {
      pango_layout_set_width (layout, (int) (room * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  return layout;
}

static void
get_size (PangoLayout *layout,
          double      *width,
          double      *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  if (width != NULL)
    *width = (double) logical.width / PANGO_SCALE;
  if (height != NULL)
    *height = (double) logical.height / PANGO_SCALE;
}

void
xb_chart_measure (XbChartDrawing *self,
                  const char     *text,
                  double          size,
                  gboolean        bold,
                  double         *width,
                  double         *height)
{
  g_autoptr(PangoLayout) layout = xb_chart_make_text (self, text, size, bold, 0);

  get_size (layout, width, height);
}

/** xb_chart_put_layout: @align: 0: begins at @x, 0.5: stands around it, 1: ends there; @y: its top */
void
xb_chart_put_layout (XbChartDrawing *self,
                     cairo_t        *cr,
                     PangoLayout    *layout,
                     double          x,
                     double          y,
                     double          align)
{
  const PangoFontDescription *font = pango_layout_get_font_description (layout);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE / self->style.size, width;
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  width = (double) logical.width / PANGO_SCALE;
  x -= align * width;
  /* figures and Chinese words of one line stand on one line, though their fonts differ in height */
  y += self->baseline * size - (double) (pango_layout_get_baseline (layout) - logical.y) / PANGO_SCALE;
  cairo_save (cr);
  cairo_translate (cr, self->style.rtl ? x + width : x, y);
  if (self->style.rtl)
    cairo_scale (cr, -1, 1);
  cairo_move_to (cr, -(double) logical.x / PANGO_SCALE, -(double) logical.y / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

void
xb_chart_put_text (XbChartDrawing *self,
                   cairo_t        *cr,
                   const char     *text,
                   double          x,
                   double          y,
                   double          align,
                   double          room)
{
  g_autoptr(PangoLayout) layout = xb_chart_make_text (self, text, 1, FALSE, room);

  xb_chart_put_layout (self, cr, layout, x, y, align);
}

static void
trace_marker (cairo_t *cr,
              guint    shape,
              double   x,
              double   y,
              double   radius)
{
  static const guint corners[] = { 0, 4, 4, 3, 3, 6 };
  static const double turns[] = { 0, 0.25, 0, -0.5, 0.5, 0 };
  guint n = corners[shape % G_N_ELEMENTS (corners)];
  double first = turns[shape % G_N_ELEMENTS (corners)] * G_PI;

  cairo_new_path (cr);
  if (n == 0)
    cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  else
    for (guint i = 0; i < n; i++)
      cairo_line_to (cr, x + 1.25 * radius * cos (first + i * 2 * G_PI / n), y + 1.25 * radius * sin (first + i * 2 * G_PI / n));
  cairo_close_path (cr);
}

/** xb_chart_put_marker: @shape: the series: a disc, a square, a diamond, triangles, a hexagon; hollow where not @filled */
void
xb_chart_put_marker (XbChartDrawing *self,
                     cairo_t        *cr,
                     guint           shape,
                     double          x,
                     double          y,
                     double          radius,
                     XbChartSlot     slot,
                     gboolean        filled)
{
  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  trace_marker (cr, shape, x, y, radius);
  xb_chart_ink (self, cr, XB_CHART_PAPER, 1);
  cairo_set_line_width (cr, 3);
  cairo_stroke_preserve (cr);
  xb_chart_ink (self, cr, filled ? slot : XB_CHART_PAPER, 1);
  cairo_fill_preserve (cr);
  xb_chart_ink (self, cr, slot, 1);
  cairo_set_line_width (cr, 1.6);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/** xb_chart_put_event: around @x, @y: a label's tag, a tick, a warning triangle, a holiday's ring */
void
xb_chart_put_event (XbChartDrawing  *self,
                    cairo_t         *cr,
                    XbChartEventKind kind,
                    double           x,
                    double           y)
{
  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_new_path (cr);
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  xb_chart_ink (self, cr, XB_CHART_MARK + kind, 1);
  switch (kind)
    {
    case XB_CHART_EVENT_CERTIFIED:
      cairo_arc (cr, x, y, 6, 0, 2 * G_PI);
      cairo_fill (cr);
      xb_chart_ink (self, cr, XB_CHART_PAPER, 1);
      cairo_translate (cr, x, y);
      if (self->style.rtl)
        cairo_scale (cr, -1, 1); /* a tick is a tick in every direction of writing */
      cairo_move_to (cr, -2.8, 0.2);
      cairo_line_to (cr, -0.8, 2.4);
      cairo_line_to (cr, 3, -2.2);
      cairo_stroke (cr);
      break;
    case XB_CHART_EVENT_INCIDENT:
      cairo_move_to (cr, x, y - 5.5);
      cairo_line_to (cr, x + 6, y + 5);
      cairo_line_to (cr, x - 6, y + 5);
      cairo_close_path (cr);
      cairo_fill_preserve (cr);
      cairo_stroke (cr);
      xb_chart_ink (self, cr, XB_CHART_PAPER, 1);
      cairo_move_to (cr, x, y - 1.6);
      cairo_line_to (cr, x, y + 1.2);
      cairo_move_to (cr, x, y + 3.6);
      cairo_line_to (cr, x, y + 3.6);
      cairo_stroke (cr);
      break;
    case XB_CHART_EVENT_HOLIDAY:
      cairo_arc (cr, x, y, 4, 0, 2 * G_PI);
      cairo_stroke (cr);
      break;
    case XB_CHART_EVENT_LABEL:
    case XB_CHART_N_EVENTS:
    default:
      cairo_move_to (cr, x - 6, y - 4);
      cairo_line_to (cr, x + 2, y - 4);
      cairo_line_to (cr, x + 6, y);
      cairo_line_to (cr, x + 2, y + 4);
      cairo_line_to (cr, x - 6, y + 4);
      cairo_close_path (cr);
      cairo_fill (cr);
      xb_chart_ink (self, cr, XB_CHART_PAPER, 1);
      cairo_arc (cr, x + 1.5, y, 1.2, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

/* Stripes of several directions and widths; the first is plain. They move with the bar, not with the page. */
static void
hatch (XbChartDrawing *self,
       cairo_t        *cr,
       const Box      *bar,
       guint           kind)
{
  double reach = bar->width + bar->height, gap = kind > 3 ? 9 : 6;

  if (kind == 0)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, bar->x, bar->y, bar->width, bar->height);
  cairo_clip (cr);
  xb_chart_ink (self, cr, XB_CHART_PAPER, 0.55);
  cairo_set_line_width (cr, 1.4);
  cairo_set_dash (cr, NULL, 0, 0);
  if (kind % 3 != 2)
    for (double at = -bar->height; at < reach; at += gap)
      {
        cairo_move_to (cr, bar->x + at, bar->y + bar->height);
        cairo_line_to (cr, bar->x + at + bar->height, bar->y);
      }
  if (kind % 3 != 1)
    for (double at = 0; at < reach + bar->height; at += gap)
      {
        cairo_move_to (cr, bar->x + at, bar->y + bar->height);
        cairo_line_to (cr, bar->x + at - bar->height, bar->y);
      }
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
xb_chart_put_bar (XbChartDrawing *self,
                  cairo_t        *cr,
                  const Box      *bar,
                  XbChartSlot     slot,
                  guint           kind)
{
  cairo_new_path (cr);
  cairo_rectangle (cr, bar->x, bar->y, bar->width, bar->height);
  xb_chart_ink (self, cr, slot, 1);
  cairo_fill (cr);
  hatch (self, cr, bar, kind);
  if (self->style.high_contrast && bar->width > 2 && bar->height > 2)
    {
      cairo_rectangle (cr, bar->x + 0.5, bar->y + 0.5, bar->width - 1, bar->height - 1);
      xb_chart_ink (self, cr, XB_CHART_INK, 1);
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
    }
}

void
xb_chart_set_dash (XbChartDrawing *self,
                   cairo_t        *cr,
                   guint           series)
{
  static const double dashes[][4] = { { 0 }, { 7, 4 }, { 2, 3 }, { 9, 3, 2, 3 }, { 12, 4 }, { 5, 2 } };
  static const int lengths[] = { 0, 2, 2, 4, 2, 2 };
  guint index = series % G_N_ELEMENTS (lengths);

  cairo_set_dash (cr, dashes[index], lengths[index], 0);
}

/** xb_chart_put_rule: a line of the ruling, on whole pixels where it is straight */
void
xb_chart_put_rule (XbChartDrawing *self,
                   cairo_t        *cr,
                   double          x1,
                   double          y1,
                   double          x2,
                   double          y2,
                   double          alpha)
{
  cairo_new_path (cr);
  cairo_set_line_width (cr, 1);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  xb_chart_ink (self, cr, XB_CHART_INK, self->style.high_contrast ? MIN (1, alpha * 3) : alpha);
  if (x1 == x2)
    x1 = x2 = floor (x1) + 0.5;
  if (y1 == y2)
    y1 = y2 = floor (y1) + 0.5;
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
}

XbChartSlot
xb_chart_slot_of (XbChartModel *model,
                  guint         series)
{
  switch (xb_chart_model_get_series (model, series)->tone)
    {
    case XB_CHART_TONE_GAIN:
      return XB_CHART_GAIN;
    case XB_CHART_TONE_COST:
      return XB_CHART_COST;
    case XB_CHART_TONE_QUIET:
      return XB_CHART_QUIET;
    case XB_CHART_TONE_AUTO:
    default:
      return XB_CHART_HUE + series % XB_CHART_N_HUES;
    }
}
