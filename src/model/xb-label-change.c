/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-label-change.h"

/* One edit at one platform. */
struct _XbLabelChange
{
  XbRecord parent_instance;

  gint64 label_id;
  gint64 number_id;
  char *number; /* national spelling */
  char *e164;
  char *platform;
  gint64 certification_id;
  XbChangeKind kind;
  char *text;
  char *was; /* what it replaces */
  char *show_on; /* the day on which it must show */
  char *file_by; /* the day on which it must be handed in */
  char *expected; /* the day by which it shows when it is handed in then; see assumed */
  gboolean estimated; /* a day lies past the published calendar */
  gboolean assumed; /* the platform does not say how long it takes: the house allowance counts */
  XbChangeState state;
  char *counts_on; /* the day whose contract year it counts in */
  gboolean free;
  gint64 fee_min; /* fen; -1: not known */
  gint64 fee_max; /* fen; -1: not known */
  gint64 cost_id;
  gint64 cost; /* fen in the ledger; 0 where there is no line */
  gint64 filed_at;
  gint64 live_at;
  char *case_no;
  char *raw_state;
  char *reason; /* why it was refused */
  gint64 updated_at;
  char *who; /* of its label */
  char *why;
  char *override;
};

G_DEFINE_FINAL_TYPE (XbLabelChange, xb_label_change, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbLabelChange, xb_field_int, label_id, "label-id"),
  XB_FIELD (XbLabelChange, xb_field_int, number_id, "number-id"),
  XB_FIELD (XbLabelChange, xb_field_text, number, "number"),
  XB_FIELD (XbLabelChange, xb_field_text, e164, "e164"),
  XB_FIELD (XbLabelChange, xb_field_text, platform, "platform"),
  XB_FIELD (XbLabelChange, xb_field_int, certification_id, "certification-id"),
  XB_FIELD (XbLabelChange, xb_change_kind_get_type, kind, "kind"),
  XB_FIELD (XbLabelChange, xb_field_text, text, "text"),
  XB_FIELD (XbLabelChange, xb_field_text, was, "was"),
  XB_FIELD (XbLabelChange, xb_field_text, show_on, "show-on"),
  XB_FIELD (XbLabelChange, xb_field_text, file_by, "file-by"),
  XB_FIELD (XbLabelChange, xb_field_text, expected, "expected"),
  XB_FIELD (XbLabelChange, xb_field_bool, estimated, "estimated"),
  XB_FIELD (XbLabelChange, xb_field_bool, assumed, "assumed"),
  XB_FIELD (XbLabelChange, xb_change_state_get_type, state, "state"),
  XB_FIELD (XbLabelChange, xb_field_text, counts_on, "counts-on"),
  XB_FIELD (XbLabelChange, xb_field_bool, free, "free"),
  XB_FIELD (XbLabelChange, xb_field_int, fee_min, "fee-min"),
  XB_FIELD (XbLabelChange, xb_field_int, fee_max, "fee-max"),
  XB_FIELD (XbLabelChange, xb_field_int, cost_id, "cost-id"),
  XB_FIELD (XbLabelChange, xb_field_int, cost, "cost"),
  XB_FIELD (XbLabelChange, xb_field_int, filed_at, "filed-at"),
  XB_FIELD (XbLabelChange, xb_field_int, live_at, "live-at"),
  XB_FIELD (XbLabelChange, xb_field_text, case_no, "case-no"),
  XB_FIELD (XbLabelChange, xb_field_text, raw_state, "raw-state"),
  XB_FIELD (XbLabelChange, xb_field_text, reason, "reason"),
  XB_FIELD (XbLabelChange, xb_field_int, updated_at, "updated-at"),
  XB_FIELD (XbLabelChange, xb_field_text, who, "who"),
  XB_FIELD (XbLabelChange, xb_field_text, why, "why"),
  XB_FIELD (XbLabelChange, xb_field_text, override, "override"),
};

static void
xb_label_change_class_init (XbLabelChangeClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_label_change_init (XbLabelChange *self)
{
}

XB_GETTER (XbLabelChange, xb_label_change, gint64, label_id)
XB_GETTER (XbLabelChange, xb_label_change, gint64, number_id)
XB_GETTER (XbLabelChange, xb_label_change, const char *, number)
XB_GETTER (XbLabelChange, xb_label_change, const char *, e164)
XB_GETTER (XbLabelChange, xb_label_change, const char *, platform)
XB_GETTER (XbLabelChange, xb_label_change, gint64, certification_id)
XB_GETTER (XbLabelChange, xb_label_change, XbChangeKind, kind)
XB_GETTER (XbLabelChange, xb_label_change, const char *, text)
XB_GETTER (XbLabelChange, xb_label_change, const char *, was)
XB_GETTER (XbLabelChange, xb_label_change, const char *, show_on)
XB_GETTER (XbLabelChange, xb_label_change, const char *, file_by)
XB_GETTER (XbLabelChange, xb_label_change, const char *, expected)
XB_GETTER (XbLabelChange, xb_label_change, gboolean, estimated)
XB_GETTER (XbLabelChange, xb_label_change, gboolean, assumed)
XB_GETTER (XbLabelChange, xb_label_change, XbChangeState, state)
XB_GETTER (XbLabelChange, xb_label_change, const char *, counts_on)
XB_GETTER (XbLabelChange, xb_label_change, gboolean, free)
XB_GETTER (XbLabelChange, xb_label_change, gint64, fee_min)
XB_GETTER (XbLabelChange, xb_label_change, gint64, fee_max)
XB_GETTER (XbLabelChange, xb_label_change, gint64, cost_id)
XB_GETTER (XbLabelChange, xb_label_change, gint64, cost)
XB_GETTER (XbLabelChange, xb_label_change, gint64, filed_at)
XB_GETTER (XbLabelChange, xb_label_change, gint64, live_at)
XB_GETTER (XbLabelChange, xb_label_change, const char *, case_no)
XB_GETTER (XbLabelChange, xb_label_change, const char *, raw_state)
XB_GETTER (XbLabelChange, xb_label_change, const char *, reason)
XB_GETTER (XbLabelChange, xb_label_change, gint64, updated_at)
XB_GETTER (XbLabelChange, xb_label_change, const char *, who)
XB_GETTER (XbLabelChange, xb_label_change, const char *, why)
XB_GETTER (XbLabelChange, xb_label_change, const char *, override)
