/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xb-enums.h"

G_BEGIN_DECLS

#define XB_RING_PICTURE_WIDTH 270.0
#define XB_RING_PICTURE_HEIGHT 520.0

/**
 * XbRingPicture:
 * @widget: whose font it is drawn with
 * @logo: (nullable): the logo; without one the first character of @name
 * @shown: whether the handset shows the name
 *
 * What is on the ringing phone.
 */
typedef struct
{
  GtkWidget    *widget;
  char         *name;
  char         *label;
  char         *number;
  char         *place;
  GdkPaintable *logo;
  XbHandset     handset;
  gboolean      shown;
} XbRingPicture;

gboolean xb_ring_picture_shows_name (const XbRingPicture *self);
void     xb_ring_picture_snapshot   (const XbRingPicture *self,
                                     GtkSnapshot         *snapshot,
                                     int                  width,
                                     int                  height);

G_END_DECLS
