/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-raster.h"

/* Between gdk-pixbuf (bytes R, G, B, A) and cairo (one native word a pixel, colours multiplied by alpha).
 * GDK has these too, but nothing below the windows links it. */

static guint32
multiplied (guint colour,
            guint alpha)
{
  return (colour * alpha + 127) / 255;
}

/**
 * xb_raster_from_pixbuf:
 * @pixbuf: a picture
 *
 * Returns: (transfer full): its pixels as an image surface, ARGB32 or RGB24; its status tells of too little memory
 */
cairo_surface_t *
xb_raster_from_pixbuf (GdkPixbuf *pixbuf)
{
  gboolean alpha = gdk_pixbuf_get_has_alpha (pixbuf);
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  int channels = gdk_pixbuf_get_n_channels (pixbuf);
  const guint8 *pixels = gdk_pixbuf_read_pixels (pixbuf);
  cairo_surface_t *surface;

  surface = cairo_image_surface_create (alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, height);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    return surface;
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      const guint8 *from = pixels + (gsize) y * gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *to = (guint32 *) (void *) (cairo_image_surface_get_data (surface) +
                                          (gsize) y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++, from += channels)
        {
          guint a = alpha ? from[3] : 255;

          to[x] = a << 24 | multiplied (from[0], a) << 16 | multiplied (from[1], a) << 8 | multiplied (from[2], a);
        }
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

/**
 * xb_raster_to_pixbuf:
 * @surface: an opaque image surface
 *
 * Returns: (transfer full) (nullable): its colours; %NULL: too little memory
 */
GdkPixbuf *
xb_raster_to_pixbuf (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);

  if (pixbuf == NULL)
    return NULL;
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      const guint32 *from = (const guint32 *) (const void *) (cairo_image_surface_get_data (surface) +
                                                              (gsize) y * cairo_image_surface_get_stride (surface));
      guint8 *to = gdk_pixbuf_get_pixels (pixbuf) + (gsize) y * gdk_pixbuf_get_rowstride (pixbuf);

      for (int x = 0; x < width; x++)
        {
          *to++ = from[x] >> 16;
          *to++ = from[x] >> 8;
          *to++ = from[x];
        }
    }
  return pixbuf;
}
