/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-chart-model.h"

G_BEGIN_DECLS

/* A row is one day or one name, with what every series has there: what is read out, and a line of the table. */

GArray             *xb_chart_rows_new        (XbChartModel        *model);
const XbChartPoint *xb_chart_rows_get_point  (XbChartModel        *model,
                                              guint                series,
                                              double               x);
gint64              xb_chart_rows_find       (GArray              *rows,
                                              double               x);
guint               xb_chart_points_find     (const XbChartSeries *series,
                                              double               x);

G_END_DECLS
