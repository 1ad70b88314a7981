/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-certification.h"

/* One number on one platform, through the four stages. */
struct _XbCertification
{
  XbRecord parent_instance;

  gint64 number_id;
  char *number; /* national spelling */
  char *e164;
  char *use;
  char *platform;
  gint64 filing_id;
  XbCertState state;
  char *display_name;
  char *label;
  char *case_no;
  gboolean expedite;
  gint64 submitted_at;
  gint64 approved_at;
  gint64 live_at;
  char *expected; /* day by which this stage should end; NULL: unknown */
  gboolean estimated; /* the day lies past the published calendar */
  char *expires;
  char *raw_state; /* the platform's own word */
  char *reason_code;
  char *reason; /* the platform's own sentence */
  gint64 updated_at;
  char *handsets_seen; /* brands with evidence since it was approved */
};

G_DEFINE_FINAL_TYPE (XbCertification, xb_certification, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbCertification, xb_field_int, number_id, "number-id"),
  XB_FIELD (XbCertification, xb_field_text, number, "number"),
  XB_FIELD (XbCertification, xb_field_text, e164, "e164"),
  XB_FIELD (XbCertification, xb_field_text, use, "use"),
  XB_FIELD (XbCertification, xb_field_text, platform, "platform"),
  XB_FIELD (XbCertification, xb_field_int, filing_id, "filing-id"),
  XB_FIELD (XbCertification, xb_cert_state_get_type, state, "state"),
  XB_FIELD (XbCertification, xb_field_text, display_name, "display-name"),
  XB_FIELD (XbCertification, xb_field_text, label, "label"),
  XB_FIELD (XbCertification, xb_field_text, case_no, "case-no"),
  XB_FIELD (XbCertification, xb_field_bool, expedite, "expedite"),
  XB_FIELD (XbCertification, xb_field_int, submitted_at, "submitted-at"),
  XB_FIELD (XbCertification, xb_field_int, approved_at, "approved-at"),
  XB_FIELD (XbCertification, xb_field_int, live_at, "live-at"),
  XB_FIELD (XbCertification, xb_field_text, expected, "expected"),
  XB_FIELD (XbCertification, xb_field_bool, estimated, "estimated"),
  XB_FIELD (XbCertification, xb_field_text, expires, "expires"),
  XB_FIELD (XbCertification, xb_field_text, raw_state, "raw-state"),
  XB_FIELD (XbCertification, xb_field_text, reason_code, "reason-code"),
  XB_FIELD (XbCertification, xb_field_text, reason, "reason"),
  XB_FIELD (XbCertification, xb_field_int, updated_at, "updated-at"),
  XB_FIELD (XbCertification, xb_field_text, handsets_seen, "handsets-seen"),
};

static void
xb_certification_class_init (XbCertificationClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_certification_init (XbCertification *self)
{
}

XB_GETTER (XbCertification, xb_certification, gint64, number_id)
XB_GETTER (XbCertification, xb_certification, const char *, number)
XB_GETTER (XbCertification, xb_certification, const char *, e164)
XB_GETTER (XbCertification, xb_certification, const char *, use)
XB_GETTER (XbCertification, xb_certification, const char *, platform)
XB_GETTER (XbCertification, xb_certification, gint64, filing_id)
XB_GETTER (XbCertification, xb_certification, XbCertState, state)
XB_GETTER (XbCertification, xb_certification, const char *, display_name)
XB_GETTER (XbCertification, xb_certification, const char *, label)
XB_GETTER (XbCertification, xb_certification, const char *, case_no)
XB_GETTER (XbCertification, xb_certification, gboolean, expedite)
XB_GETTER (XbCertification, xb_certification, gint64, submitted_at)
XB_GETTER (XbCertification, xb_certification, gint64, approved_at)
XB_GETTER (XbCertification, xb_certification, gint64, live_at)
XB_GETTER (XbCertification, xb_certification, const char *, expected)
XB_GETTER (XbCertification, xb_certification, gboolean, estimated)
XB_GETTER (XbCertification, xb_certification, const char *, expires)
XB_GETTER (XbCertification, xb_certification, const char *, raw_state)
XB_GETTER (XbCertification, xb_certification, const char *, reason_code)
XB_GETTER (XbCertification, xb_certification, const char *, reason)
XB_GETTER (XbCertification, xb_certification, gint64, updated_at)
XB_GETTER (XbCertification, xb_certification, const char *, handsets_seen)
