/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "xb-chart-scale.h"

/* The smallest of 1, 2, 5 × 10ⁿ that is not under @least; ratios lie on a table, so that no rounding of pow() shows. */
static double
nice_step (double least)
{
  static const double steps[] = { 1, 2, 5, 10 };
  double power = floor (log10 (least)), unit;

  unit = power >= 0 ? pow (10, power) : 1 / pow (10, -power);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * unit >= least * (1 - 1e-9))
      return steps[i] * unit;
  return 10 * unit;
}

/**
 * xb_chart_scale_init:
 * @low, @high: what must be seen; infinite where there is nothing
 * @from_zero: whether zero must be seen, as bars need it
 * @most: how many ticks have room, at least 2
 *
 * An axis around the values that begins and ends on a tick. Shares stay between 0 and 1, counts between whole numbers.
 */
void
xb_chart_scale_init (XbChartScale *self,
                     XbChartUnit   unit,
                     double        low,
                     double        high,
                     gboolean      from_zero,
                     guint         most)
{
  const double least = unit == XB_CHART_PERCENT ? 0.001 : unit == XB_CHART_FEN ? 100 : 1;
  gboolean inside;

  if (!isfinite (low) || !isfinite (high))
    {
      low = 0;
      high = unit == XB_CHART_PERCENT ? 1 : least;
    }
  low = CLAMP (low, -1e15, 1e15);
  high = CLAMP (high, -1e15, 1e15);
  if (from_zero)
    {
      low = MIN (low, 0);
      high = MAX (high, 0);
    }
  inside = unit == XB_CHART_PERCENT && low >= 0 && high <= 1;
  if (high == low)
    { /* all the same: some room around it */
      high += low == 0 && high == 0 ? least : MAX (least, fabs (high) / 10);
      low = from_zero && low == 0 ? 0 : low - MAX (least, fabs (low) / 10);
    }
  if (inside)
    {
      low = MAX (low, 0);
      high = MIN (high, 1);
    }
  most = MAX (most, low < 0 && high > 0 ? 3 : 2);
  self->step = nice_step (MAX ((high - low) / (most - 1), least));
  /* ends on ticks may need one more than there is room for */
  for (;;)
    {
      self->from = floor (low / self->step + 1e-9) * self->step;
      self->until = ceil (high / self->step - 1e-9) * self->step;
      if (inside && self->from >= 1)
        self->from = self->until - self->step;
      if (self->until <= self->from)
        self->until = self->from + self->step;
      if (xb_chart_scale_get_n (self) <= most || (inside && self->step >= 0.5))
        break;
      self->step = nice_step (self->step * 1.5);
    }
  if (inside && xb_chart_scale_get_n (self) > 2)
    self->until = MIN (self->until, 1);
}

/** xb_chart_scale_get_n: Returns: how many ticks there are */
guint
xb_chart_scale_get_n (const XbChartScale *self)
{
  return (guint) floor ((self->until - self->from) / self->step + 1e-6) + 1;
}

/** xb_chart_scale_get_tick: Returns: its value, zero exactly where it is zero */
double
xb_chart_scale_get_tick (const XbChartScale *self,
                         guint               index)
{
  double ticks = round (self->from / self->step) + index;

  return self->step >= 1 ? ticks * self->step : ticks / round (1 / self->step);
}

/** xb_chart_scale_place: Returns: 0 for the lower end, 1 for the upper */
double
xb_chart_scale_place (const XbChartScale *self,
                      double              value)
{
  return (value - self->from) / (self->until - self->from);
}
