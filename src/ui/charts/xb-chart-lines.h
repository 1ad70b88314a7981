/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "xb-chart-model.h"

G_BEGIN_DECLS

/* The rows of a chart as a list; an item is made for as long as somebody looks at it. */
#define XB_TYPE_CHART_LINES (xb_chart_lines_get_type ())
G_DECLARE_FINAL_TYPE (XbChartLines, xb_chart_lines, XB, CHART_LINES, GObject)

#define XB_TYPE_CHART_LINE_ITEM (xb_chart_line_item_get_type ())
G_DECLARE_FINAL_TYPE (XbChartLineItem, xb_chart_line_item, XB, CHART_LINE_ITEM, GObject)

XbChartLines *xb_chart_lines_new        (XbChartModel    *model);
double        xb_chart_line_item_get_x  (XbChartLineItem *self);

G_END_DECLS
