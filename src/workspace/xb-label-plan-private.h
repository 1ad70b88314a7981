/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-workspace-labels.h"

G_BEGIN_DECLS

XbLabelPlan         *xb_label_plan_new          (void);
XbLabelPlatformPlan *xb_label_platform_plan_new (XbLabelPlan *plan,
                                                 const char  *key,
                                                 const char  *name);
XbLabelJoin         *xb_label_join_new          (gint64       change,
                                                 gint64       number_id,
                                                 char        *number,
                                                 const char  *text,
                                                 const char  *show_on);

G_END_DECLS
