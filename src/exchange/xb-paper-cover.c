/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-input.h"
#include "xb-paper-private.h"
#include "xb-picture.h"
#include "xb-raster.h"

/* The first page: whose report it is, of which time. */

#define LOGO 64.0
#define LOGO_PIXELS 512
#define NAMES 118.0
#define LINES_MOST 3 /* of a name, however long */

static cairo_surface_t *
read_logo (const char   *path,
           GCancellable *cancellable)
{
  g_autoptr(GBytes) bytes = xb_input_read (path, XB_INPUT_LIMIT, cancellable, NULL);
  const char *media_type = bytes != NULL ? xb_picture_sniff (bytes) : NULL;
  g_autoptr(GdkPixbuf) pixbuf = NULL;

  if (media_type != NULL)
    pixbuf = xb_picture_decode (bytes, media_type, path, LOGO_PIXELS, NULL, NULL, cancellable, NULL);
  return pixbuf != NULL ? xb_raster_from_pixbuf (pixbuf) : NULL;
}

/* A logo that cannot be read is left out: the report is worth something without it. */
static void
draw_logo (XbPaperPage *page,
           const char  *path,
           double       y)
{
  g_autoptr(cairo_surface_t) surface = page->dry || path == NULL ? NULL : read_logo (path, page->cancellable);
  double width, height, scale;

  if (surface == NULL)
    return;
  width = cairo_image_surface_get_width (surface);
  height = cairo_image_surface_get_height (surface);
  scale = MIN (2 * LOGO / width, LOGO / height);
  cairo_save (page->cr);
  cairo_translate (page->cr, XB_PAPER_LEFT, y + LOGO - height * scale);
  cairo_scale (page->cr, scale, scale);
  cairo_set_source_surface (page->cr, surface, 0, 0);
  cairo_paint (page->cr);
  cairo_restore (page->cr);
  xb_paper_ink (page, XB_PAPER_INK);
}

static double
draw_words (XbPaperPage *page,
            double       size,
            PangoWeight  weight,
            XbPaperInk   ink,
            double       y,
            const char  *text)
{
  g_autoptr(PangoLayout) layout = xb_paper_make_text (page, size, weight, XB_PAPER_INNER, text);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -LINES_MOST);
  xb_paper_ink (page, ink);
  y += xb_paper_put (page, layout, XB_PAPER_LEFT, y);
  xb_paper_ink (page, XB_PAPER_INK);
  return y;
}

/* From the bottom up, however many there are. */
static void
draw_facts (XbPaperPage     *page,
            const GPtrArray *facts)
{
  double height = 0, y;

  for (guint pass = 0; pass < 2; pass++)
    {
      y = XB_PAPER_BOTTOM - height;
      if (pass > 0 && facts->len > 0)
        xb_paper_rule (page, XB_PAPER_HAIR, XB_PAPER_LEFT, y - 14, XB_PAPER_INNER, 0.6);
      for (guint i = 0; i + 1 < facts->len; i += 2)
        {
          g_autoptr(PangoLayout) name = xb_paper_make_text (page, XB_PAPER_SIZE_BODY, PANGO_WEIGHT_NORMAL, NAMES - 10,
                                                            g_ptr_array_index (facts, i));
          g_autoptr(PangoLayout) value = xb_paper_make_text (page, XB_PAPER_SIZE_BODY, PANGO_WEIGHT_NORMAL,
                                                             XB_PAPER_INNER - NAMES, g_ptr_array_index (facts, i + 1));

          if (pass > 0)
            {
              xb_paper_ink (page, XB_PAPER_SOFT);
              xb_paper_put (page, name, XB_PAPER_LEFT, y);
              xb_paper_ink (page, XB_PAPER_INK);
              xb_paper_put (page, value, XB_PAPER_LEFT + NAMES, y);
            }
          y += MAX (xb_paper_height_of (name), xb_paper_height_of (value)) + 5;
        }
      height = y - XB_PAPER_BOTTOM;
    }
}

void
xb_paper_draw_cover (XbPaperPage        *page,
                     const XbPaperCover *cover)
{
  double y = 250;

  draw_logo (page, cover->logo, 100);
  draw_words (page, 13, PANGO_WEIGHT_MEDIUM, XB_PAPER_INK, 100 + LOGO + 12, cover->business);
  xb_paper_rule (page, XB_PAPER_ACCENT, XB_PAPER_LEFT, y, 44, 4);
  y = draw_words (page, 32, PANGO_WEIGHT_BOLD, XB_PAPER_INK, y + 22, cover->title);
  y = draw_words (page, 20, PANGO_WEIGHT_NORMAL, XB_PAPER_ACCENT, y + 12, cover->period);
  draw_words (page, 11, PANGO_WEIGHT_NORMAL, XB_PAPER_SOFT, y + 8, cover->days);
  draw_facts (page, cover->facts);
}
