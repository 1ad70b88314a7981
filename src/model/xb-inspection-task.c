/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-inspection-task.h"

/* What has to be done because an item failed. */
struct _XbInspectionTask
{
  XbRecord parent_instance;

  gint64 item_id;
  gint64 inspection_id;
  XbInspectionTaskKind kind;
  gint64 number_id;
  char *number;
  char *handset;
  char *platform;
  char *topic;
  char *name;
  char *expected;
  XbInspectionSection section;
  gint64 opened_at;
  char *due;
  gint64 incident_id; /* 0: none was opened yet */
  gint64 closed_at;
  char *close_note;
};

G_DEFINE_FINAL_TYPE (XbInspectionTask, xb_inspection_task, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbInspectionTask, xb_field_int, item_id, "item-id"),
  XB_FIELD (XbInspectionTask, xb_field_int, inspection_id, "inspection-id"),
  XB_FIELD (XbInspectionTask, xb_inspection_task_kind_get_type, kind, "kind"),
  XB_FIELD (XbInspectionTask, xb_field_int, number_id, "number-id"),
  XB_FIELD (XbInspectionTask, xb_field_text, number, "number"),
  XB_FIELD (XbInspectionTask, xb_field_text, handset, "handset"),
  XB_FIELD (XbInspectionTask, xb_field_text, platform, "platform"),
  XB_FIELD (XbInspectionTask, xb_field_text, topic, "topic"),
  XB_FIELD (XbInspectionTask, xb_field_text, name, "name"),
  XB_FIELD (XbInspectionTask, xb_field_text, expected, "expected"),
  XB_FIELD (XbInspectionTask, xb_inspection_section_get_type, section, "section"),
  XB_FIELD (XbInspectionTask, xb_field_int, opened_at, "opened-at"),
  XB_FIELD (XbInspectionTask, xb_field_text, due, "due"),
  XB_FIELD (XbInspectionTask, xb_field_int, incident_id, "incident-id"),
  XB_FIELD (XbInspectionTask, xb_field_int, closed_at, "closed-at"),
  XB_FIELD (XbInspectionTask, xb_field_text, close_note, "close-note"),
};

static void
xb_inspection_task_class_init (XbInspectionTaskClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_inspection_task_init (XbInspectionTask *self)
{
}

XB_GETTER (XbInspectionTask, xb_inspection_task, gint64, item_id)
XB_GETTER (XbInspectionTask, xb_inspection_task, gint64, inspection_id)
XB_GETTER (XbInspectionTask, xb_inspection_task, XbInspectionTaskKind, kind)
XB_GETTER (XbInspectionTask, xb_inspection_task, gint64, number_id)
XB_GETTER (XbInspectionTask, xb_inspection_task, const char *, number)
XB_GETTER (XbInspectionTask, xb_inspection_task, const char *, handset)
XB_GETTER (XbInspectionTask, xb_inspection_task, const char *, platform)
XB_GETTER (XbInspectionTask, xb_inspection_task, const char *, topic)
XB_GETTER (XbInspectionTask, xb_inspection_task, const char *, name)
XB_GETTER (XbInspectionTask, xb_inspection_task, const char *, expected)
XB_GETTER (XbInspectionTask, xb_inspection_task, XbInspectionSection, section)
XB_GETTER (XbInspectionTask, xb_inspection_task, gint64, opened_at)
XB_GETTER (XbInspectionTask, xb_inspection_task, const char *, due)
XB_GETTER (XbInspectionTask, xb_inspection_task, gint64, incident_id)
XB_GETTER (XbInspectionTask, xb_inspection_task, gint64, closed_at)
XB_GETTER (XbInspectionTask, xb_inspection_task, const char *, close_note)
