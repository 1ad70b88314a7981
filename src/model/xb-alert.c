/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-alert.h"

/* A warning: it came up once, when the figure crossed the threshold. */
struct _XbAlert
{
  XbRecord parent_instance;

  gint64 rule_id;
  XbAlertMeasure measure;
  gint64 number_id;
  char *number; /* (nullable) */
  char *e164; /* (nullable) */
  char *use; /* (nullable) */
  XbAlertState state;
  gint64 raised_at;
  char *first_day;
  char *last_day;
  gint64 value; /* the worst: a count, or per mille */
  gint64 threshold;
  gint64 baseline; /* per mille that it was before */
  gint64 calls; /* that a rate is of */
  char *detail; /* (nullable) what is due, or what no longer shows */
  char *object; /* (nullable) kind/id of the place where it is seen to */
  gint64 snoozed_until; /* 0: not */
  gint64 told_at; /* 0: nobody was told yet */
  gint64 incident_id; /* 0: none */
};

G_DEFINE_FINAL_TYPE (XbAlert, xb_alert, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbAlert, xb_field_int, rule_id, "rule-id"),
  XB_FIELD (XbAlert, xb_alert_measure_get_type, measure, "measure"),
  XB_FIELD (XbAlert, xb_field_int, number_id, "number-id"),
  XB_FIELD (XbAlert, xb_field_text, number, "number"),
  XB_FIELD (XbAlert, xb_field_text, e164, "e164"),
  XB_FIELD (XbAlert, xb_field_text, use, "use"),
  XB_FIELD (XbAlert, xb_alert_state_get_type, state, "state"),
  XB_FIELD (XbAlert, xb_field_int, raised_at, "raised-at"),
  XB_FIELD (XbAlert, xb_field_text, first_day, "first-day"),
  XB_FIELD (XbAlert, xb_field_text, last_day, "last-day"),
  XB_FIELD (XbAlert, xb_field_int, value, "value"),
  XB_FIELD (XbAlert, xb_field_int, threshold, "threshold"),
  XB_FIELD (XbAlert, xb_field_int, baseline, "baseline"),
  XB_FIELD (XbAlert, xb_field_int, calls, "calls"),
  XB_FIELD (XbAlert, xb_field_text, detail, "detail"),
  XB_FIELD (XbAlert, xb_field_text, object, "object"),
  XB_FIELD (XbAlert, xb_field_int, snoozed_until, "snoozed-until"),
  XB_FIELD (XbAlert, xb_field_int, told_at, "told-at"),
  XB_FIELD (XbAlert, xb_field_int, incident_id, "incident-id"),
};

static void
xb_alert_class_init (XbAlertClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_alert_init (XbAlert *self)
{
}

XB_GETTER (XbAlert, xb_alert, gint64, rule_id)
XB_GETTER (XbAlert, xb_alert, XbAlertMeasure, measure)
XB_GETTER (XbAlert, xb_alert, gint64, number_id)
XB_GETTER (XbAlert, xb_alert, const char *, number)
XB_GETTER (XbAlert, xb_alert, const char *, e164)
XB_GETTER (XbAlert, xb_alert, const char *, use)
XB_GETTER (XbAlert, xb_alert, XbAlertState, state)
XB_GETTER (XbAlert, xb_alert, gint64, raised_at)
XB_GETTER (XbAlert, xb_alert, const char *, first_day)
XB_GETTER (XbAlert, xb_alert, const char *, last_day)
XB_GETTER (XbAlert, xb_alert, gint64, value)
XB_GETTER (XbAlert, xb_alert, gint64, threshold)
XB_GETTER (XbAlert, xb_alert, gint64, baseline)
XB_GETTER (XbAlert, xb_alert, gint64, calls)
XB_GETTER (XbAlert, xb_alert, const char *, detail)
XB_GETTER (XbAlert, xb_alert, const char *, object)
XB_GETTER (XbAlert, xb_alert, gint64, snoozed_until)
XB_GETTER (XbAlert, xb_alert, gint64, told_at)
XB_GETTER (XbAlert, xb_alert, gint64, incident_id)
