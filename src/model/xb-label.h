/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_LABEL (xb_label_get_type ())
G_DECLARE_FINAL_TYPE (XbLabel, xb_label, XB, LABEL, XbRecord)

gint64       xb_label_get_number_id        (XbLabel *self);
const char  *xb_label_get_number           (XbLabel *self);
const char  *xb_label_get_e164             (XbLabel *self);
const char  *xb_label_get_use              (XbLabel *self);
const char  *xb_label_get_platform         (XbLabel *self);
const char  *xb_label_get_text             (XbLabel *self);
const char  *xb_label_get_from_day         (XbLabel *self);
const char  *xb_label_get_until_day        (XbLabel *self);
gint64       xb_label_get_replaced_by      (XbLabel *self);
gint64       xb_label_get_campaign_id      (XbLabel *self);
const char  *xb_label_get_campaign         (XbLabel *self);
gint64       xb_label_get_certification_id (XbLabel *self);
const char  *xb_label_get_who              (XbLabel *self);
const char  *xb_label_get_why              (XbLabel *self);
const char  *xb_label_get_override         (XbLabel *self);
gint64       xb_label_get_created_at       (XbLabel *self);
gint64       xb_label_get_ended_at         (XbLabel *self);
gint64       xb_label_get_removed_at       (XbLabel *self);
XbLabelState xb_label_get_state            (XbLabel *self);
gint64       xb_label_get_changes          (XbLabel *self);
gint64       xb_label_get_restores         (XbLabel *self);
gint64       xb_label_get_cost             (XbLabel *self);

G_END_DECLS
