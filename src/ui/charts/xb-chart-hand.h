/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-chart.h"

G_BEGIN_DECLS

void            xb_chart_add_hands   (XbChart      *self);
XbChartDrawing *xb_chart_get_drawing (XbChart      *self);
void            xb_chart_style_from  (XbChartStyle *style,
                                      GtkWidget    *widget);
void            xb_chart_style_paper (XbChartStyle *style,
                                      GtkWidget    *widget);

G_END_DECLS
