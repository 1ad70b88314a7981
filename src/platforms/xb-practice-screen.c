/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "xb-lifecycle.h"
#include "xb-phone.h"
#include "xb-practice-screen.h"

#define WIDTH 360
#define HEIGHT 720
#define MARGIN 24

typedef struct
{
  double red, green, blue;
} Colour;

static const Colour ground = { 0.10, 0.13, 0.19 };
static const Colour glass = { 0.16, 0.21, 0.30 };
static const Colour text_colour = { 0.96, 0.97, 0.98 };
static const Colour faint = { 0.65, 0.70, 0.78 };
static const Colour badge = { 0.95, 0.70, 0.20 };
static const Colour refuse = { 0.86, 0.27, 0.27 };
static const Colour accept = { 0.20, 0.66, 0.40 };

static void
set_colour (cairo_t *cr,
            Colour   colour)
{
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
}

static void
rounded (cairo_t *cr,
         double   x,
         double   y,
         double   width,
         double   height,
         double   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

/* One centred line of text, made narrower where it is too long; returns its height. */
static double
draw_text (cairo_t    *cr,
           const char *text,
           double      centre,
           double      y,
           double      room,
           double      size,
           Colour      colour)
{
  g_autoptr(PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Sans");
  int width = 0;
  int height = 0;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > room && size > 12)
    return draw_text (cr, text, centre, y, room, MAX (12, size * room / width - 0.5), colour);
  if (width > room) /* as small as can be read: the end goes */
    {
      pango_layout_set_width (layout, room * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_get_pixel_size (layout, &width, &height);
    }
  set_colour (cr, colour);
  cairo_move_to (cr, centre - width / 2.0, y);
  pango_cairo_show_layout (cr, layout);
  return height;
}

/* A round button with the outline of a telephone receiver, turned for hanging up. */
static void
draw_button (cairo_t *cr,
             double   x,
             double   y,
             Colour   colour,
             double   turn)
{
  set_colour (cr, colour);
  cairo_arc (cr, x, y, 34, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_rotate (cr, turn);
  set_colour (cr, text_colour);
  cairo_set_line_width (cr, 6);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_arc (cr, 0, 12, 20, 1.25 * G_PI, 1.75 * G_PI);
  cairo_stroke (cr);
  cairo_arc (cr, -14, 0, 5, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_arc (cr, 14, 0, 5, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_restore (cr);
}

/* Nobody shall take the picture for the photo of a real telephone. */
static void
draw_badge (cairo_t *cr)
{
  set_colour (cr, badge);
  rounded (cr, WIDTH - MARGIN - 64, MARGIN, 64, 30, 15);
  cairo_fill (cr);
  draw_text (cr, "练习", WIDTH - MARGIN - 32, MARGIN + 4, 56, 16, ground);
}

static void
draw_caller (cairo_t    *cr,
             const char *number,
             const char *name,
             const char *label)
{
  g_autofree char *grouped = xb_phone_format (number);
  double room = WIDTH - 2 * MARGIN;
  double y = 150;

  y += draw_text (cr, name != NULL ? name : grouped, WIDTH / 2.0, y, room, 34, text_colour) + 10;
  if (label != NULL)
    {
      set_colour (cr, glass);
      rounded (cr, MARGIN + 40, y, room - 80, 40, 20);
      cairo_fill (cr);
      draw_text (cr, label, WIDTH / 2.0, y + 7, room - 110, 18, text_colour);
      y += 54;
    }
  if (name != NULL)
    y += draw_text (cr, grouped, WIDTH / 2.0, y, room, 20, faint) + 10;
  draw_text (cr, "来电", WIDTH / 2.0, y, room, 16, faint);
}

static cairo_status_t
append_cb (gpointer             closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * xb_practice_screen_draw:
 * @handset: whose screen
 * @number: E.164
 * @name: (nullable): the name, where the handset has learned it
 * @label: (nullable): the label beside it
 *
 * Draws a ringing telephone, marked as practice.
 *
 * Returns: (transfer full): a PNG
 */
GBytes *
xb_practice_screen_draw (XbHandset   handset,
                         const char *number,
                         const char *name,
                         const char *label)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  GByteArray *png = g_byte_array_new ();

  set_colour (cr, ground);
  cairo_paint (cr);
  set_colour (cr, glass);
  cairo_set_line_width (cr, 4);
  rounded (cr, 4, 4, WIDTH - 8, HEIGHT - 8, 36);
  cairo_stroke (cr);
  draw_text (cr, xb_handset_get_title (handset), WIDTH / 2.0, 92, WIDTH - 2 * MARGIN, 16, faint);
  draw_badge (cr);
  draw_caller (cr, number, name, label);
  draw_button (cr, WIDTH * 0.27, HEIGHT - 110, refuse, 0);
  draw_button (cr, WIDTH * 0.73, HEIGHT - 110, accept, -0.75 * G_PI);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_cb, png);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (png);
}
