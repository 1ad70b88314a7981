/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-inspection-item.h"

/* One thing to look at, what is expected and what was seen. */
struct _XbInspectionItem
{
  XbRecord parent_instance;

  gint64 inspection_id;
  gint64 position;
  XbInspectionSection section;
  char *key; /* the same thing has the same key in every inspection */
  char *topic; /* what it is about: label, address, licence … */
  gint64 number_id; /* 0: of no number */
  char *number; /* national spelling */
  char *e164;
  char *handset; /* nick of the brand; NULL: of no phone */
  char *platform;
  char *operator; /* whose SIM the called phone needs; NULL: any */
  gint64 label_id;
  gint64 change_id; /* the edit that puts a stale label right */
  char *name; /* the name that is expected, or what the item is about */
  char *expected; /* the label, or the value */
  char *logo; /* SHA-256 of the logo that is expected */
  char *due; /* when it ends */
  gint64 value; /* a figure that was found */
  gint64 total; /* out of how many */
  char *figures; /* number by number, see xb_number_rates_parse() */
  XbInspectionResult result;
  gboolean automatic; /* found by the program, not looked at by somebody */
  char *seen_name;
  char *seen;
  XbRecognition recognition;
  char *sim;
  XbNetwork network;
  gint64 at;
  char *note;
  gint64 photos;
  char *photo; /* SHA-256 of the last one */
  gint64 task_id; /* what was begun because it failed */
  XbInspectionResult last; /* of the same thing in the inspection before; open: it was not looked at */
  gint64 last_at;
  char *last_note;
};

G_DEFINE_FINAL_TYPE (XbInspectionItem, xb_inspection_item, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbInspectionItem, xb_field_int, inspection_id, "inspection-id"),
  XB_FIELD (XbInspectionItem, xb_field_int, position, "position"),
  XB_FIELD (XbInspectionItem, xb_inspection_section_get_type, section, "section"),
  XB_FIELD (XbInspectionItem, xb_field_text, key, "key"),
  XB_FIELD (XbInspectionItem, xb_field_text, topic, "topic"),
  XB_FIELD (XbInspectionItem, xb_field_int, number_id, "number-id"),
  XB_FIELD (XbInspectionItem, xb_field_text, number, "number"),
  XB_FIELD (XbInspectionItem, xb_field_text, e164, "e164"),
  XB_FIELD (XbInspectionItem, xb_field_text, handset, "handset"),
  XB_FIELD (XbInspectionItem, xb_field_text, platform, "platform"),
  XB_FIELD (XbInspectionItem, xb_field_text, operator, "operator"),
  XB_FIELD (XbInspectionItem, xb_field_int, label_id, "label-id"),
  XB_FIELD (XbInspectionItem, xb_field_int, change_id, "change-id"),
  XB_FIELD (XbInspectionItem, xb_field_text, name, "name"),
  XB_FIELD (XbInspectionItem, xb_field_text, expected, "expected"),
  XB_FIELD (XbInspectionItem, xb_field_text, logo, "logo"),
  XB_FIELD (XbInspectionItem, xb_field_text, due, "due"),
  XB_FIELD (XbInspectionItem, xb_field_int, value, "value"),
  XB_FIELD (XbInspectionItem, xb_field_int, total, "total"),
  XB_FIELD (XbInspectionItem, xb_field_text, figures, "figures"),
  XB_FIELD (XbInspectionItem, xb_inspection_result_get_type, result, "result"),
  XB_FIELD (XbInspectionItem, xb_field_bool, automatic, "automatic"),
  XB_FIELD (XbInspectionItem, xb_field_text, seen_name, "seen-name"),
  XB_FIELD (XbInspectionItem, xb_field_text, seen, "seen"),
  XB_FIELD (XbInspectionItem, xb_recognition_get_type, recognition, "recognition"),
  XB_FIELD (XbInspectionItem, xb_field_text, sim, "sim"),
  XB_FIELD (XbInspectionItem, xb_network_get_type, network, "network"),
  XB_FIELD (XbInspectionItem, xb_field_int, at, "at"),
  XB_FIELD (XbInspectionItem, xb_field_text, note, "note"),
  XB_FIELD (XbInspectionItem, xb_field_int, photos, "photos"),
  XB_FIELD (XbInspectionItem, xb_field_text, photo, "photo"),
  XB_FIELD (XbInspectionItem, xb_field_int, task_id, "task-id"),
  XB_FIELD (XbInspectionItem, xb_inspection_result_get_type, last, "last"),
  XB_FIELD (XbInspectionItem, xb_field_int, last_at, "last-at"),
  XB_FIELD (XbInspectionItem, xb_field_text, last_note, "last-note"),
};

static void
xb_inspection_item_class_init (XbInspectionItemClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_inspection_item_init (XbInspectionItem *self)
{
}

XB_GETTER (XbInspectionItem, xb_inspection_item, gint64, inspection_id)
XB_GETTER (XbInspectionItem, xb_inspection_item, gint64, position)
XB_GETTER (XbInspectionItem, xb_inspection_item, XbInspectionSection, section)
XB_GETTER (XbInspectionItem, xb_inspection_item, const char *, key)
XB_GETTER (XbInspectionItem, xb_inspection_item, const char *, topic)
XB_GETTER (XbInspectionItem, xb_inspection_item, gint64, number_id)
XB_GETTER (XbInspectionItem, xb_inspection_item, const char *, number)
XB_GETTER (XbInspectionItem, xb_inspection_item, const char *, e164)
XB_GETTER (XbInspectionItem, xb_inspection_item, const char *, handset)
XB_GETTER (XbInspectionItem, xb_inspection_item, const char *, platform)
XB_GETTER (XbInspectionItem, xb_inspection_item, const char *, operator)
XB_GETTER (XbInspectionItem, xb_inspection_item, gint64, label_id)
XB_GETTER (XbInspectionItem, xb_inspection_item, gint64, change_id)
XB_GETTER (XbInspectionItem, xb_inspection_item, const char *, name)
XB_GETTER (XbInspectionItem, xb_inspection_item, const char *, expected)
XB_GETTER (XbInspectionItem, xb_inspection_item, const char *, logo)
XB_GETTER (XbInspectionItem, xb_inspection_item, const char *, due)
XB_GETTER (XbInspectionItem, xb_inspection_item, gint64, value)
XB_GETTER (XbInspectionItem, xb_inspection_item, gint64, total)
XB_GETTER (XbInspectionItem, xb_inspection_item, const char *, figures)
XB_GETTER (XbInspectionItem, xb_inspection_item, XbInspectionResult, result)
XB_GETTER (XbInspectionItem, xb_inspection_item, gboolean, automatic)
XB_GETTER (XbInspectionItem, xb_inspection_item, const char *, seen_name)
XB_GETTER (XbInspectionItem, xb_inspection_item, const char *, seen)
XB_GETTER (XbInspectionItem, xb_inspection_item, XbRecognition, recognition)
XB_GETTER (XbInspectionItem, xb_inspection_item, const char *, sim)
XB_GETTER (XbInspectionItem, xb_inspection_item, XbNetwork, network)
XB_GETTER (XbInspectionItem, xb_inspection_item, gint64, at)
XB_GETTER (XbInspectionItem, xb_inspection_item, const char *, note)
XB_GETTER (XbInspectionItem, xb_inspection_item, gint64, photos)
XB_GETTER (XbInspectionItem, xb_inspection_item, const char *, photo)
XB_GETTER (XbInspectionItem, xb_inspection_item, gint64, task_id)
XB_GETTER (XbInspectionItem, xb_inspection_item, XbInspectionResult, last)
XB_GETTER (XbInspectionItem, xb_inspection_item, gint64, last_at)
XB_GETTER (XbInspectionItem, xb_inspection_item, const char *, last_note)
