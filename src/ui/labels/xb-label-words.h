/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-workspace-labels.h"

G_BEGIN_DECLS

/* What a change of a label costs, when it shows and what callees see meanwhile, in words. (transfer full) */

char *xb_label_dup_money       (gint64                     least,
                                gint64                     most);
char *xb_free_edits_dup_words  (const XbFreeEdits         *edits,
                                const char                *today);
char *xb_plan_dup_cost         (const XbLabelPlatformPlan *plan);
char *xb_plan_dup_left         (const XbLabelPlatformPlan *plan,
                                const char                *today);
char *xb_plan_dup_days         (const XbLabelPlatformPlan *plan,
                                const char                *today);
char *xb_plan_dup_restore      (const XbLabelPlatformPlan *plan,
                                const char                *today);
char *xb_plan_dup_gap          (const XbLabelPlatformPlan *plan);
char *xb_plan_dup_total        (const XbLabelPlan         *plan);

G_END_DECLS
