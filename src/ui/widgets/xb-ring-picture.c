/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "xb-platform.h"
#include "xb-ring-picture-private.h"

#define WIDTH XB_RING_PICTURE_WIDTH
#define HEIGHT XB_RING_PICTURE_HEIGHT
#define BEZEL XB_RING_BEZEL

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

/** xb_ring_picture_has_mark: Returns: whether the callee sees a crowd's mark; a certified name is shown before it */
gboolean
xb_ring_picture_has_mark (const XbRingPicture *self)
{
  return has_text (self->mark) && !xb_ring_picture_shows_name (self);
}

void
xb_ring_fill_rounded (XbRingCanvas  *canvas,
                      double         x,
                      double         y,
                      double         width,
                      double         height,
                      double         radius,
                      const GdkRGBA *colour)
{
  graphene_rect_t box = GRAPHENE_RECT_INIT (x, y, width, height);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &box, radius);
  gtk_snapshot_push_rounded_clip (canvas->snapshot, &outline);
  gtk_snapshot_append_color (canvas->snapshot, colour, &box);
  gtk_snapshot_pop (canvas->snapshot);
}

void
xb_ring_draw_layout (XbRingCanvas  *canvas,
                     PangoLayout   *layout,
                     double         x,
                     double         y,
                     const GdkRGBA *colour)
{
  gtk_snapshot_save (canvas->snapshot);
  gtk_snapshot_translate (canvas->snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (canvas->snapshot, layout, colour);
  gtk_snapshot_restore (canvas->snapshot);
}

PangoLayout *
xb_ring_make_line (const XbRingPicture *self,
                   const char          *text,
                   double               size,
                   int                  weight)
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

static int
get_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/**
 * xb_ring_fit_line:
 * @n_shown: (out) (nullable): how many characters of @text are left
 *
 * Phones set a long line a little smaller, then cut it. The cut is made here and not by Pango, so that the
 * number of characters that a callee still sees is known.
 */
PangoLayout *
xb_ring_fit_line (const XbRingPicture *self,
                  const char          *text,
                  double               room,
                  double               size,
                  double               least,
                  int                  weight,
                  int                 *n_shown)
{
  PangoLayout *layout = xb_ring_make_line (self, text, size, weight);
  int n = g_utf8_strlen (text, -1);

  while (get_width (layout) > room && size > least)
    {
      g_object_unref (layout);
      size -= 1;
      layout = xb_ring_make_line (self, text, size, weight);
    }
  if (get_width (layout) > room && n > 1)
    {
      int fits = 0, too_long = n; /* the longest beginning that fits with its dots */

      while (too_long - fits > 1)
        {
          int middle = fits + (too_long - fits) / 2;
          g_autofree char *part = g_utf8_substring (text, 0, middle);
          g_autofree char *cut = g_strconcat (part, "…", NULL);

          pango_layout_set_text (layout, cut, -1);
          if (get_width (layout) > room)
            too_long = middle;
          else
            fits = middle;
        }
      n = MAX (fits, 1);
      {
        g_autofree char *part = g_utf8_substring (text, 0, n);
        g_autofree char *cut = g_strconcat (part, "…", NULL);

        pango_layout_set_text (layout, cut, -1);
      }
    }
  if (n_shown != NULL)
    *n_shown = n;
  return layout;
}

/* How much of the label the platform lets through. */
static int
count_passed (const XbRingPicture *self)
{
  const char *end = self->label;
  int n = 0;

  if (!has_text (self->label))
    return 0;
  for (; *end != '\0'; end = g_utf8_next_char (end), n++)
    {
      g_autofree char *part = g_strndup (self->label, g_utf8_next_char (end) - self->label);

      if (self->label_most > 0 && xb_platform_measure_text (part, self->label_wide) > self->label_most)
        break;
    }
  return n;
}

static char *
dup_passed (const XbRingPicture *self)
{
  int n = count_passed (self);
  g_autofree char *part = n > 0 ? g_utf8_substring (self->label, 0, n) : g_strdup ("");

  return n < (has_text (self->label) ? g_utf8_strlen (self->label, -1) : 0) ? g_strconcat (part, "…", NULL)
                                                                            : g_steal_pointer (&part);
}

/**
 * xb_ring_dup_identity:
 * @name_bytes: (out): how much of it is the name
 *
 * Returns: (transfer full): name and label as they stand where both share a line
 */
char *
xb_ring_dup_identity (const XbRingPicture *self,
                      gsize               *name_bytes)
{
  g_autofree char *label = dup_passed (self);

  *name_bytes = strlen (self->name);
  return *label != '\0' ? g_strdup_printf ("%s · %s", self->name, label) : g_strdup (self->name);
}

/**
 * xb_ring_picture_get_label_shown:
 *
 * Returns: how many characters of the label the callee sees: all, or those before the platform's or the
 *   screen's cut
 */
int
xb_ring_picture_get_label_shown (const XbRingPicture *self)
{
  const XbRingLook *look = xb_ring_look_get (self->handset);
  g_autoptr(PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  int passed = count_passed (self), shown;
  gsize name_bytes = 0;

  if (!xb_ring_picture_shows_name (self) || passed == 0)
    return 0;
  if (strchr (look->lines, 'C') != NULL)
    {
      text = xb_ring_dup_identity (self, &name_bytes);
      layout = xb_ring_fit_line (self, text, look->label_room, look->label_size, look->label_size,
                                 PANGO_WEIGHT_NORMAL, &shown);
      return CLAMP (shown - (int) g_utf8_strlen (text, name_bytes) - 3, 0, passed);
    }
  text = dup_passed (self);
  layout = xb_ring_fit_line (self, text, look->label_room, look->label_size, look->label_size - 1,
                             PANGO_WEIGHT_MEDIUM, &shown);
  return MIN (shown, passed);
}

/** xb_ring_picture_get_name_shown: Returns: how many characters of the name the callee sees */
int
xb_ring_picture_get_name_shown (const XbRingPicture *self)
{
  const XbRingLook *look = xb_ring_look_get (self->handset);
  g_autoptr(PangoLayout) layout = NULL;
  int shown = 0;

  if (!xb_ring_picture_shows_name (self))
    return 0;
  layout = xb_ring_fit_line (self, self->name, look->name_room, look->name_size, look->name_least,
                             PANGO_WEIGHT_BOLD, &shown);
  return shown;
}

static XbRingCanvas
prepare (const XbRingPicture *self,
         GtkSnapshot         *snapshot)
{
  const XbRingLook *look = xb_ring_look_get (self->handset);
  gboolean dark = self->scheme == XB_RING_SCHEME_FOLLOW ? adw_style_manager_get_dark (adw_style_manager_get_default ())
                                                        : self->scheme == XB_RING_SCHEME_DARK;
  XbRingCanvas canvas = { .snapshot = snapshot, .dark = dark };

  gtk_hsv_to_rgb (look->hue, look->saturation * (dark ? 1.1f : 0.35f), dark ? 0.30f : 0.99f,
                  &canvas.top.red, &canvas.top.green, &canvas.top.blue);
  gtk_hsv_to_rgb (look->hue, look->saturation * (dark ? 1.2f : 0.75f), dark ? 0.13f : 0.88f,
                  &canvas.bottom.red, &canvas.bottom.green, &canvas.bottom.blue);
  canvas.top.alpha = canvas.bottom.alpha = 1;
  canvas.ink = dark ? (GdkRGBA) { 1, 1, 1, 1 } : (GdkRGBA) { 0.08f, 0.09f, 0.12f, 1 };
  canvas.faint = canvas.ink;
  canvas.faint.alpha = dark ? 0.72f : 0.66f;
  return canvas;
}

static void
draw_body (const XbRingPicture *self,
           XbRingCanvas        *canvas)
{
  static const GdkRGBA shell = { 0.11f, 0.11f, 0.12f, 1 };
  static const GdkRGBA rim = { 0.45f, 0.46f, 0.48f, 1 };
  const XbRingLook *look = xb_ring_look_get (self->handset);
  graphene_rect_t screen = GRAPHENE_RECT_INIT (BEZEL, BEZEL, WIDTH - 2 * BEZEL, HEIGHT - 2 * BEZEL);
  GskColorStop stops[] = { { 0, canvas->top }, { 1, canvas->bottom } };
  GskRoundedRect outline;

  xb_ring_fill_rounded (canvas, 0, 0, WIDTH, HEIGHT, look->corner, &rim);
  xb_ring_fill_rounded (canvas, 1.5, 1.5, WIDTH - 3, HEIGHT - 3, look->corner - 1.5, &shell);
  gsk_rounded_rect_init_from_rect (&outline, &screen, look->corner - BEZEL);
  gtk_snapshot_push_rounded_clip (canvas->snapshot, &outline);
  gtk_snapshot_append_linear_gradient (canvas->snapshot, &screen, &GRAPHENE_POINT_INIT (0, 0),
                                       &GRAPHENE_POINT_INIT (WIDTH * 0.4f, HEIGHT), stops, G_N_ELEMENTS (stops));
  gtk_snapshot_pop (canvas->snapshot);
  switch (look->camera)
    {
    case XB_RING_CAMERA_WIDE:
      xb_ring_fill_rounded (canvas, WIDTH / 2 - 32, 17, 64, 17, 8.5, &shell);
      break;
    case XB_RING_CAMERA_LEFT:
      xb_ring_fill_rounded (canvas, 30, 19, 12, 12, 6, &shell);
      break;
    case XB_RING_CAMERA_MIDDLE:
    default:
      xb_ring_fill_rounded (canvas, WIDTH / 2 - 6, 19, 12, 12, 6, &shell);
    }
}

/** xb_ring_picture_snapshot: draws @self in the middle of @width × @height */
void
xb_ring_picture_snapshot (const XbRingPicture *self,
                          GtkSnapshot         *snapshot,
                          int                  width,
                          int                  height)
{
  const double scale = MIN (width / WIDTH, height / HEIGHT);
  XbRingCanvas canvas = prepare (self, snapshot);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((width - WIDTH * scale) / 2, (height - HEIGHT * scale) / 2));
  gtk_snapshot_scale (snapshot, scale, scale);
  draw_body (self, &canvas);
  xb_ring_draw_caller (self, &canvas);
  xb_ring_draw_answer (self, &canvas);
  gtk_snapshot_restore (snapshot);
}
