/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_NUMBER (xb_number_get_type ())
G_DECLARE_FINAL_TYPE (XbNumber, xb_number, XB, NUMBER, XbRecord)

const char  *xb_number_get_e164           (XbNumber *self);
const char  *xb_number_get_national       (XbNumber *self);
const char  *xb_number_get_kind           (XbNumber *self);
const char  *xb_number_get_use            (XbNumber *self);
const char  *xb_number_get_hours          (XbNumber *self);
XbHealth     xb_number_get_health         (XbNumber *self);
const char  *xb_number_get_shown          (XbNumber *self);
gint64       xb_number_get_certifications (XbNumber *self);
gint64       xb_number_get_live           (XbNumber *self);

G_END_DECLS
