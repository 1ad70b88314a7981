/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_COPY (xb_copy_get_type ())
G_DECLARE_FINAL_TYPE (XbCopy, xb_copy, XB, COPY, XbRecord)

gint64           xb_copy_get_material_id   (XbCopy *self);
const char      *xb_copy_get_material_name (XbCopy *self);
XbMaterialType   xb_copy_get_kind          (XbCopy *self);
const char      *xb_copy_get_platform      (XbCopy *self);
gint64           xb_copy_get_filing_id     (XbCopy *self);
gint64           xb_copy_get_made_at       (XbCopy *self);
gint64           xb_copy_get_sent_at       (XbCopy *self);
const char      *xb_copy_get_file_name     (XbCopy *self);
const char      *xb_copy_get_sha256        (XbCopy *self);
const char      *xb_copy_get_watermark     (XbCopy *self);

G_END_DECLS
