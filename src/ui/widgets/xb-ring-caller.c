/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-ring-picture-private.h"

/* Who calls: picture, name, label, number, in the order of the brand. */

#define WIDTH XB_RING_PICTURE_WIDTH

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static double
get_x (const XbRingLook *look,
       double            width)
{
  return look->at_start ? XB_RING_BEZEL + XB_RING_MARGIN - 4 : (WIDTH - width) / 2;
}

/* Returns the y under the line. */
static double
draw_line (const XbRingPicture *self,
           XbRingCanvas        *canvas,
           const char          *text,
           double               room,
           double               y,
           double               size,
           double               least,
           int                  weight,
           const GdkRGBA       *colour)
{
  g_autoptr(PangoLayout) layout = xb_ring_fit_line (self, text, room, size, least, weight, NULL);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  xb_ring_draw_layout (canvas, layout, get_x (xb_ring_look_get (self->handset), width), y, colour);
  return y + height;
}

static double
draw_small (const XbRingPicture *self,
            XbRingCanvas        *canvas,
            const char          *text,
            double               y,
            double               size)
{
  return draw_line (self, canvas, text, XB_RING_ROOM, y, size, MAX (size - 2, 11), PANGO_WEIGHT_NORMAL, &canvas->faint);
}

/* A head and shoulders, for a caller without a face. */
static void
draw_stranger (XbRingCanvas *canvas,
               double        x,
               double        y,
               double        size)
{
  graphene_rect_t box = GRAPHENE_RECT_INIT (x, y, size, size);
  GdkRGBA ground = canvas->ink, figure = canvas->ink;
  GskRoundedRect outline;

  ground.alpha = 0.10f;
  figure.alpha = 0.30f;
  gsk_rounded_rect_init_from_rect (&outline, &box, size / 2);
  gtk_snapshot_push_rounded_clip (canvas->snapshot, &outline);
  gtk_snapshot_append_color (canvas->snapshot, &ground, &box);
  xb_ring_fill_rounded (canvas, x + size * 0.34, y + size * 0.20, size * 0.32, size * 0.32, size * 0.16, &figure);
  xb_ring_fill_rounded (canvas, x + size * 0.20, y + size * 0.58, size * 0.60, size * 0.60, size * 0.28, &figure);
  gtk_snapshot_pop (canvas->snapshot);
}

/* The logo whole, on white, as the platforms ask for it; without one the first character. */
static void
draw_logo (const XbRingPicture *self,
           XbRingCanvas        *canvas,
           double               x,
           double               y,
           double               size)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  static const GdkRGBA blue = { 0.16f, 0.42f, 0.75f, 1 };
  graphene_rect_t box = GRAPHENE_RECT_INIT (x, y, size, size);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &box,
                                   xb_ring_look_get (self->handset)->round_logo ? size / 2 : size * 0.24);
  gtk_snapshot_push_rounded_clip (canvas->snapshot, &outline);
  gtk_snapshot_append_color (canvas->snapshot, self->logo != NULL ? &white : &blue, &box);
  if (self->logo != NULL)
    {
      double ratio = gdk_paintable_get_intrinsic_aspect_ratio (self->logo);
      double w = ratio >= 1 || ratio <= 0 ? size : size * ratio, h = ratio > 1 ? size / ratio : size;

      gtk_snapshot_save (canvas->snapshot);
      gtk_snapshot_translate (canvas->snapshot, &GRAPHENE_POINT_INIT (x + (size - w) / 2, y + (size - h) / 2));
      gdk_paintable_snapshot (self->logo, canvas->snapshot, w, h);
      gtk_snapshot_restore (canvas->snapshot);
    }
  gtk_snapshot_pop (canvas->snapshot);
  if (self->logo == NULL)
    {
      g_autofree char *first = g_utf8_substring (self->name, 0, 1);
      g_autoptr(PangoLayout) layout = xb_ring_make_line (self, first, size / 2, PANGO_WEIGHT_BOLD);
      int width, height;

      pango_layout_get_pixel_size (layout, &width, &height);
      xb_ring_draw_layout (canvas, layout, x + (size - width) / 2, y + (size - height) / 2, &white);
    }
}

static double
draw_face (const XbRingPicture *self,
           XbRingCanvas        *canvas,
           double               y)
{
  const XbRingLook *look = xb_ring_look_get (self->handset);
  gboolean at_end = look->lines[0] == 'R';
  double x = at_end ? WIDTH - XB_RING_BEZEL - XB_RING_MARGIN - look->picture : get_x (look, look->picture);

  if (xb_ring_picture_shows_name (self))
    draw_logo (self, canvas, x, y, look->picture);
  else
    draw_stranger (canvas, x, y, look->picture);
  return y + look->picture;
}

/* A tick in a disc, before a label that was checked. */
static void
draw_tick (XbRingCanvas *canvas,
           double        x,
           double        y,
           double        size)
{
  cairo_t *cr = gtk_snapshot_append_cairo (canvas->snapshot, &GRAPHENE_RECT_INIT (x, y, size, size));

  cairo_translate (cr, x, y);
  cairo_scale (cr, size / 14, size / 14);
  cairo_arc (cr, 7, 7, 6.6, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, 0.16, 0.60, 0.34);
  cairo_fill (cr);
  cairo_move_to (cr, 4, 7.2);
  cairo_line_to (cr, 6.2, 9.4);
  cairo_line_to (cr, 10.2, 4.8);
  cairo_set_line_width (cr, 1.6);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_frame (XbRingCanvas     *canvas,
            XbRingLabelStyle  style,
            double            x,
            double            y,
            double            width,
            double            height)
{
  GdkRGBA ground = canvas->ink;

  if (style == XB_RING_LABEL_PILL)
    {
      ground.alpha = 0.12f;
      xb_ring_fill_rounded (canvas, x, y, width, height, height / 2, &ground);
    }
  else if (style == XB_RING_LABEL_OUTLINE)
    {
      const float line = 1.2f;
      graphene_rect_t box = GRAPHENE_RECT_INIT (x, y, width, height);
      GskRoundedRect outline;

      ground.alpha = 0.55f;
      gsk_rounded_rect_init_from_rect (&outline, &box, 6);
      gtk_snapshot_append_border (canvas->snapshot, &outline, (float[]) { line, line, line, line },
                                  (GdkRGBA[]) { ground, ground, ground, ground });
    }
}

static double
draw_label (const XbRingPicture *self,
            XbRingCanvas        *canvas,
            double               y)
{
  const XbRingLook *look = xb_ring_look_get (self->handset);
  int shown = xb_ring_picture_get_label_shown (self), width, height;
  g_autofree char *part = g_utf8_substring (self->label, 0, shown);
  g_autofree char *text = g_utf8_strlen (self->label, -1) > shown ? g_strconcat (part, "…", NULL)
                                                                  : g_steal_pointer (&part);
  g_autoptr(PangoLayout) layout = xb_ring_fit_line (self, text, look->label_room + look->label_size, look->label_size,
                                                    look->label_size - 1, PANGO_WEIGHT_MEDIUM, NULL);
  gboolean framed = look->label == XB_RING_LABEL_PILL || look->label == XB_RING_LABEL_OUTLINE;
  double side = framed ? 11 : 0, before = look->label == XB_RING_LABEL_TICKED ? 20 : 0, x;

  pango_layout_get_pixel_size (layout, &width, &height);
  x = get_x (look, width + 2 * side + before);
  draw_frame (canvas, look->label, x, y, width + 2 * side, height + (framed ? 8 : 0));
  if (before > 0)
    draw_tick (canvas, x, y + (height - 15) / 2.0, 15);
  xb_ring_draw_layout (canvas, layout, x + side + before, y + (framed ? 4 : 0), &canvas->ink);
  return y + height + (framed ? 8 : 0);
}

/* What a crowd marks a number as: a filled chip with a sign, not the colour alone. */
static double
draw_mark (const XbRingPicture *self,
           XbRingCanvas        *canvas,
           double               y)
{
  static const GdkRGBA amber = { 0.80f, 0.36f, 0.05f, 1 };
  static const GdkRGBA white = { 1, 1, 1, 1 };
  g_autofree char *text = g_strdup_printf ("! %s", self->mark);
  g_autoptr(PangoLayout) layout = xb_ring_fit_line (self, text, XB_RING_ROOM - 22, 13, 12, PANGO_WEIGHT_MEDIUM, NULL);
  int width, height;
  double x;

  pango_layout_get_pixel_size (layout, &width, &height);
  x = get_x (xb_ring_look_get (self->handset), width + 22);
  xb_ring_fill_rounded (canvas, x, y, width + 22, height + 8, 6, &amber);
  xb_ring_draw_layout (canvas, layout, x + 11, y + 4, &white);
  return y + height + 8;
}

static double
draw_identity (const XbRingPicture *self,
               XbRingCanvas        *canvas,
               double               y)
{
  const XbRingLook *look = xb_ring_look_get (self->handset);
  gsize name_bytes;
  g_autofree char *text = xb_ring_dup_identity (self, &name_bytes);

  return draw_line (self, canvas, text, XB_RING_ROOM, y, look->label_size, look->label_size, PANGO_WEIGHT_NORMAL,
                    &canvas->faint);
}

static char *
dup_number_and_place (const XbRingPicture *self)
{
  const char *number = has_text (self->number) ? self->number : "";

  return has_text (self->place) ? g_strdup_printf ("%s  %s", number, self->place) : g_strdup (number);
}

/* One line of a phone that shows the name. */
static double
draw_known (const XbRingPicture *self,
            XbRingCanvas        *canvas,
            char                 line,
            double               y)
{
  const XbRingLook *look = xb_ring_look_get (self->handset);
  const char *number = has_text (self->number) ? self->number : "";
  gboolean large = look->number_size > look->name_size;
  g_autofree char *both = line == 'B' ? dup_number_and_place (self) : NULL;

  switch (line)
    {
    case 'A':
      return draw_face (self, canvas, y + 10) + 8;
    case 'R':
      draw_face (self, canvas, y);
      return y;
    case 'N':
      return draw_line (self, canvas, self->name, look->name_room, y + 4, look->name_size, look->name_least,
                        PANGO_WEIGHT_BOLD, &canvas->ink) + 4;
    case 'L':
      return has_text (self->label) ? draw_label (self, canvas, y + 5) + 5 : y;
    case 'B':
      return draw_small (self, canvas, both, y + 2, look->number_size) + 3;
    case 'C':
      return draw_identity (self, canvas, y + 2);
    case 'D':
      return draw_line (self, canvas, number, XB_RING_ROOM, y + 2, look->number_size, large ? 20 : 13,
                        large ? PANGO_WEIGHT_MEDIUM : PANGO_WEIGHT_NORMAL, large ? &canvas->ink : &canvas->faint);
    case 'P':
    default:
      return has_text (self->place) ? draw_small (self, canvas, self->place, y + 3, 14) : y;
    }
}

/* The number in the place of the name, and whatever crowds say about it. */
static double
draw_unknown (const XbRingPicture *self,
              XbRingCanvas        *canvas,
              double               y)
{
  const XbRingLook *look = xb_ring_look_get (self->handset);
  const char *number = has_text (self->number) ? self->number : "";

  y = draw_line (self, canvas, number, XB_RING_ROOM, y + 4, MAX (look->name_size, look->number_size), 18,
                 PANGO_WEIGHT_BOLD, &canvas->ink);
  if (has_text (self->place))
    y = draw_small (self, canvas, self->place, y + 3, 14);
  if (xb_ring_picture_has_mark (self))
    return draw_mark (self, canvas, y + 12) + 4;
  return draw_small (self, canvas, _("no name shown"), y + 8, 15) + 4;
}

void
xb_ring_draw_caller (const XbRingPicture *self,
                     XbRingCanvas        *canvas)
{
  const XbRingLook *look = xb_ring_look_get (self->handset);
  double y = look->top;

  draw_small (self, canvas, _("Incoming call"), y - 24, 13);
  if (xb_ring_picture_shows_name (self))
    {
      for (const char *line = look->lines; *line != '\0'; line++)
        y = draw_known (self, canvas, *line, y);
      return;
    }
  if (look->lines[0] == 'A')
    y = draw_face (self, canvas, y + 10) + 8;
  else if (look->lines[0] == 'R')
    y = draw_face (self, canvas, y - 8);
  y = draw_unknown (self, canvas, y);
  if (strpbrk (look->lines, "AR") != look->lines && look->picture > 0)
    draw_face (self, canvas, y + 14);
}
