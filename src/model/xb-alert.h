/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_ALERT (xb_alert_get_type ())
G_DECLARE_FINAL_TYPE (XbAlert, xb_alert, XB, ALERT, XbRecord)

gint64         xb_alert_get_rule_id       (XbAlert *self);
XbAlertMeasure xb_alert_get_measure       (XbAlert *self);
gint64         xb_alert_get_number_id     (XbAlert *self);
const char    *xb_alert_get_number        (XbAlert *self);
const char    *xb_alert_get_e164          (XbAlert *self);
const char    *xb_alert_get_use           (XbAlert *self);
XbAlertState   xb_alert_get_state         (XbAlert *self);
gint64         xb_alert_get_raised_at     (XbAlert *self);
const char    *xb_alert_get_first_day     (XbAlert *self);
const char    *xb_alert_get_last_day      (XbAlert *self);
gint64         xb_alert_get_value         (XbAlert *self);
gint64         xb_alert_get_threshold     (XbAlert *self);
gint64         xb_alert_get_baseline      (XbAlert *self);
gint64         xb_alert_get_calls         (XbAlert *self);
const char    *xb_alert_get_detail        (XbAlert *self);
const char    *xb_alert_get_object        (XbAlert *self);
gint64         xb_alert_get_snoozed_until (XbAlert *self);
gint64         xb_alert_get_told_at       (XbAlert *self);
gint64         xb_alert_get_incident_id   (XbAlert *self);

G_END_DECLS
