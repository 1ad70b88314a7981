/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xb-ring-picture.h"

G_BEGIN_DECLS

#define XB_TYPE_RING_PHONE (xb_ring_phone_get_type ())
G_DECLARE_FINAL_TYPE (XbRingPhone, xb_ring_phone, XB, RING_PHONE, GtkWidget)

GtkWidget *xb_ring_phone_new             (void);
void       xb_ring_phone_set_handset     (XbRingPhone  *self,
                                          XbHandset     handset);
void       xb_ring_phone_set_name        (XbRingPhone  *self,
                                          const char   *name);
void       xb_ring_phone_set_label       (XbRingPhone  *self,
                                          const char   *label);
void       xb_ring_phone_set_number      (XbRingPhone  *self,
                                          const char   *number);
void       xb_ring_phone_set_place       (XbRingPhone  *self,
                                          const char   *place);
void       xb_ring_phone_set_logo        (XbRingPhone  *self,
                                          GdkPaintable *logo);
void       xb_ring_phone_set_shown       (XbRingPhone  *self,
                                          gboolean      shown);
void       xb_ring_phone_set_mark        (XbRingPhone  *self,
                                          const char   *mark);
void       xb_ring_phone_set_scheme      (XbRingPhone  *self,
                                          XbRingScheme  scheme);
void       xb_ring_phone_set_cut         (XbRingPhone  *self,
                                          int           most,
                                          gboolean      wide);
void       xb_ring_phone_set_natural_width (XbRingPhone *self,
                                          int           width);
const XbRingPicture *xb_ring_phone_get_picture (XbRingPhone *self);
char      *xb_ring_phone_dup_description (XbRingPhone  *self);

G_END_DECLS
