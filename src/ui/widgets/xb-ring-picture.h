/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xb-enums.h"

G_BEGIN_DECLS

#define XB_RING_PICTURE_WIDTH 270.0
#define XB_RING_PICTURE_HEIGHT 520.0

/* Light or dark screens: as the desktop is, or as one wants to look at them. */
typedef enum
{
  XB_RING_SCHEME_FOLLOW,
  XB_RING_SCHEME_LIGHT,
  XB_RING_SCHEME_DARK,
} XbRingScheme;

/**
 * XbRingPicture:
 * @widget: whose font it is drawn with
 * @mark: (nullable): what crowds mark the number as
 * @logo: (nullable): the logo; without one the first character of @name
 * @label_most: where the label is cut off, in the platform's way of counting; 0: unknown
 * @label_wide: that way counts a Chinese character as 2
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
  char         *mark;
  GdkPaintable *logo;
  XbHandset     handset;
  XbRingScheme  scheme;
  int           label_most;
  gboolean      label_wide;
  gboolean      shown;
} XbRingPicture;

gboolean xb_ring_picture_shows_name      (const XbRingPicture *self);
gboolean xb_ring_picture_has_mark        (const XbRingPicture *self);
int      xb_ring_picture_get_label_shown (const XbRingPicture *self);
int      xb_ring_picture_get_name_shown  (const XbRingPicture *self);
void     xb_ring_picture_snapshot        (const XbRingPicture *self,
                                          GtkSnapshot         *snapshot,
                                          int                  width,
                                          int                  height);

G_END_DECLS
