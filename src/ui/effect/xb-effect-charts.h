/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-chart-model.h"
#include "xb-workspace-metrics.h"
#include "xb-workspace-roi-labels.h"
#include "xb-workspace-roi.h"

G_BEGIN_DECLS

/* The figures of an answer as charts. Each fills its model anew and tells its listeners. */

XbChartModel *xb_effect_charts_new_days   (void);
XbChartModel *xb_effect_charts_new_pair   (void);
XbChartModel *xb_effect_charts_new_money  (void);
XbChartModel *xb_effect_charts_new_labels (void);
XbChartModel *xb_effect_charts_new_years  (void);
void          xb_effect_charts_set_days   (XbChartModel      *model,
                                           const XbRoi       *roi);
void          xb_effect_charts_set_pair   (XbChartModel      *model,
                                           const XbRoi       *roi);
gboolean      xb_effect_charts_set_money  (XbChartModel      *model,
                                           const XbRoi       *roi);
void          xb_effect_charts_set_labels (XbChartModel      *model,
                                           const XbRoiLabels *labels);

void          xb_effect_charts_set_years  (XbChartModel          *model,
                                           const XbMetricsSeries *series,
                                           const XbRoi           *roi);

G_END_DECLS
