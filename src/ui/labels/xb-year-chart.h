/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xb-year-block.h"

G_BEGIN_DECLS

#define XB_TYPE_YEAR_CHART (xb_year_chart_get_type ())
G_DECLARE_FINAL_TYPE (XbYearChart, xb_year_chart, XB, YEAR_CHART, GtkWidget)

GtkWidget   *xb_year_chart_new          (void);
void         xb_year_chart_set_year     (XbYearChart  *self,
                                         const XbYear *year);
guint        xb_year_chart_get_n_blocks (XbYearChart  *self);
XbYearBlock *xb_year_chart_get_block    (XbYearChart  *self,
                                         guint         index);
gboolean     xb_year_chart_shift        (XbYearChart  *self,
                                         XbYearBlock  *block,
                                         int           first,
                                         int           last);
void         xb_year_chart_commit       (XbYearChart  *self);
void         xb_year_chart_abandon      (XbYearChart  *self);
gboolean     xb_year_chart_press_key    (XbYearChart  *self,
                                         XbYearBlock  *block,
                                         guint         keyval,
                                         GdkModifierType state);
void         xb_year_chart_drag         (XbYearChart  *self,
                                         double        x,
                                         double        y,
                                         double        by);

G_END_DECLS
