/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-chart-model.h"

G_BEGIN_DECLS

/**
 * XbChartScale:
 * @from, @until: the ends of the axis, both on a tick
 * @step: from tick to tick: 1, 2 or 5 times a power of ten
 *
 * The axis of the values.
 */
typedef struct
{
  double from;
  double until;
  double step;
} XbChartScale;

/** XbChartTick: @label: (nullable): none where it is a line alone */
typedef struct
{
  double x;
  char  *label;
} XbChartTick;

void       xb_chart_scale_init       (XbChartScale *self,
                                      XbChartUnit   unit,
                                      double        low,
                                      double        high,
                                      gboolean      from_zero,
                                      guint         most);
guint      xb_chart_scale_get_n      (const XbChartScale *self);
double     xb_chart_scale_get_tick   (const XbChartScale *self,
                                      guint               index);
double     xb_chart_scale_place      (const XbChartScale *self,
                                      double              value);

/* Days: @room: how many labels have room; labels name what is new: the day, the month, the year. */
GPtrArray *xb_chart_day_ticks        (double        from,
                                      double        until,
                                      guint         most);

G_END_DECLS
