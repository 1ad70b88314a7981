/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define XB_TYPE_PHOTO_FRAME (xb_photo_frame_get_type ())
G_DECLARE_FINAL_TYPE (XbPhotoFrame, xb_photo_frame, XB, PHOTO_FRAME, GtkWidget)

GtkWidget *xb_photo_frame_new       (void);
void       xb_photo_frame_show_file (XbPhotoFrame *self,
                                     const char   *path,
                                     const char   *name);
void       xb_photo_frame_set_invites (XbPhotoFrame *self,
                                       gboolean      invites);
gboolean   xb_photo_frame_is_loaded (XbPhotoFrame *self);

G_END_DECLS
