/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "xb-input.h"
#include "xb-inspection-card.h"
#include "xb-picture.h"
#include "xb-raster.h"
#include "xb-typeset.h"

#define LOGO 44.0
#define LOGO_PIXELS 192
#define CORNER 8.0
#define SIDE 10.0 /* left free at both sides of the words */

struct _XbInspectionCard
{
  char            *caption;
  char            *name;
  char            *number;
  char            *label;
  char            *logo_path; /* (nullable) */
  cairo_surface_t *logo;      /* (nullable): read when the card is first drawn */
};

/**
 * xb_inspection_card_new:
 * @name: (nullable): of the caller
 * @number: (nullable): as people say it
 * @label: (nullable)
 * @logo: (nullable): the file of its picture
 *
 * Returns: (transfer full)
 */
XbInspectionCard *
xb_inspection_card_new (const char *caption,
                        const char *name,
                        const char *number,
                        const char *label,
                        const char *logo)
{
  XbInspectionCard *self = g_new0 (XbInspectionCard, 1);

  self->caption = xb_typeset_line (caption);
  self->name = xb_typeset_line (name != NULL ? name : "");
  self->number = xb_typeset_line (number != NULL ? number : "");
  self->label = xb_typeset_line (label != NULL ? label : "");
  self->logo_path = g_strdup (logo);
  return self;
}

void
xb_inspection_card_free (XbInspectionCard *self)
{
  if (self == NULL)
    return;
  g_free (self->caption);
  g_free (self->name);
  g_free (self->number);
  g_free (self->label);
  g_free (self->logo_path);
  g_clear_pointer (&self->logo, cairo_surface_destroy);
  g_free (self);
}

/* A logo that cannot be read is left out: the words stand for themselves. */
static void
read_logo (XbInspectionCard *self,
           GCancellable     *cancellable)
{
  g_autofree char *path = g_steal_pointer (&self->logo_path);
  g_autoptr(GBytes) bytes = path != NULL ? xb_input_read (path, XB_INPUT_LIMIT, cancellable, NULL) : NULL;
  const char *media_type = bytes != NULL ? xb_picture_sniff (bytes) : NULL;
  g_autoptr(GdkPixbuf) pixbuf = NULL;

  if (media_type != NULL)
    pixbuf = xb_picture_decode (bytes, media_type, path, LOGO_PIXELS, NULL, NULL, cancellable, NULL);
  if (pixbuf != NULL)
    self->logo = xb_raster_from_pixbuf (pixbuf);
}

static void
rounded (cairo_t *cr,
         double   x,
         double   y,
         double   width,
         double   height,
         double   corner)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - corner, y + corner, corner, -G_PI_2, 0);
  cairo_arc (cr, x + width - corner, y + height - corner, corner, 0, G_PI_2);
  cairo_arc (cr, x + corner, y + height - corner, corner, G_PI_2, G_PI);
  cairo_arc (cr, x + corner, y + corner, corner, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_logo (XbInspectionCard *self,
           cairo_t          *cr,
           double            middle,
           double            y)
{
  double width = cairo_image_surface_get_width (self->logo), height = cairo_image_surface_get_height (self->logo);
  double scale = LOGO / MIN (width, height); /* fills the circle, as phones do */

  cairo_save (cr);
  cairo_arc (cr, middle, y + LOGO / 2, LOGO / 2, 0, 2 * G_PI);
  cairo_clip (cr);
  cairo_translate (cr, middle - width * scale / 2, y + (LOGO - height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, self->logo, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}

/* Returns: (transfer full): the words in one line, in the middle of @width */
static PangoLayout *
set_line (cairo_t     *cr,
          double       width,
          double       size,
          PangoWeight  weight,
          const char  *text)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  g_autoptr(PangoFontDescription) font = pango_font_description_from_string (XB_SERIF);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* Returns: where the next line goes */
static double
draw_line (cairo_t     *cr,
           double       x,
           double       y,
           double       width,
           double       size,
           PangoWeight  weight,
           double       grey,
           const char  *text)
{
  g_autoptr(PangoLayout) layout = set_line (cr, width, size, weight, text);
  int height;

  if (*text == '\0')
    return y;
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return y + height + 3;
}

static void
draw_label (XbInspectionCard *self,
            cairo_t          *cr,
            double            x,
            double            y,
            double            width)
{
  g_autoptr(PangoLayout) layout = set_line (cr, width - 16, 9.5, PANGO_WEIGHT_NORMAL, self->label);
  PangoRectangle ink, words;

  if (*self->label == '\0')
    return;
  pango_layout_get_pixel_extents (layout, &ink, &words);
  cairo_set_source_rgb (cr, 0.86, 0.88, 0.91);
  rounded (cr, x + 8 + words.x - 8, y, words.width + 16, words.height + 6, (words.height + 6) / 2.0);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.15, 0.15, 0.17);
  cairo_move_to (cr, x + 8, y + 3);
  pango_cairo_show_layout (cr, layout);
}

/** xb_inspection_card_draw: at @x and where @sheet stands, which it leaves there */
void
xb_inspection_card_draw (XbInspectionCard *self,
                         XbSheet          *sheet,
                         double            x,
                         double            width,
                         double            height,
                         GCancellable     *cancellable)
{
  cairo_t *cr = sheet->cr;
  double inner = width - 2 * SIDE, y = sheet->y + 8;

  read_logo (self, cancellable);
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0.95, 0.96, 0.97);
  rounded (cr, x, sheet->y, width, height, CORNER);
  cairo_fill (cr);
  y = draw_line (cr, x + SIDE, y, inner, 8.5, PANGO_WEIGHT_NORMAL, 0.42, self->caption) + 10;
  if (self->logo != NULL)
    {
      draw_logo (self, cr, x + width / 2, y);
      y += LOGO + 10;
    }
  y = draw_line (cr, x + SIDE, y, inner, 14, PANGO_WEIGHT_BOLD, 0.08, self->name);
  y = draw_line (cr, x + SIDE, y, inner, 9.5, PANGO_WEIGHT_NORMAL, 0.35, self->number) + 4;
  draw_label (self, cr, x + SIDE, y, inner);
  cairo_restore (cr);
}
