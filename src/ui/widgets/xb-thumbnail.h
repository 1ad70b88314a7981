/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define XB_TYPE_THUMBNAIL (xb_thumbnail_get_type ())
G_DECLARE_FINAL_TYPE (XbThumbnail, xb_thumbnail, XB, THUMBNAIL, GtkWidget)

GtkWidget *xb_thumbnail_new       (void);
void       xb_thumbnail_show_file (XbThumbnail *self,
                                   const char  *path);
gboolean   xb_thumbnail_is_loaded (XbThumbnail *self);

G_END_DECLS
