/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace-ledger.h"

G_BEGIN_DECLS

#define XB_TYPE_COST_LIST (xb_cost_list_get_type ())
G_DECLARE_FINAL_TYPE (XbCostList, xb_cost_list, XB, COST_LIST, AdwBin)

GtkWidget   *xb_cost_list_new        (XbWorkspace *workspace,
                                      int          year);
void         xb_cost_list_set_year   (XbCostList  *self,
                                      int          year);
XbLedgerPart xb_cost_list_get_part   (XbCostList  *self,
                                      char         from[11],
                                      char         until[11]);
GListModel  *xb_cost_list_get_ledger (XbCostList  *self);
gboolean     xb_cost_list_search     (XbCostList  *self);

G_END_DECLS
