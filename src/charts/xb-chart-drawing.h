/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "xb-chart-model.h"
#include "xb-chart-style.h"

G_BEGIN_DECLS

/* A chart laid out in a box of a size, ready to be drawn: onto a window, paper, a picture. */
typedef struct _XbChartDrawing XbChartDrawing;

XbChartDrawing *xb_chart_drawing_new          (XbChartModel       *model,
                                               const XbChartStyle *style,
                                               double              width,
                                               double              height,
                                               double              from,
                                               double              until);
void            xb_chart_drawing_free         (XbChartDrawing     *self);
void            xb_chart_drawing_draw         (XbChartDrawing     *self,
                                               cairo_t            *cr);
void            xb_chart_drawing_draw_readout (XbChartDrawing     *self,
                                               cairo_t            *cr,
                                               double              row);
gboolean        xb_chart_drawing_locate       (XbChartDrawing     *self,
                                               guint               series,
                                               double              row,
                                               cairo_rectangle_t  *place);
double          xb_chart_drawing_pick         (XbChartDrawing     *self,
                                               double              x,
                                               double              y);
double          xb_chart_drawing_get_x_at     (XbChartDrawing     *self,
                                               double              x);
void            xb_chart_drawing_get_plot     (XbChartDrawing     *self,
                                               cairo_rectangle_t  *plot);
void            xb_chart_draw                 (XbChartModel       *model,
                                               const XbChartStyle *style,
                                               cairo_t            *cr,
                                               double              x,
                                               double              y,
                                               double              width,
                                               double              height);

void            xb_chart_draw_part            (XbChartModel       *model,
                                               const XbChartStyle *style,
                                               cairo_t            *cr,
                                               double              from,
                                               double              until,
                                               double              x,
                                               double              y,
                                               double              width,
                                               double              height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbChartDrawing, xb_chart_drawing_free)

G_END_DECLS
