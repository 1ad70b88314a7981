/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ctl-list.h"
#include "xb-workspace-inspection.h"

G_BEGIN_DECLS

extern const CtlListing ctl_inspection_listing;
extern const CtlListing ctl_item_listing;
extern const CtlListing ctl_task_listing;
extern const CtlListing ctl_matrix_listing;

void ctl_inspection_print (Ctl          *ctl,
                           XbInspection *inspection,
                           GListModel   *items);

G_END_DECLS
