/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-records.h"

G_BEGIN_DECLS

#define XB_TYPE_IDENTITY_MAP (xb_identity_map_get_type ())
G_DECLARE_FINAL_TYPE (XbIdentityMap, xb_identity_map, XB, IDENTITY_MAP, GObject)

XbIdentityMap *xb_identity_map_new        (GType          type);
gpointer       xb_identity_map_load       (XbIdentityMap *self,
                                           XbRows        *rows);
gpointer       xb_identity_map_lookup     (XbIdentityMap *self,
                                           gint64         id);
void           xb_identity_map_pin        (XbIdentityMap *self,
                                           gpointer       record);
GArray        *xb_identity_map_dup_pinned (XbIdentityMap *self);

G_END_DECLS
