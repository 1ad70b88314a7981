/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-form.h"
#include "xb-lint-rule.h"

G_BEGIN_DECLS

#define XB_TYPE_RULE_FORM (xb_rule_form_get_type ())
G_DECLARE_FINAL_TYPE (XbRuleForm, xb_rule_form, XB, RULE_FORM, XbForm)

GtkWindow *xb_rule_form_new       (GtkWidget   *parent,
                                   XbWorkspace *workspace,
                                   XbLintRule  *rule);
void       xb_rule_form_set_level (XbRuleForm  *self,
                                   const char  *level,
                                   const char  *reason);

G_END_DECLS
