/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_INSPECTION (xb_inspection_get_type ())
G_DECLARE_FINAL_TYPE (XbInspection, xb_inspection, XB, INSPECTION, XbRecord)

const char       *xb_inspection_get_on_day      (XbInspection *self);
XbInspectionState xb_inspection_get_state       (XbInspection *self);
gint64            xb_inspection_get_started_at  (XbInspection *self);
gint64            xb_inspection_get_recorded_at (XbInspection *self);
gint64            xb_inspection_get_signed_at   (XbInspection *self);
const char       *xb_inspection_get_signed_by   (XbInspection *self);
const char       *xb_inspection_get_digest      (XbInspection *self);
gint64            xb_inspection_get_seconds     (XbInspection *self);
const char       *xb_inspection_get_note        (XbInspection *self);
const char       *xb_inspection_get_next_day    (XbInspection *self);
gint64            xb_inspection_get_items       (XbInspection *self);
gint64            xb_inspection_get_open        (XbInspection *self);
gint64            xb_inspection_get_passed      (XbInspection *self);
gint64            xb_inspection_get_failed      (XbInspection *self);
gint64            xb_inspection_get_skipped     (XbInspection *self);
gint64            xb_inspection_get_photos      (XbInspection *self);
gint64            xb_inspection_get_tasks       (XbInspection *self);

G_END_DECLS
