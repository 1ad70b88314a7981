/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads a picture off the main thread, upright, its longer side at most @side pixels. @source: a GObject */
void       xb_photo_load_async  (gpointer             source,
                                 const char          *path,
                                 int                  side,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
/* Returns: (transfer full) (nullable): %NULL where it cannot be read, or is not wanted any more */
GdkPixbuf *xb_photo_load_finish (GAsyncResult        *result);

G_END_DECLS
