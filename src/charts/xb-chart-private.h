/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "xb-chart-drawing.h"
#include "xb-chart-scale.h"

G_BEGIN_DECLS

typedef cairo_rectangle_t Box;

/* Everything is laid out from the left. Where one reads from the right the whole is mirrored at the end, and
 * words are mirrored back where they stand. */
struct _XbChartDrawing
{
  XbChartModel *model;   /* (owned) */
  XbChartStyle  style;
  PangoContext *context; /* (owned) */
  GArray       *rows;    /* (owned) (element-type double) */
  double        width;
  double        height;
  double        from;    /* of the axis of days or names that is seen */
  double        until;
  Box           plot;
  XbChartScale  scale;
  GPtrArray    *ticks;   /* (owned) (nullable): of days */
  Box           legend;
  double        lane;    /* top of the marks of events; less than zero: none */
  double        cell;    /* of a year: the side of a day */
  guint         parts;   /* of a year: how many rows of months */
  double        baseline; /* of a line of words, at the size of the style */
};

#define XB_CHART_LANE 20.0
/* How high a line is, whether its words are Latin or Chinese. */
#define XB_CHART_LINE_OF_WORDS "0Ag汉"

/* canvas: the smallest things that are drawn */
void         xb_chart_ink           (XbChartDrawing *self,
                                     cairo_t        *cr,
                                     XbChartSlot     slot,
                                     double          alpha);
PangoLayout *xb_chart_make_text     (XbChartDrawing *self,
                                     const char     *text,
                                     double          size,
                                     gboolean        bold,
                                     double          room);
void         xb_chart_measure       (XbChartDrawing *self,
                                     const char     *text,
                                     double          size,
                                     gboolean        bold,
                                     double         *width,
                                     double         *height);
void         xb_chart_put_layout    (XbChartDrawing *self,
                                     cairo_t        *cr,
                                     PangoLayout    *layout,
                                     double          x,
                                     double          y,
                                     double          align);
void         xb_chart_put_text      (XbChartDrawing *self,
                                     cairo_t        *cr,
                                     const char     *text,
                                     double          x,
                                     double          y,
                                     double          align,
                                     double          room);
void         xb_chart_put_marker    (XbChartDrawing *self,
                                     cairo_t        *cr,
                                     guint           shape,
                                     double          x,
                                     double          y,
                                     double          radius,
                                     XbChartSlot     slot,
                                     gboolean        filled);
void         xb_chart_put_event     (XbChartDrawing *self,
                                     cairo_t        *cr,
                                     XbChartEventKind kind,
                                     double          x,
                                     double          y);
void         xb_chart_put_bar       (XbChartDrawing *self,
                                     cairo_t        *cr,
                                     const Box      *bar,
                                     XbChartSlot     slot,
                                     guint           hatch);
void         xb_chart_set_dash      (XbChartDrawing *self,
                                     cairo_t        *cr,
                                     guint           series);
void         xb_chart_put_rule      (XbChartDrawing *self,
                                     cairo_t        *cr,
                                     double          x1,
                                     double          y1,
                                     double          x2,
                                     double          y2,
                                     double          alpha);
XbChartSlot  xb_chart_slot_of       (XbChartModel   *model,
                                     guint           series);

/* layout */
void         xb_chart_layout        (XbChartDrawing *self);
double       xb_chart_x             (XbChartDrawing *self,
                                     double          x);
double       xb_chart_y             (XbChartDrawing *self,
                                     double          value);
double       xb_chart_middle        (XbChartDrawing *self,
                                     double          row);
gboolean     xb_chart_has_days      (XbChartModel   *model);
gboolean     xb_chart_is_bars       (XbChartModel   *model);

/* legend: height 0 where it says nothing */
double       xb_chart_lay_legend    (XbChartDrawing *self,
                                     cairo_t        *cr,
                                     double          x,
                                     double          y,
                                     double          room);

/* kinds */
void         xb_chart_draw_line     (XbChartDrawing *self,
                                     cairo_t        *cr);
void         xb_chart_draw_bars     (XbChartDrawing *self,
                                     cairo_t        *cr);
void         xb_chart_draw_bar_values (XbChartDrawing *self,
                                       cairo_t        *cr);
void         xb_chart_draw_pair     (XbChartDrawing *self,
                                     cairo_t        *cr);
void         xb_chart_draw_year     (XbChartDrawing *self,
                                     cairo_t        *cr);
gboolean     xb_chart_bar_box       (XbChartDrawing *self,
                                     guint           series,
                                     guint           index,
                                     Box            *box);
gboolean     xb_chart_pair_box      (XbChartDrawing *self,
                                     guint           series,
                                     guint           row,
                                     Box            *box);
gboolean     xb_chart_year_box      (XbChartDrawing *self,
                                     double          day,
                                     Box            *box);
double       xb_chart_year_pick     (XbChartDrawing *self,
                                     double          x,
                                     double          y);
double       xb_chart_year_height   (XbChartDrawing *self,
                                     double          top);
guint        xb_chart_year_shade    (XbChartDrawing *self,
                                     double          value);
XbChartSlot  xb_chart_year_slot     (XbChartModel   *model);

#define XB_CHART_N_SHADES 5

G_END_DECLS
