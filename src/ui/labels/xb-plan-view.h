/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace-labels.h"

G_BEGIN_DECLS

/* What a change of a label would do, a row a platform. "label.join" (s) takes another first day. */
#define XB_TYPE_PLAN_VIEW (xb_plan_view_get_type ())
G_DECLARE_FINAL_TYPE (XbPlanView, xb_plan_view, XB, PLAN_VIEW, AdwBin)

GtkWidget  *xb_plan_view_new      (void);
void        xb_plan_view_show     (XbPlanView        *self,
                                   const XbLabelPlan *plan,
                                   const char        *today);
const char *xb_plan_view_get_text (XbPlanView        *self);

G_END_DECLS
