/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-chart-model.h"

G_BEGIN_DECLS

/**
 * XbChartRun:
 * @points: (element-type XbChartPoint): at most the first, the lowest, the highest and the last of each column
 * @first, @last: of the points of the series, what the run is made of
 *
 * A piece of a line without a gap.
 */
typedef struct
{
  GArray *points;
  guint   first;
  guint   last;
} XbChartRun;

GPtrArray *xb_chart_thin (const XbChartSeries *series,
                          XbChartStep          step,
                          double               from,
                          double               until,
                          guint                columns);

G_END_DECLS
