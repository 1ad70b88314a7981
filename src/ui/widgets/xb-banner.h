/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define XB_TYPE_BANNER (xb_banner_get_type ())
G_DECLARE_FINAL_TYPE (XbBanner, xb_banner, XB, BANNER, GtkWidget)

GtkWidget *xb_banner_new          (void);
void       xb_banner_set_title    (XbBanner   *self,
                                   const char *title);
void       xb_banner_set_button   (XbBanner   *self,
                                   const char *label,
                                   const char *action_name);
void       xb_banner_set_revealed (XbBanner   *self,
                                   gboolean    revealed);
gboolean   xb_banner_get_revealed (XbBanner   *self);

G_END_DECLS
