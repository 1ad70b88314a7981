/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ctl-list.h"
#include "xb-workspace-labels.h"

G_BEGIN_DECLS

extern const CtlListing ctl_label_listing;
extern const CtlListing ctl_change_listing;

void ctl_label_print   (Ctl         *ctl,
                        XbLabel     *label);
void ctl_plan_print    (Ctl         *ctl,
                        XbLabelPlan *plan);

G_END_DECLS
