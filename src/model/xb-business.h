/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_BUSINESS (xb_business_get_type ())
G_DECLARE_FINAL_TYPE (XbBusiness, xb_business, XB, BUSINESS, XbRecord)

const char      *xb_business_get_name            (XbBusiness *self);
const char      *xb_business_get_uscc            (XbBusiness *self);
XbBusinessKind   xb_business_get_kind            (XbBusiness *self);
const char      *xb_business_get_address         (XbBusiness *self);
const char      *xb_business_get_industry        (XbBusiness *self);
const char      *xb_business_get_contact         (XbBusiness *self);
const char      *xb_business_get_contact_phone   (XbBusiness *self);
const char      *xb_business_get_licence_expires (XbBusiness *self);
const char      *xb_business_get_handsets        (XbBusiness *self);
const char      *xb_business_get_hours           (XbBusiness *self);

G_END_DECLS
