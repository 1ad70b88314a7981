/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-chart-drawing.h"

G_BEGIN_DECLS

typedef enum
{
  XB_CHART_PNG,
  XB_CHART_SVG,
  XB_CHART_PDF,
} XbChartFormat;

GBytes     *xb_chart_export            (XbChartModel       *model,
                                        XbChartFormat       format,
                                        const XbChartStyle *style,
                                        double              from,
                                        double              until,
                                       double              width,
                                        double              height,
                                        double              scale,
                                        GError            **error);
const char *xb_chart_format_get_suffix (XbChartFormat       format);

G_END_DECLS
