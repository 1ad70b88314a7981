/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-alert-rule.h"

/* When to warn. */
struct _XbAlertRule
{
  XbRecord parent_instance;

  XbAlertMeasure measure;
  gint64 number_id; /* 0: every number that has no rule of its own */
  char *number; /* (nullable) */
  char *e164; /* (nullable) */
  gint64 threshold; /* a count a day, per cent, or days */
  gboolean enabled;
};

G_DEFINE_FINAL_TYPE (XbAlertRule, xb_alert_rule, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbAlertRule, xb_alert_measure_get_type, measure, "measure"),
  XB_FIELD (XbAlertRule, xb_field_int, number_id, "number-id"),
  XB_FIELD (XbAlertRule, xb_field_text, number, "number"),
  XB_FIELD (XbAlertRule, xb_field_text, e164, "e164"),
  XB_FIELD (XbAlertRule, xb_field_int, threshold, "threshold"),
  XB_FIELD (XbAlertRule, xb_field_bool, enabled, "enabled"),
};

static void
xb_alert_rule_class_init (XbAlertRuleClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_alert_rule_init (XbAlertRule *self)
{
}

XB_GETTER (XbAlertRule, xb_alert_rule, XbAlertMeasure, measure)
XB_GETTER (XbAlertRule, xb_alert_rule, gint64, number_id)
XB_GETTER (XbAlertRule, xb_alert_rule, const char *, number)
XB_GETTER (XbAlertRule, xb_alert_rule, const char *, e164)
XB_GETTER (XbAlertRule, xb_alert_rule, gint64, threshold)
XB_GETTER (XbAlertRule, xb_alert_rule, gboolean, enabled)
