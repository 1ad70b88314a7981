/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_BRAND (xb_brand_get_type ())
G_DECLARE_FINAL_TYPE (XbBrand, xb_brand, XB, BRAND, XbRecord)

const char  *xb_brand_get_name       (XbBrand *self);
gboolean     xb_brand_get_registered (XbBrand *self);
const char  *xb_brand_get_mark_no    (XbBrand *self);
const char  *xb_brand_get_expires    (XbBrand *self);

G_END_DECLS
