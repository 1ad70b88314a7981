/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-form.h"

G_BEGIN_DECLS

#define XB_TYPE_ALERT_RULE_FORM (xb_alert_rule_form_get_type ())
G_DECLARE_FINAL_TYPE (XbAlertRuleForm, xb_alert_rule_form, XB, ALERT_RULE_FORM, XbForm)

GtkWindow *xb_alert_rule_form_new (GtkWidget   *parent,
                                   XbWorkspace *workspace);

G_END_DECLS
