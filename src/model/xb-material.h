/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_MATERIAL (xb_material_get_type ())
G_DECLARE_FINAL_TYPE (XbMaterial, xb_material, XB, MATERIAL, XbRecord)

const char      *xb_material_get_sha256     (XbMaterial *self);
const char      *xb_material_get_name       (XbMaterial *self);
XbMaterialType   xb_material_get_kind       (XbMaterial *self);
const char      *xb_material_get_media_type (XbMaterial *self);
gint64           xb_material_get_size       (XbMaterial *self);
gint64           xb_material_get_width      (XbMaterial *self);
gint64           xb_material_get_height     (XbMaterial *self);
gint64           xb_material_get_pages      (XbMaterial *self);
const char      *xb_material_get_expires    (XbMaterial *self);
gint64           xb_material_get_added_at   (XbMaterial *self);
gint64           xb_material_get_copies     (XbMaterial *self);

G_END_DECLS
