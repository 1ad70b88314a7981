/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_ALERT_RULE (xb_alert_rule_get_type ())
G_DECLARE_FINAL_TYPE (XbAlertRule, xb_alert_rule, XB, ALERT_RULE, XbRecord)

XbAlertMeasure xb_alert_rule_get_measure   (XbAlertRule *self);
gint64         xb_alert_rule_get_number_id (XbAlertRule *self);
const char    *xb_alert_rule_get_number    (XbAlertRule *self);
const char    *xb_alert_rule_get_e164      (XbAlertRule *self);
gint64         xb_alert_rule_get_threshold (XbAlertRule *self);
gboolean       xb_alert_rule_get_enabled   (XbAlertRule *self);

G_END_DECLS
