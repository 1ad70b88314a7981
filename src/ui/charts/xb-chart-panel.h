/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-chart.h"

G_BEGIN_DECLS

/* A chart with its heading, its table beside it, and the ways out: picture, file, printer. What pages put down. */
#define XB_TYPE_CHART_PANEL (xb_chart_panel_get_type ())
G_DECLARE_FINAL_TYPE (XbChartPanel, xb_chart_panel, XB, CHART_PANEL, GtkWidget)

GtkWidget *xb_chart_panel_new            (XbChartModel *model);
XbChart   *xb_chart_panel_get_chart      (XbChartPanel *self);
void       xb_chart_panel_set_show_table (XbChartPanel *self,
                                          gboolean      show_table);
gboolean   xb_chart_panel_get_show_table (XbChartPanel *self);

G_END_DECLS
