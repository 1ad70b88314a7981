/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-appeal.h"

/* What is asked of one platform in a case. */
struct _XbAppeal
{
  XbRecord parent_instance;

  gint64 incident_id;
  char *platform;
  XbAppealState state;
  gint64 filed_at; /* 0: not yet */
  char *case_no; /* (nullable) */
  char *expected; /* (nullable) the day by which the platform usually answers */
  gboolean estimated;
  gboolean expedite;
  gint64 cost; /* fen */
  gint64 answered_at;
  char *refusal; /* (nullable) key of the cause */
  char *note; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (XbAppeal, xb_appeal, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbAppeal, xb_field_int, incident_id, "incident-id"),
  XB_FIELD (XbAppeal, xb_field_text, platform, "platform"),
  XB_FIELD (XbAppeal, xb_appeal_state_get_type, state, "state"),
  XB_FIELD (XbAppeal, xb_field_int, filed_at, "filed-at"),
  XB_FIELD (XbAppeal, xb_field_text, case_no, "case-no"),
  XB_FIELD (XbAppeal, xb_field_text, expected, "expected"),
  XB_FIELD (XbAppeal, xb_field_bool, estimated, "estimated"),
  XB_FIELD (XbAppeal, xb_field_bool, expedite, "expedite"),
  XB_FIELD (XbAppeal, xb_field_int, cost, "cost"),
  XB_FIELD (XbAppeal, xb_field_int, answered_at, "answered-at"),
  XB_FIELD (XbAppeal, xb_field_text, refusal, "refusal"),
  XB_FIELD (XbAppeal, xb_field_text, note, "note"),
};

static void
xb_appeal_class_init (XbAppealClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_appeal_init (XbAppeal *self)
{
}

XB_GETTER (XbAppeal, xb_appeal, gint64, incident_id)
XB_GETTER (XbAppeal, xb_appeal, const char *, platform)
XB_GETTER (XbAppeal, xb_appeal, XbAppealState, state)
XB_GETTER (XbAppeal, xb_appeal, gint64, filed_at)
XB_GETTER (XbAppeal, xb_appeal, const char *, case_no)
XB_GETTER (XbAppeal, xb_appeal, const char *, expected)
XB_GETTER (XbAppeal, xb_appeal, gboolean, estimated)
XB_GETTER (XbAppeal, xb_appeal, gboolean, expedite)
XB_GETTER (XbAppeal, xb_appeal, gint64, cost)
XB_GETTER (XbAppeal, xb_appeal, gint64, answered_at)
XB_GETTER (XbAppeal, xb_appeal, const char *, refusal)
XB_GETTER (XbAppeal, xb_appeal, const char *, note)
