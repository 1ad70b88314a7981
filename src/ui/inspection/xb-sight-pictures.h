/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xb-matrix-sight.h"

G_BEGIN_DECLS

/* What a phone was seen to show, as a picture: a mark and a few words. */
typedef struct _XbSightPictures XbSightPictures;

XbSightPictures *xb_sight_pictures_new       (GtkWidget           *widget);
void             xb_sight_pictures_free      (XbSightPictures     *self);
void             xb_sight_pictures_forget    (XbSightPictures     *self);
GdkTexture      *xb_sight_pictures_find      (XbSightPictures     *self,
                                              const XbMatrixSight *sight);
int              xb_sight_pictures_get_width (XbSightPictures     *self);
char            *xb_sight_dup_text           (const XbMatrixSight *sight);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbSightPictures, xb_sight_pictures_free)

G_END_DECLS
