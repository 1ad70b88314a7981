/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* A decoded picture takes up to four bytes a pixel: 400 MB. Cameras of phones end well below. */
#define XB_PICTURE_PIXELS (100 * 1000 * 1000)

const char *xb_picture_sniff       (GBytes       *bytes);
const char *xb_picture_extension   (const char   *media_type);
gboolean    xb_picture_is_complete (GBytes       *bytes,
                                    const char   *media_type);
gboolean    xb_picture_is_several  (GBytes       *bytes,
                                    const char   *media_type);
GdkPixbuf  *xb_picture_decode      (GBytes       *bytes,
                                    const char   *media_type,
                                    const char   *name,
                                    int           max_side,
                                    int          *width,
                                    int          *height,
                                    GCancellable *cancellable,
                                    GError      **error);

G_END_DECLS
