/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_COST (xb_cost_get_type ())
G_DECLARE_FINAL_TYPE (XbCost, xb_cost, XB, COST, XbRecord)

gint64           xb_cost_get_amount           (XbCost *self);
gint64           xb_cost_get_amount_min       (XbCost *self);
gboolean         xb_cost_get_indicative       (XbCost *self);
XbCostCategory   xb_cost_get_category         (XbCost *self);
const char      *xb_cost_get_on_date          (XbCost *self);
gint64           xb_cost_get_number_id        (XbCost *self);
const char      *xb_cost_get_number           (XbCost *self);
const char      *xb_cost_get_platform         (XbCost *self);
gint64           xb_cost_get_certification_id (XbCost *self);
const char      *xb_cost_get_note             (XbCost *self);

const char      *xb_cost_category_get_title   (XbCostCategory category);

G_END_DECLS
