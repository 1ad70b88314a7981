/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-inspection.h"

/* One round over all numbers: what each phone shows, what still holds, what ends. */
struct _XbInspection
{
  XbRecord parent_instance;

  char *on_day;
  XbInspectionState state;
  gint64 started_at;
  gint64 recorded_at; /* the last entry; 0: none yet */
  gint64 signed_at;
  char *signed_by;
  char *digest; /* SHA-256 over results and evidence, once it is signed */
  gint64 seconds; /* that somebody worked at it */
  char *note;
  char *next_day; /* when the next one was due as this began */
  gint64 items;
  gint64 open;
  gint64 passed;
  gint64 failed;
  gint64 skipped;
  gint64 photos;
  gint64 tasks; /* that came of it and are not done */
};

G_DEFINE_FINAL_TYPE (XbInspection, xb_inspection, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbInspection, xb_field_text, on_day, "on-day"),
  XB_FIELD (XbInspection, xb_inspection_state_get_type, state, "state"),
  XB_FIELD (XbInspection, xb_field_int, started_at, "started-at"),
  XB_FIELD (XbInspection, xb_field_int, recorded_at, "recorded-at"),
  XB_FIELD (XbInspection, xb_field_int, signed_at, "signed-at"),
  XB_FIELD (XbInspection, xb_field_text, signed_by, "signed-by"),
  XB_FIELD (XbInspection, xb_field_text, digest, "digest"),
  XB_FIELD (XbInspection, xb_field_int, seconds, "seconds"),
  XB_FIELD (XbInspection, xb_field_text, note, "note"),
  XB_FIELD (XbInspection, xb_field_text, next_day, "next-day"),
  XB_FIELD (XbInspection, xb_field_int, items, "items"),
  XB_FIELD (XbInspection, xb_field_int, open, "open"),
  XB_FIELD (XbInspection, xb_field_int, passed, "passed"),
  XB_FIELD (XbInspection, xb_field_int, failed, "failed"),
  XB_FIELD (XbInspection, xb_field_int, skipped, "skipped"),
  XB_FIELD (XbInspection, xb_field_int, photos, "photos"),
  XB_FIELD (XbInspection, xb_field_int, tasks, "tasks"),
};

static void
xb_inspection_class_init (XbInspectionClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_inspection_init (XbInspection *self)
{
}

XB_GETTER (XbInspection, xb_inspection, const char *, on_day)
XB_GETTER (XbInspection, xb_inspection, XbInspectionState, state)
XB_GETTER (XbInspection, xb_inspection, gint64, started_at)
XB_GETTER (XbInspection, xb_inspection, gint64, recorded_at)
XB_GETTER (XbInspection, xb_inspection, gint64, signed_at)
XB_GETTER (XbInspection, xb_inspection, const char *, signed_by)
XB_GETTER (XbInspection, xb_inspection, const char *, digest)
XB_GETTER (XbInspection, xb_inspection, gint64, seconds)
XB_GETTER (XbInspection, xb_inspection, const char *, note)
XB_GETTER (XbInspection, xb_inspection, const char *, next_day)
XB_GETTER (XbInspection, xb_inspection, gint64, items)
XB_GETTER (XbInspection, xb_inspection, gint64, open)
XB_GETTER (XbInspection, xb_inspection, gint64, passed)
XB_GETTER (XbInspection, xb_inspection, gint64, failed)
XB_GETTER (XbInspection, xb_inspection, gint64, skipped)
XB_GETTER (XbInspection, xb_inspection, gint64, photos)
XB_GETTER (XbInspection, xb_inspection, gint64, tasks)
