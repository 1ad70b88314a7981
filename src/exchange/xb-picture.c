/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "xb-error.h"
#include "xb-picture.h"

#define CHUNK (64 * 1024)

typedef struct
{
  int      max_side;
  int      width;
  int      height;
  gboolean too_big;
} Sizing;

/* Called with the dimensions before a pixel is decoded. */
static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  gpointer         user_data)
{
  Sizing *sizing = user_data;
  double scale;

  sizing->width = width;
  sizing->height = height;
  sizing->too_big = (gint64) width * height > XB_PICTURE_PIXELS;
  if (sizing->too_big)
    gdk_pixbuf_loader_set_size (loader, 0, 0); /* stops it */
  else if (sizing->max_side > 0 && MAX (width, height) > sizing->max_side)
    {
      scale = (double) sizing->max_side / MAX (width, height);
      gdk_pixbuf_loader_set_size (loader, MAX (1, width * scale), MAX (1, height * scale));
    }
}

static const char *
loader_name (const char *media_type)
{
  return media_type + strlen ("image/");
}

/* Of the loaders that gdk-pixbuf may have, only the one that the content asks for is used. */
static GdkPixbufLoader *
new_loader (const char *media_type,
            const char *name,
            GError    **error)
{
  GdkPixbufLoader *loader = gdk_pixbuf_loader_new_with_type (loader_name (media_type), NULL);

  if (loader == NULL)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” is a %s picture, which this computer cannot open. Save it as JPEG and choose that."), name,
                 loader_name (media_type));
  return loader;
}

static gboolean
feed (GdkPixbufLoader *loader,
      GBytes          *bytes,
      const Sizing    *sizing,
      GCancellable    *cancellable,
      GError         **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize at = 0; at < size && !sizing->too_big; at += CHUNK)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !gdk_pixbuf_loader_write (loader, data + at, MIN (CHUNK, size - at), error))
      return FALSE;
  return TRUE;
}

static void
set_broken (GError    **error,
            const char *name)
{
  g_set_error (error, XB_ERROR, XB_ERROR_DAMAGED,
               _("“%s” is a damaged picture: it cannot be shown. Take the photo or the scan again."), name);
}

/**
 * xb_picture_decode:
 * @bytes: the content
 * @media_type: what xb_picture_sniff() said
 * @name: how messages call the picture
 * @max_side: longest side wanted, in pixels; 0: as it is
 * @width: (out) (optional): width as the viewer sees it, before @max_side
 * @height: (out) (optional): height as the viewer sees it
 * @cancellable: (nullable): to stop early
 *
 * Decodes every byte of a picture and turns it upright by its EXIF orientation.
 *
 * Returns: (transfer full): the picture, or %NULL with a sentence in @error
 */
GdkPixbuf *
xb_picture_decode (GBytes       *bytes,
                   const char   *media_type,
                   const char   *name,
                   int           max_side,
                   int          *width,
                   int          *height,
                   GCancellable *cancellable,
                   GError      **error)
{
  Sizing sizing = { .max_side = max_side };
  g_autoptr(GdkPixbufLoader) loader = NULL;
  g_autoptr(GdkPixbuf) upright = NULL;
  g_autoptr(GError) local = NULL;
  GdkPixbuf *pixbuf;
  gboolean fed, turned;

  if (!xb_picture_is_complete (bytes, media_type))
    {
      g_set_error (error, XB_ERROR, XB_ERROR_DAMAGED,
                   _("“%s” breaks off in the middle: the picture is not complete. Copy it again from where it came."),
                   name);
      return NULL;
    }
  loader = new_loader (media_type, name, error);
  if (loader == NULL)
    return NULL;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &sizing);
  fed = feed (loader, bytes, &sizing, cancellable, &local);
  /* Closing also decodes the rest; a loader must be closed whatever happened. */
  if (!gdk_pixbuf_loader_close (loader, fed ? &local : NULL))
    fed = FALSE;
  if (xb_error_is_cancelled (local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (sizing.too_big)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                   _("“%s” has %d × %d pixels, which is too many. Make it smaller or take a photo instead."), name,
                   sizing.width, sizing.height);
      return NULL;
    }
  pixbuf = fed ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;
  if (pixbuf != NULL)
    upright = gdk_pixbuf_apply_embedded_orientation (pixbuf);
  if (upright == NULL)
    {
      set_broken (error, name);
      return NULL;
    }

  turned = (gdk_pixbuf_get_width (pixbuf) > gdk_pixbuf_get_height (pixbuf)) !=
           (gdk_pixbuf_get_width (upright) > gdk_pixbuf_get_height (upright));
  if (width != NULL)
    *width = turned ? sizing.height : sizing.width;
  if (height != NULL)
    *height = turned ? sizing.width : sizing.height;
  return g_steal_pointer (&upright);
}
