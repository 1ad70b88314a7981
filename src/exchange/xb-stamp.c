/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-raster.h"
#include "xb-stamp.h"
#include "xb-typeset.h"

/* The visible mark. Its letters are a soft grey-red with a thin light edge: the red shows on paper, the edge on
 * a dark picture, and the print below stays readable through both. */
#define FILL 0.60, 0.20, 0.20, 0.30
#define EDGE 1.0, 1.0, 1.0, 0.38
#define SLOPE (-G_PI / 7)

/* Shares of the page's shorter side. */
#define LINE_LENGTH 0.66
#define LARGEST (1 / 15.0)
#define SMALLEST (1 / 46.0)
/* Pixels: smaller Chinese characters are blots. */
#define LEGIBLE 11.0
/* In heights of the letters: from row to row, and between two marks of a row. */
#define ROW_GAP 2.6
#define WORD_GAP 2.2

static PangoLayout *
lay_out (cairo_t    *cr,
         double      side,
         const char *text)
{
  g_autoptr(PangoLayout) probe = xb_typeset_new (cr, XB_SANS, 100, PANGO_WEIGHT_MEDIUM, text);
  PangoLayout *layout;
  double size;
  int width;

  pango_layout_get_pixel_size (probe, &width, NULL);
  size = CLAMP (side * LINE_LENGTH * 100 / MAX (width, 1), side * SMALLEST, side * LARGEST);
  size = MAX (size, LEGIBLE);
  layout = xb_typeset_new (cr, XB_SANS, size, PANGO_WEIGHT_MEDIUM, text);
  /* A long text is broken into lines, so that a piece of the page shows all of it. */
  pango_layout_set_width (layout, MAX (side * 0.9, size * 8) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  return layout;
}

static void
draw_text (cairo_t     *cr,
           PangoLayout *layout,
           double       x,
           double       y,
           double       edge)
{
  cairo_new_path (cr);
  cairo_move_to (cr, x, y);
  pango_cairo_layout_path (cr, layout);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, edge);
  cairo_set_source_rgba (cr, EDGE);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgba (cr, FILL);
  cairo_fill (cr);
}

/* Two rows, the second shifted by half: repeated over the plane they leave no straight lane to cut along. */
static cairo_surface_t *
make_tile (double      side,
           const char *text)
{
  g_autoptr(cairo_surface_t) scratch = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  g_autoptr(cairo_t) measure = cairo_create (scratch);
  g_autoptr(PangoLayout) layout = lay_out (measure, side, text);
  g_autoptr(cairo_t) cr = NULL;
  const PangoFontDescription *font = pango_layout_get_font_description (layout);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  cairo_surface_t *tile;
  PangoRectangle box;
  int width, row;

  pango_layout_get_pixel_extents (layout, NULL, &box);
  width = box.width + size * WORD_GAP;
  row = box.height + size * ROW_GAP;
  tile = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, 2 * row);
  cr = cairo_create (tile);
  pango_cairo_update_layout (cr, layout);
  draw_text (cr, layout, size - box.x, size - box.y, size / 11);
  for (int i = -1; i <= 0; i++)
    draw_text (cr, layout, size - box.x + width / 2 + i * width, size - box.y + row, size / 11);
  return tile;
}

/**
 * xb_stamp_draw:
 * @cr: where to draw, in pixels from the upper left
 * @width: of the whole picture
 * @height: of the whole picture
 * @text: one line
 *
 * Repeats @text aslant over the whole picture, sized by it, so that no part that is worth having can be cut out
 * without it.
 */
void
xb_stamp_draw (cairo_t    *cr,
               double      width,
               double      height,
               const char *text)
{
  g_autoptr(cairo_surface_t) tile = make_tile (MIN (width, height), text);
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (tile);
  cairo_matrix_t matrix;

  cairo_matrix_init_rotate (&matrix, -SLOPE);
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_BILINEAR);
  cairo_save (cr);
  cairo_set_source (cr, pattern);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_pattern_destroy (pattern);
}
