/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_INSPECTION_TASK (xb_inspection_task_get_type ())
G_DECLARE_FINAL_TYPE (XbInspectionTask, xb_inspection_task, XB, INSPECTION_TASK, XbRecord)

gint64               xb_inspection_task_get_item_id       (XbInspectionTask *self);
gint64               xb_inspection_task_get_inspection_id (XbInspectionTask *self);
XbInspectionTaskKind xb_inspection_task_get_kind          (XbInspectionTask *self);
gint64               xb_inspection_task_get_number_id     (XbInspectionTask *self);
const char          *xb_inspection_task_get_number        (XbInspectionTask *self);
const char          *xb_inspection_task_get_handset       (XbInspectionTask *self);
const char          *xb_inspection_task_get_platform      (XbInspectionTask *self);
const char          *xb_inspection_task_get_topic         (XbInspectionTask *self);
const char          *xb_inspection_task_get_name          (XbInspectionTask *self);
const char          *xb_inspection_task_get_expected      (XbInspectionTask *self);
XbInspectionSection  xb_inspection_task_get_section       (XbInspectionTask *self);
gint64               xb_inspection_task_get_opened_at     (XbInspectionTask *self);
const char          *xb_inspection_task_get_due           (XbInspectionTask *self);
gint64               xb_inspection_task_get_incident_id   (XbInspectionTask *self);
gint64               xb_inspection_task_get_closed_at     (XbInspectionTask *self);
const char          *xb_inspection_task_get_close_note    (XbInspectionTask *self);

G_END_DECLS
