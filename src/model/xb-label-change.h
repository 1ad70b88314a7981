/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_LABEL_CHANGE (xb_label_change_get_type ())
G_DECLARE_FINAL_TYPE (XbLabelChange, xb_label_change, XB, LABEL_CHANGE, XbRecord)

gint64        xb_label_change_get_label_id         (XbLabelChange *self);
gint64        xb_label_change_get_number_id        (XbLabelChange *self);
const char   *xb_label_change_get_number           (XbLabelChange *self);
const char   *xb_label_change_get_e164             (XbLabelChange *self);
const char   *xb_label_change_get_platform         (XbLabelChange *self);
gint64        xb_label_change_get_certification_id (XbLabelChange *self);
XbChangeKind  xb_label_change_get_kind             (XbLabelChange *self);
const char   *xb_label_change_get_text             (XbLabelChange *self);
const char   *xb_label_change_get_was              (XbLabelChange *self);
const char   *xb_label_change_get_show_on          (XbLabelChange *self);
const char   *xb_label_change_get_file_by          (XbLabelChange *self);
const char   *xb_label_change_get_expected         (XbLabelChange *self);
gboolean      xb_label_change_get_estimated        (XbLabelChange *self);
gboolean      xb_label_change_get_assumed          (XbLabelChange *self);
XbChangeState xb_label_change_get_state            (XbLabelChange *self);
const char   *xb_label_change_get_counts_on        (XbLabelChange *self);
gboolean      xb_label_change_get_free             (XbLabelChange *self);
gint64        xb_label_change_get_fee_min          (XbLabelChange *self);
gint64        xb_label_change_get_fee_max          (XbLabelChange *self);
gint64        xb_label_change_get_cost_id          (XbLabelChange *self);
gint64        xb_label_change_get_cost             (XbLabelChange *self);
gint64        xb_label_change_get_filed_at         (XbLabelChange *self);
gint64        xb_label_change_get_live_at          (XbLabelChange *self);
const char   *xb_label_change_get_case_no          (XbLabelChange *self);
const char   *xb_label_change_get_raw_state        (XbLabelChange *self);
const char   *xb_label_change_get_reason           (XbLabelChange *self);
gint64        xb_label_change_get_updated_at       (XbLabelChange *self);
const char   *xb_label_change_get_who              (XbLabelChange *self);
const char   *xb_label_change_get_why              (XbLabelChange *self);
const char   *xb_label_change_get_override         (XbLabelChange *self);

G_END_DECLS
