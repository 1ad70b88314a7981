/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_INSPECTION_PHOTO (xb_inspection_photo_get_type ())
G_DECLARE_FINAL_TYPE (XbInspectionPhoto, xb_inspection_photo, XB, INSPECTION_PHOTO, XbRecord)

gint64       xb_inspection_photo_get_item_id (XbInspectionPhoto *self);
const char  *xb_inspection_photo_get_sha256  (XbInspectionPhoto *self);
const char  *xb_inspection_photo_get_name    (XbInspectionPhoto *self);
gint64       xb_inspection_photo_get_at      (XbInspectionPhoto *self);

G_END_DECLS
