/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "xb-ring-picture.h"

/* Drawn in a fixed space and scaled into what there is, so that it always looks the same. */
#define WIDTH XB_RING_PICTURE_WIDTH
#define HEIGHT XB_RING_PICTURE_HEIGHT
#define BEZEL 7.0
#define MARGIN 22.0
#define LOGO 76.0

/* The handsets differ a little: tint, corner, camera, and whether the logo is round. */
static const struct
{
  float    corner;
  float    hue; /* 0…1 */
  float    saturation;
  enum { CAMERA_MIDDLE, CAMERA_LEFT, CAMERA_WIDE } camera;
  gboolean round_logo;
} looks[] = {
  [XB_HANDSET_HUAWEI] = { 34, 0.58f, 0.45f, CAMERA_MIDDLE, TRUE },
  [XB_HANDSET_XIAOMI] = { 30, 0.07f, 0.40f, CAMERA_MIDDLE, FALSE },
  [XB_HANDSET_OPPO] = { 32, 0.42f, 0.38f, CAMERA_LEFT, TRUE },
  [XB_HANDSET_VIVO] = { 32, 0.64f, 0.45f, CAMERA_MIDDLE, TRUE },
  [XB_HANDSET_HONOR] = { 34, 0.52f, 0.40f, CAMERA_WIDE, TRUE },
  [XB_HANDSET_APPLE] = { 42, 0.70f, 0.18f, CAMERA_WIDE, FALSE },
  [XB_HANDSET_SAMSUNG] = { 22, 0.60f, 0.38f, CAMERA_MIDDLE, TRUE },
  [XB_HANDSET_OTHER] = { 30, 0.58f, 0.12f, CAMERA_MIDDLE, FALSE },
};

typedef struct
{
  GtkSnapshot *snapshot;
  GdkRGBA      ink;
  GdkRGBA      faint;
  GdkRGBA      top;
  GdkRGBA      bottom;
} Canvas;

/* whether there is something to show */
static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/** xb_ring_picture_shows_name: Returns: whether the callee sees a name, not the bare number */
gboolean
xb_ring_picture_shows_name (const XbRingPicture *self)
{
  return self->shown && has_text (self->name);
}

static Canvas
prepare (const XbRingPicture *self,
         GtkSnapshot *snapshot)
{
  const float hue = looks[self->handset].hue, saturation = looks[self->handset].saturation;
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  Canvas canvas = { .snapshot = snapshot };

  gtk_hsv_to_rgb (hue, saturation * (dark ? 1.1f : 0.35f), dark ? 0.30f : 0.99f,
                  &canvas.top.red, &canvas.top.green, &canvas.top.blue);
  gtk_hsv_to_rgb (hue, saturation * (dark ? 1.2f : 0.75f), dark ? 0.13f : 0.88f,
                  &canvas.bottom.red, &canvas.bottom.green, &canvas.bottom.blue);
  canvas.top.alpha = canvas.bottom.alpha = 1;
  canvas.ink = dark ? (GdkRGBA) { 1, 1, 1, 1 } : (GdkRGBA) { 0.08f, 0.09f, 0.12f, 1 };
  canvas.faint = canvas.ink;
  canvas.faint.alpha = dark ? 0.72f : 0.66f;
  return canvas;
}

static void
fill_rounded (Canvas         *canvas,
              double          x,
              double          y,
              double          width,
              double          height,
              double          radius,
              const GdkRGBA  *colour)
{
  graphene_rect_t box = GRAPHENE_RECT_INIT (x, y, width, height);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &box, radius);
  gtk_snapshot_push_rounded_clip (canvas->snapshot, &outline);
  gtk_snapshot_append_color (canvas->snapshot, colour, &box);
  gtk_snapshot_pop (canvas->snapshot);
}

static PangoLayout *
make_line (const XbRingPicture *self,
           const char  *text,
           double       size,
           int          weight)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (self->widget, text);
  PangoFontDescription *font =
    pango_font_description_copy (pango_context_get_font_description (pango_layout_get_context (layout)));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

/* Phones shrink a long name a little, then cut it. Returns the y under the line. */
static double
draw_line (const XbRingPicture *self,
           Canvas        *canvas,
           const char    *text,
           double         y,
           double         size,
           double         smallest,
           int            weight,
           const GdkRGBA *colour)
{
  const double room = WIDTH - 2 * (BEZEL + MARGIN);
  g_autoptr(PangoLayout) layout = make_line (self, text, size, weight);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  while (width > room && size > smallest)
    {
      g_object_unref (layout);
      size -= 1;
      layout = make_line (self, text, size, weight);
      pango_layout_get_pixel_size (layout, &width, &height);
    }
  if (width > room)
    {
      pango_layout_set_width (layout, room * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_get_pixel_size (layout, &width, &height);
    }
  gtk_snapshot_save (canvas->snapshot);
  gtk_snapshot_translate (canvas->snapshot,
                          &GRAPHENE_POINT_INIT (pango_layout_get_width (layout) > 0 ? (WIDTH - room) / 2
                                                                                    : (WIDTH - width) / 2, y));
  gtk_snapshot_append_layout (canvas->snapshot, layout, colour);
  gtk_snapshot_restore (canvas->snapshot);
  return y + height;
}

static void
draw_body (const XbRingPicture *self,
           Canvas      *canvas)
{
  static const GdkRGBA shell = { 0.11f, 0.11f, 0.12f, 1 };
  static const GdkRGBA rim = { 0.45f, 0.46f, 0.48f, 1 };
  const float corner = looks[self->handset].corner;
  graphene_rect_t screen = GRAPHENE_RECT_INIT (BEZEL, BEZEL, WIDTH - 2 * BEZEL, HEIGHT - 2 * BEZEL);
  GskColorStop stops[] = { { 0, canvas->top }, { 1, canvas->bottom } };
  GskRoundedRect outline;

  fill_rounded (canvas, 0, 0, WIDTH, HEIGHT, corner, &rim);
  fill_rounded (canvas, 1.5, 1.5, WIDTH - 3, HEIGHT - 3, corner - 1.5, &shell);
  gsk_rounded_rect_init_from_rect (&outline, &screen, corner - BEZEL);
  gtk_snapshot_push_rounded_clip (canvas->snapshot, &outline);
  gtk_snapshot_append_linear_gradient (canvas->snapshot, &screen, &GRAPHENE_POINT_INIT (0, 0),
                                       &GRAPHENE_POINT_INIT (WIDTH * 0.4f, HEIGHT), stops, G_N_ELEMENTS (stops));
  gtk_snapshot_pop (canvas->snapshot);
  switch (looks[self->handset].camera)
    {
    case CAMERA_WIDE:
      fill_rounded (canvas, WIDTH / 2 - 32, 17, 64, 17, 8.5, &shell);
      break;
    case CAMERA_LEFT:
      fill_rounded (canvas, 30, 19, 12, 12, 6, &shell);
      break;
    case CAMERA_MIDDLE:
    default:
      fill_rounded (canvas, WIDTH / 2 - 6, 19, 12, 12, 6, &shell);
    }
}

/* A head and shoulders, for a caller without a face. */
static void
draw_stranger (Canvas *canvas,
               double  x,
               double  y,
               double  size)
{
  graphene_rect_t box = GRAPHENE_RECT_INIT (x, y, size, size);
  GdkRGBA ground = canvas->ink, figure = canvas->ink;
  GskRoundedRect outline;

  ground.alpha = 0.10f;
  figure.alpha = 0.30f;
  gsk_rounded_rect_init_from_rect (&outline, &box, size / 2);
  gtk_snapshot_push_rounded_clip (canvas->snapshot, &outline);
  gtk_snapshot_append_color (canvas->snapshot, &ground, &box);
  fill_rounded (canvas, x + size * 0.34, y + size * 0.20, size * 0.32, size * 0.32, size * 0.16, &figure);
  fill_rounded (canvas, x + size * 0.20, y + size * 0.58, size * 0.60, size * 0.60, size * 0.28, &figure);
  gtk_snapshot_pop (canvas->snapshot);
}

/* The logo whole, on white, as the platforms ask for it; without one the first character. */
static void
draw_logo (const XbRingPicture *self,
           Canvas      *canvas,
           double       y)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  static const GdkRGBA blue = { 0.16f, 0.42f, 0.75f, 1 };
  const double x = (WIDTH - LOGO) / 2;
  graphene_rect_t box = GRAPHENE_RECT_INIT (x, y, LOGO, LOGO);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &box, looks[self->handset].round_logo ? LOGO / 2 : 18);
  gtk_snapshot_push_rounded_clip (canvas->snapshot, &outline);
  gtk_snapshot_append_color (canvas->snapshot, self->logo != NULL ? &white : &blue, &box);
  if (self->logo != NULL)
    {
      double ratio = gdk_paintable_get_intrinsic_aspect_ratio (self->logo);
      double w = ratio >= 1 || ratio <= 0 ? LOGO : LOGO * ratio, h = ratio > 1 ? LOGO / ratio : LOGO;

      gtk_snapshot_save (canvas->snapshot);
      gtk_snapshot_translate (canvas->snapshot, &GRAPHENE_POINT_INIT (x + (LOGO - w) / 2, y + (LOGO - h) / 2));
      gdk_paintable_snapshot (self->logo, canvas->snapshot, w, h);
      gtk_snapshot_restore (canvas->snapshot);
    }
  gtk_snapshot_pop (canvas->snapshot);
  if (self->logo == NULL)
    {
      g_autofree char *first = g_utf8_substring (self->name, 0, 1);
      g_autoptr(PangoLayout) layout = make_line (self, first, 38, PANGO_WEIGHT_BOLD);
      int width, height;

      pango_layout_get_pixel_size (layout, &width, &height);
      gtk_snapshot_save (canvas->snapshot);
      gtk_snapshot_translate (canvas->snapshot, &GRAPHENE_POINT_INIT ((WIDTH - width) / 2, y + (LOGO - height) / 2));
      gtk_snapshot_append_layout (canvas->snapshot, layout, &white);
      gtk_snapshot_restore (canvas->snapshot);
    }
}

static double
draw_label (const XbRingPicture *self,
            Canvas      *canvas,
            double       y)
{
  g_autoptr(PangoLayout) layout = make_line (self, self->label, 14, PANGO_WEIGHT_MEDIUM);
  const int most = WIDTH - 2 * (BEZEL + MARGIN) - 24;
  GdkRGBA ground = canvas->ink;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > most)
    {
      pango_layout_set_width (layout, most * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      width = most;
    }
  ground.alpha = 0.12f;
  fill_rounded (canvas, (WIDTH - width) / 2 - 12, y, width + 24, height + 8, (height + 8) / 2.0, &ground);
  gtk_snapshot_save (canvas->snapshot);
  gtk_snapshot_translate (canvas->snapshot, &GRAPHENE_POINT_INIT ((WIDTH - width) / 2, y + 4));
  gtk_snapshot_append_layout (canvas->snapshot, layout, &canvas->ink);
  gtk_snapshot_restore (canvas->snapshot);
  return y + height + 8;
}

static void
draw_caller (const XbRingPicture *self,
             Canvas      *canvas)
{
  const char *number = has_text (self->number) ? self->number : "";
  double y = 74;

  if (xb_ring_picture_shows_name (self))
    {
      draw_logo (self, canvas, y);
      y = draw_line (self, canvas, self->name, y + LOGO + 18, 25, 18, PANGO_WEIGHT_BOLD, &canvas->ink);
      if (has_text (self->label))
        y = draw_label (self, canvas, y + 8);
      y = draw_line (self, canvas, number, y + 14, 16, 13, PANGO_WEIGHT_NORMAL, &canvas->faint);
    }
  else
    {
      draw_stranger (canvas, (WIDTH - LOGO) / 2, y, LOGO);
      y = draw_line (self, canvas, number, y + LOGO + 18, 25, 18, PANGO_WEIGHT_BOLD, &canvas->ink);
      y = draw_line (self, canvas, _("no name shown"), y + 12, 15, 12, PANGO_WEIGHT_NORMAL, &canvas->faint);
    }
  if (has_text (self->place))
    draw_line (self, canvas, self->place, y + 4, 14, 12, PANGO_WEIGHT_NORMAL, &canvas->faint);
}

static void
draw_button (Canvas        *canvas,
             double         x,
             const GdkRGBA *colour,
             double         angle)
{
  const double radius = 29, y = HEIGHT - 78;
  cairo_t *cr;

  fill_rounded (canvas, x - radius, y - radius, 2 * radius, 2 * radius, radius, colour);
  cr = gtk_snapshot_append_cairo (canvas->snapshot,
                                  &GRAPHENE_RECT_INIT (x - radius, y - radius, 2 * radius, 2 * radius));
  cairo_translate (cr, x, y);
  cairo_rotate (cr, angle);
  cairo_scale (cr, 1.5, 1.5);
  cairo_translate (cr, 0, 0.8);
  cairo_set_source_rgb (cr, 1, 1, 1);
  /* a receiver lying on its back, the same as on the program's icon */
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
  cairo_fill (cr);
  cairo_destroy (cr);
}

/** xb_ring_picture_snapshot: draws @self in the middle of @width × @height */
void
xb_ring_picture_snapshot (const XbRingPicture *self,
                          GtkSnapshot         *snapshot,
                          int                  width,
                          int                  height)
{
  static const GdkRGBA red = { 0.88f, 0.20f, 0.20f, 1 };
  static const GdkRGBA green = { 0.16f, 0.66f, 0.36f, 1 };
  const double scale = MIN (width / WIDTH, height / HEIGHT);
  Canvas canvas = prepare (self, snapshot);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((width - WIDTH * scale) / 2, (height - HEIGHT * scale) / 2));
  gtk_snapshot_scale (snapshot, scale, scale);
  draw_body (self, &canvas);
  draw_line (self, &canvas, _("Incoming call"), 46, 13, 11, PANGO_WEIGHT_NORMAL, &canvas.faint);
  draw_caller (self, &canvas);
  draw_button (&canvas, WIDTH * 0.28, &red, 0);
  draw_button (&canvas, WIDTH * 0.72, &green, -G_PI * 0.75);
  gtk_snapshot_restore (snapshot);
}
