/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xb-chart-drawing.h"
#include "xb-chart-model.h"

G_BEGIN_DECLS

/* One chart: pointed at and walked through by keys it reads out what is there; days can be zoomed and moved,
 * of years one is seen, in the property year. */
#define XB_TYPE_CHART (xb_chart_get_type ())
G_DECLARE_FINAL_TYPE (XbChart, xb_chart, XB, CHART, GtkWidget)

GtkWidget    *xb_chart_new         (XbChartModel *model);
void          xb_chart_set_model   (XbChart      *self,
                                    XbChartModel *model);
XbChartModel *xb_chart_get_model   (XbChart      *self);
void          xb_chart_set_row     (XbChart      *self,
                                    double        row);
double        xb_chart_get_row     (XbChart      *self);
char         *xb_chart_dup_readout (XbChart      *self);
gboolean      xb_chart_can_zoom    (XbChart      *self);
void          xb_chart_get_range   (XbChart      *self,
                                    double       *from,
                                    double       *until);
void          xb_chart_zoom        (XbChart      *self,
                                    double        factor,
                                    double        around);
void          xb_chart_pan         (XbChart      *self,
                                    double        units);
void          xb_chart_show_all    (XbChart      *self);
gboolean      xb_chart_get_years   (XbChart      *self,
                                    guint        *first,
                                    guint        *last,
                                    guint        *shown);
void          xb_chart_set_year    (XbChart      *self,
                                    guint         year);

G_END_DECLS
