/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * XbChartKind:
 * @XB_CHART_LINE: lines over days, each with the band of its interval, and a target
 * @XB_CHART_BARS: bars side by side, over days or over names
 * @XB_CHART_STACKED: bars that add up, such as costs by kind
 * @XB_CHART_BEFORE_AFTER: a row for each name, series 0 before and series 1 after, with their intervals
 * @XB_CHART_YEAR: the days of a year as squares
 * @XB_CHART_SPARK: a line without axes, as large as a word
 * @XB_CHART_WATERFALL: what was gained and what was spent, step by step, to a total; the first step may have an interval, and
 *   is neither gain nor cost where 0 lies in it
 */
typedef enum
{
  XB_CHART_LINE,
  XB_CHART_BARS,
  XB_CHART_STACKED,
  XB_CHART_BEFORE_AFTER,
  XB_CHART_YEAR,
  XB_CHART_SPARK,
  XB_CHART_WATERFALL,
} XbChartKind;

/**
 * XbChartUnit:
 * @XB_CHART_COUNT: things
 * @XB_CHART_PERCENT: shares of 1, said as percentages
 * @XB_CHART_FEN: money in whole fen, said in yuan. A double holds every sum up to XB_MONEY_MAX exactly.
 */
typedef enum
{
  XB_CHART_COUNT,
  XB_CHART_PERCENT,
  XB_CHART_FEN,
} XbChartUnit;

/** XbChartStep: what a point on the time axis stands for, from its day on; NONE: the points have names, not days */
typedef enum
{
  XB_CHART_STEP_NONE,
  XB_CHART_STEP_DAY,
  XB_CHART_STEP_WEEK,
  XB_CHART_STEP_MONTH,
  XB_CHART_STEP_QUARTER,
  XB_CHART_STEP_YEAR,
} XbChartStep;

/** XbChartTone: AUTO takes the next of the colours that everybody can tell apart */
typedef enum
{
  XB_CHART_TONE_AUTO,
  XB_CHART_TONE_GAIN,
  XB_CHART_TONE_COST,
  XB_CHART_TONE_QUIET,
} XbChartTone;

typedef enum
{
  XB_CHART_EVENT_LABEL,
  XB_CHART_EVENT_CERTIFIED,
  XB_CHART_EVENT_INCIDENT,
  XB_CHART_EVENT_HOLIDAY,
  XB_CHART_N_EVENTS,
} XbChartEventKind;

/**
 * XbChartPoint:
 * @x: the julian day, or the index of the name
 * @value: NAN where there are no data
 * @low, @high: its interval; NAN where there is none
 * @n: of how many it is a share; 0 where that says nothing
 * @total: in a waterfall: stands on zero, the sum so far
 */
typedef struct
{
  double   x;
  double   value;
  double   low;
  double   high;
  double   n;
  gboolean total;
} XbChartPoint;

typedef struct
{
  char       *name;
  XbChartTone tone;
  GArray     *points; /* of XbChartPoint, x rising */
} XbChartSeries;

/** XbChartEvent: @from, @until: julian days, both included; @text: what happened, in a few words */
typedef struct
{
  XbChartEventKind kind;
  double           from;
  double           until;
  char            *text;
} XbChartEvent;

/* The figures of one chart. Whoever shows it listens to ::changed, which comes from xb_chart_model_changed() alone. */
#define XB_TYPE_CHART_MODEL (xb_chart_model_get_type ())
G_DECLARE_FINAL_TYPE (XbChartModel, xb_chart_model, XB, CHART_MODEL, GObject)

XbChartModel        *xb_chart_model_new          (XbChartKind          kind,
                                                  XbChartUnit          unit,
                                                  XbChartStep          step);
void                 xb_chart_model_clear        (XbChartModel        *self);
void                 xb_chart_model_changed      (XbChartModel        *self);
void                 xb_chart_model_set_title    (XbChartModel        *self,
                                                  const char          *title);
void                 xb_chart_model_set_subtitle (XbChartModel        *self,
                                                  const char          *subtitle);
void                 xb_chart_model_set_n_name   (XbChartModel        *self,
                                                  const char          *n_name);
void                 xb_chart_model_set_target   (XbChartModel        *self,
                                                  double               target,
                                                  const char          *name);
guint                xb_chart_model_add_series   (XbChartModel        *self,
                                                  const char          *name,
                                                  XbChartTone          tone);
void                 xb_chart_model_add          (XbChartModel        *self,
                                                  guint                series,
                                                  double               x,
                                                  double               value);
void                 xb_chart_model_add_rate     (XbChartModel        *self,
                                                  guint                series,
                                                  double               x,
                                                  double               value,
                                                  double               low,
                                                  double               high,
                                                  double               n);
void                 xb_chart_model_add_total    (XbChartModel        *self,
                                                  guint                series,
                                                  double               x);
guint                xb_chart_model_add_name     (XbChartModel        *self,
                                                  const char          *name,
                                                  const char          *note);
void                 xb_chart_model_add_event    (XbChartModel        *self,
                                                  XbChartEventKind     kind,
                                                  double               from,
                                                  double               until,
                                                  const char          *text);

XbChartKind          xb_chart_model_get_kind     (XbChartModel        *self);
XbChartUnit          xb_chart_model_get_unit     (XbChartModel        *self);
XbChartStep          xb_chart_model_get_step     (XbChartModel        *self);
const char          *xb_chart_model_get_title    (XbChartModel        *self);
const char          *xb_chart_model_get_subtitle (XbChartModel        *self);
const char          *xb_chart_model_get_n_name   (XbChartModel        *self);
double               xb_chart_model_get_target   (XbChartModel        *self,
                                                  const char         **name);
guint                xb_chart_model_get_n_series (XbChartModel        *self);
const XbChartSeries *xb_chart_model_get_series   (XbChartModel        *self,
                                                  guint                index);
guint                xb_chart_model_get_n_names  (XbChartModel        *self);
const char          *xb_chart_model_get_name     (XbChartModel        *self,
                                                  guint                index);
const char          *xb_chart_model_get_note     (XbChartModel        *self,
                                                  guint                index);
guint                xb_chart_model_get_n_events (XbChartModel        *self);
const XbChartEvent  *xb_chart_model_get_event    (XbChartModel        *self,
                                                  guint                index);
gboolean             xb_chart_model_is_empty     (XbChartModel        *self);
gboolean             xb_chart_model_get_extent   (XbChartModel        *self,
                                                  double              *from,
                                                  double              *until);
double               xb_chart_step_next          (XbChartStep          step,
                                                  double               x);

G_END_DECLS
