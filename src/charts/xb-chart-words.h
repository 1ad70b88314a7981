/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-chart-model.h"

G_BEGIN_DECLS

char *xb_chart_dup_value       (XbChartUnit      unit,
                                double           value);
char *xb_chart_dup_change      (XbChartUnit      unit,
                                double           value);
char *xb_chart_dup_tick        (XbChartUnit      unit,
                                double           step,
                                double           value);
char *xb_chart_dup_interval    (XbChartUnit      unit,
                                double           low,
                                double           high);
char *xb_chart_dup_row_name    (XbChartModel    *model,
                                double           x);
char *xb_chart_dup_point       (XbChartModel    *model,
                                guint            series,
                                double           x,
                                gboolean         spoken);
char *xb_chart_dup_sum         (XbChartModel    *model,
                                double           x);
char *xb_chart_dup_row         (XbChartModel    *model,
                                double           x);
char *xb_chart_dup_event       (const XbChartEvent *event);
const char *xb_chart_event_kind_get_title (XbChartEventKind kind);
char *xb_chart_dup_description (XbChartModel    *model);

G_END_DECLS
