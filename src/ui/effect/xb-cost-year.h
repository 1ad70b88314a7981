/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-chart-model.h"
#include "xb-workspace-ledger.h"

G_BEGIN_DECLS

#define XB_TYPE_COST_YEAR (xb_cost_year_get_type ())
G_DECLARE_FINAL_TYPE (XbCostYear, xb_cost_year, XB, COST_YEAR, AdwBin)

GtkWidget    *xb_cost_year_new       (XbWorkspace        *workspace);
void          xb_cost_year_set       (XbCostYear         *self,
                                      int                 year,
                                      int                 months,
                                      const XbLedgerYear *sums);
char         *xb_cost_year_dup_text  (XbCostYear         *self);
XbChartModel *xb_cost_year_get_chart (XbCostYear         *self);

G_END_DECLS
