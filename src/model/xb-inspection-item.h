/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_INSPECTION_ITEM (xb_inspection_item_get_type ())
G_DECLARE_FINAL_TYPE (XbInspectionItem, xb_inspection_item, XB, INSPECTION_ITEM, XbRecord)

gint64              xb_inspection_item_get_inspection_id (XbInspectionItem *self);
gint64              xb_inspection_item_get_position      (XbInspectionItem *self);
XbInspectionSection xb_inspection_item_get_section       (XbInspectionItem *self);
const char         *xb_inspection_item_get_key           (XbInspectionItem *self);
const char         *xb_inspection_item_get_topic         (XbInspectionItem *self);
gint64              xb_inspection_item_get_number_id     (XbInspectionItem *self);
const char         *xb_inspection_item_get_number        (XbInspectionItem *self);
const char         *xb_inspection_item_get_e164          (XbInspectionItem *self);
const char         *xb_inspection_item_get_handset       (XbInspectionItem *self);
const char         *xb_inspection_item_get_platform      (XbInspectionItem *self);
const char         *xb_inspection_item_get_operator      (XbInspectionItem *self);
gint64              xb_inspection_item_get_label_id      (XbInspectionItem *self);
gint64              xb_inspection_item_get_change_id     (XbInspectionItem *self);
const char         *xb_inspection_item_get_name          (XbInspectionItem *self);
const char         *xb_inspection_item_get_expected      (XbInspectionItem *self);
const char         *xb_inspection_item_get_logo          (XbInspectionItem *self);
const char         *xb_inspection_item_get_due           (XbInspectionItem *self);
gint64              xb_inspection_item_get_value         (XbInspectionItem *self);
gint64              xb_inspection_item_get_total         (XbInspectionItem *self);
const char         *xb_inspection_item_get_figures       (XbInspectionItem *self);
XbInspectionResult  xb_inspection_item_get_result        (XbInspectionItem *self);
gboolean            xb_inspection_item_get_automatic     (XbInspectionItem *self);
const char         *xb_inspection_item_get_seen_name     (XbInspectionItem *self);
const char         *xb_inspection_item_get_seen          (XbInspectionItem *self);
XbRecognition       xb_inspection_item_get_recognition   (XbInspectionItem *self);
const char         *xb_inspection_item_get_sim           (XbInspectionItem *self);
XbNetwork           xb_inspection_item_get_network       (XbInspectionItem *self);
gint64              xb_inspection_item_get_at            (XbInspectionItem *self);
const char         *xb_inspection_item_get_note          (XbInspectionItem *self);
gint64              xb_inspection_item_get_photos        (XbInspectionItem *self);
const char         *xb_inspection_item_get_photo         (XbInspectionItem *self);
gint64              xb_inspection_item_get_task_id       (XbInspectionItem *self);
XbInspectionResult  xb_inspection_item_get_last          (XbInspectionItem *self);
gint64              xb_inspection_item_get_last_at       (XbInspectionItem *self);
const char         *xb_inspection_item_get_last_note     (XbInspectionItem *self);

G_END_DECLS
