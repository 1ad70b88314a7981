/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-ring-picture-private.h"

/* How one answers: the lower half of the page. */

#define WIDTH XB_RING_PICTURE_WIDTH
#define HEIGHT XB_RING_PICTURE_HEIGHT
#define HANG_UP 0.0
#define PICK_UP (-G_PI * 0.75)

static const GdkRGBA red = { 0.88f, 0.20f, 0.20f, 1 };
static const GdkRGBA green = { 0.16f, 0.66f, 0.36f, 1 };

/* A receiver lying on its back, the same as on the program's icon. */
static void
trace_receiver (cairo_t *cr)
{
  cairo_move_to (cr, -9.5, 1);
  cairo_curve_to (cr, -9.5, -6, 9.5, -6, 9.5, 1);
  cairo_line_to (cr, 9.5, 2.5);
  cairo_curve_to (cr, 9.5, 3.5, 8.8, 4, 8, 4);
  cairo_line_to (cr, 5, 4);
  cairo_curve_to (cr, 4.2, 4, 3.5, 3.3, 3.5, 2.5);
  cairo_line_to (cr, 3.5, 0.8);
  cairo_curve_to (cr, 1.5, -0.2, -1.5, -0.2, -3.5, 0.8);
  cairo_line_to (cr, -3.5, 2.5);
  cairo_curve_to (cr, -3.5, 3.3, -4.2, 4, -5, 4);
  cairo_line_to (cr, -8, 4);
  cairo_curve_to (cr, -8.8, 4, -9.5, 3.5, -9.5, 2.5);
  cairo_close_path (cr);
}

static cairo_t *
begin_sign (XbRingCanvas *canvas,
            double        x,
            double        y,
            double        radius)
{
  cairo_t *cr = gtk_snapshot_append_cairo (canvas->snapshot,
                                           &GRAPHENE_RECT_INIT (x - radius, y - radius, 2 * radius, 2 * radius));

  cairo_translate (cr, x, y);
  cairo_scale (cr, radius / 29, radius / 29);
  return cr;
}

static void
draw_receiver (XbRingCanvas *canvas,
               double        x,
               double        y,
               double        radius,
               double        angle)
{
  cairo_t *cr = begin_sign (canvas, x, y, radius);

  cairo_rotate (cr, angle);
  cairo_scale (cr, 1.5, 1.5);
  cairo_translate (cr, 0, 0.8);
  cairo_set_source_rgb (cr, 1, 1, 1);
  trace_receiver (cr);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
draw_button (XbRingCanvas  *canvas,
             double         x,
             double         y,
             double         radius,
             const GdkRGBA *colour,
             double         angle)
{
  xb_ring_fill_rounded (canvas, x - radius, y - radius, 2 * radius, 2 * radius, radius, colour);
  draw_receiver (canvas, x, y, radius, angle);
}

/* A speech bubble: answer with a message. */
static void
draw_bubble (XbRingCanvas *canvas,
             double        x,
             double        y,
             double        radius)
{
  GdkRGBA ground = canvas->ink;
  cairo_t *cr;

  ground.alpha = 0.14f;
  xb_ring_fill_rounded (canvas, x - radius, y - radius, 2 * radius, 2 * radius, radius, &ground);
  cr = begin_sign (canvas, x, y, radius);
  gdk_cairo_set_source_rgba (cr, &canvas->ink);
  cairo_set_line_width (cr, 2.4);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, -11, -9);
  cairo_line_to (cr, 11, -9);
  cairo_line_to (cr, 11, 6);
  cairo_line_to (cr, -3, 6);
  cairo_line_to (cr, -8, 11);
  cairo_line_to (cr, -8, 6);
  cairo_line_to (cr, -11, 6);
  cairo_close_path (cr);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* An alarm clock: remind me later. */
static void
draw_clock (XbRingCanvas *canvas,
            double        x,
            double        y,
            double        radius)
{
  GdkRGBA ground = canvas->ink;
  cairo_t *cr;

  ground.alpha = 0.14f;
  xb_ring_fill_rounded (canvas, x - radius, y - radius, 2 * radius, 2 * radius, radius, &ground);
  cr = begin_sign (canvas, x, y, radius);
  gdk_cairo_set_source_rgba (cr, &canvas->ink);
  cairo_set_line_width (cr, 2.6);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_arc (cr, 0, 1, 12, 0, 2 * G_PI);
  cairo_stroke (cr);
  cairo_move_to (cr, 0, -6);
  cairo_line_to (cr, 0, 2);
  cairo_line_to (cr, 6, 5);
  cairo_move_to (cr, -13, -10);
  cairo_line_to (cr, -9, -13);
  cairo_move_to (cr, 13, -10);
  cairo_line_to (cr, 9, -13);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_words (const XbRingPicture *self,
            XbRingCanvas        *canvas,
            const char          *text,
            double               x,
            double               y)
{
  g_autoptr(PangoLayout) layout = xb_ring_fit_line (self, text, 140, 12, 10, PANGO_WEIGHT_NORMAL, NULL);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  xb_ring_draw_layout (canvas, layout, x - width / 2.0, y, &canvas->faint);
}

static void
draw_chevrons (XbRingCanvas *canvas,
               double        x,
               double        y)
{
  cairo_t *cr = begin_sign (canvas, x, y, 20);

  for (int i = 0; i < 3; i++)
    {
      cairo_set_source_rgba (cr, canvas->ink.red, canvas->ink.green, canvas->ink.blue, 0.25 + 0.2 * (2 - i));
      cairo_set_line_width (cr, 3);
      cairo_move_to (cr, -9, 18 - i * 12);
      cairo_line_to (cr, 0, 11 - i * 12);
      cairo_line_to (cr, 9, 18 - i * 12);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

static void
draw_slider (const XbRingPicture *self,
             XbRingCanvas        *canvas)
{
  const double left = 28, right = WIDTH - 28, y = HEIGHT - 74, high = 58;
  GdkRGBA ground = canvas->ink, handle = { 1, 1, 1, 1 };

  ground.alpha = 0.12f;
  xb_ring_fill_rounded (canvas, left, y - high / 2, right - left, high, high / 2, &ground);
  draw_button (canvas, left + high / 2, y, high / 2 - 5, &red, HANG_UP);
  draw_button (canvas, right - high / 2, y, high / 2 - 5, &green, PICK_UP);
  xb_ring_fill_rounded (canvas, WIDTH / 2 - 17, y - 17, 34, 34, 17, &handle);
  draw_words (self, canvas, _("slide to answer"), WIDTH / 2, y + high / 2 + 6);
}

void
xb_ring_draw_answer (const XbRingPicture *self,
                     XbRingCanvas        *canvas)
{
  const double y = HEIGHT - 78, left = WIDTH * 0.28, right = WIDTH * 0.72, radius = 29;

  switch (xb_ring_look_get (self->handset)->answer)
    {
    case XB_RING_ANSWER_TRIO:
      draw_button (canvas, WIDTH * 0.22, y, 27, &red, HANG_UP);
      draw_bubble (canvas, WIDTH * 0.50, y, 27);
      draw_button (canvas, WIDTH * 0.78, y, 27, &green, PICK_UP);
      break;
    case XB_RING_ANSWER_SLIDER:
      draw_slider (self, canvas);
      break;
    case XB_RING_ANSWER_SWIPE:
      draw_chevrons (canvas, WIDTH / 2, y - 52);
      draw_button (canvas, WIDTH / 2, y, radius, &green, PICK_UP);
      draw_button (canvas, WIDTH * 0.18, y, 20, &red, HANG_UP);
      draw_bubble (canvas, WIDTH * 0.82, y, 20);
      draw_words (self, canvas, _("swipe up to answer"), WIDTH / 2, y + radius + 8);
      break;
    case XB_RING_ANSWER_CAPTIONED:
      draw_clock (canvas, left, y - 78, 20);
      draw_bubble (canvas, right, y - 78, 20);
      draw_button (canvas, left, y - 8, radius, &red, HANG_UP);
      draw_button (canvas, right, y - 8, radius, &green, PICK_UP);
      draw_words (self, canvas, _("decline"), left, y + radius);
      draw_words (self, canvas, _("accept"), right, y + radius);
      break;
    case XB_RING_ANSWER_PAIR:
    default:
      draw_button (canvas, left, y, radius, &red, HANG_UP);
      draw_button (canvas, right, y, radius, &green, PICK_UP);
    }
}
