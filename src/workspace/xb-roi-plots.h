/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-chart-model.h"
#include "xb-workspace-roi.h"

G_BEGIN_DECLS

/* What charts of the effect share, wherever they are drawn. */

void     xb_roi_plot_holidays (XbChartModel *model,
                               int           from,
                               int           until);
void     xb_roi_plot_changes  (XbChartModel *model,
                               const XbRoi  *roi,
                               int           from,
                               int           until,
                               gboolean      brief);
gboolean xb_roi_plot_money    (XbChartModel *model,
                               const XbRoi  *roi);

G_END_DECLS
