/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-chart-file.h"
#include "xb-chart.h"

G_BEGIN_DECLS

GBytes            *xb_chart_out_export    (XbChart        *chart,
                                           XbChartFormat   format,
                                           GError        **error);
GtkPrintOperation *xb_chart_out_new_print (XbChart        *chart);
void xb_chart_out_copy  (XbChart       *chart,
                         GtkWidget     *parent);
void xb_chart_out_save  (XbChart       *chart,
                         GtkWidget     *parent,
                         XbChartFormat  format,
                         GCancellable  *cancellable);
void xb_chart_out_print (XbChart       *chart,
                         GtkWidget     *parent);

G_END_DECLS
