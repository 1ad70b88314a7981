/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_NDA (xb_nda_get_type ())
G_DECLARE_FINAL_TYPE (XbNda, xb_nda, XB, NDA, XbRecord)

const char  *xb_nda_get_platform    (XbNda *self);
const char  *xb_nda_get_signed_on (XbNda *self);
const char  *xb_nda_get_expires     (XbNda *self);
gint64       xb_nda_get_material_id (XbNda *self);

G_END_DECLS
