/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace-alert.h"

G_BEGIN_DECLS

#define XB_TYPE_RULE_GROUP (xb_rule_group_get_type ())
G_DECLARE_FINAL_TYPE (XbRuleGroup, xb_rule_group, XB, RULE_GROUP, AdwPreferencesGroup)

GtkWidget *xb_rule_group_new (XbWorkspace *workspace);

G_END_DECLS
