/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-alert-rule.h"
#include "xb-alert.h"

G_BEGIN_DECLS

char *xb_alert_dup_title      (XbAlert        *alert);
char *xb_alert_dup_detail     (XbAlert        *alert);
char *xb_alert_rule_dup_title (XbAlertMeasure  measure,
                               gint64          threshold);
const char *xb_alert_measure_get_title (XbAlertMeasure measure);

G_END_DECLS
