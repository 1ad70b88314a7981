/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xb-chart-model.h"

G_BEGIN_DECLS

/* The same figures as a table: a row for each day or name, made when it is scrolled to. */
#define XB_TYPE_CHART_TABLE (xb_chart_table_get_type ())
G_DECLARE_FINAL_TYPE (XbChartTable, xb_chart_table, XB, CHART_TABLE, GtkWidget)

GtkWidget *xb_chart_table_new      (XbChartModel *model);
guint      xb_chart_table_get_n    (XbChartTable *self);
char      *xb_chart_table_dup_cell (XbChartTable *self,
                                    guint         row,
                                    guint         column);

G_END_DECLS
