/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "xb-day.h"
#include "xb-effect-plots.h"
#include "xb-roi-plots.h"

/* So many days as dots and their bands are one blot. */
#define DAYS_MOST 130

static void
add_rate (XbChartModel       *model,
          guint               series,
          double              x,
          const XbMetricSums *sums)
{
  XbRate rate = xb_effect_rate_of (sums);

  if (rate.known)
    xb_chart_model_add_rate (model, series, x, rate.rate, rate.low, rate.high, (double) rate.trials);
}

/** xb_effect_plot_days: the answer rate in the course of the time, by day or, of a long time, by week */
XbChartModel *
xb_effect_plot_days (const XbEffectFigures *figures)
{
  const GArray *days = figures->days.sums;
  guint step = days->len > DAYS_MOST ? 7 : 1;
  g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_LINE, XB_CHART_PERCENT,
                                                      step == 1 ? XB_CHART_STEP_DAY : XB_CHART_STEP_WEEK);

  xb_chart_model_set_title (model, step == 1 ? _("Answer rate day by day") : _("Answer rate week by week"));
  xb_chart_model_set_n_name (model, _("Calls"));
  xb_chart_model_add_series (model, _("Answer rate"), XB_CHART_TONE_AUTO);
  xb_chart_model_set_target (model, XB_METRIC_GOOD_RATE, _("Target"));
  for (guint from = 0; from < days->len; from += step)
    {
      XbMetricSums sums = { 0 };

      for (guint i = from; i < MIN (from + step, days->len); i++)
        xb_metric_sums_add_sums (&sums, &g_array_index (days, XbMetricSums, i));
      add_rate (model, 0, figures->days.span.from + (int) from + XB_METRIC_DAY_EPOCH, &sums);
    }
  if (xb_chart_model_is_empty (model))
    return NULL;
  xb_roi_plot_changes (model, figures->roi, figures->days.span.from, figures->days.span.until, TRUE);
  xb_roi_plot_holidays (model, figures->days.span.from, figures->days.span.until);
  return g_steal_pointer (&model);
}

static void
add_pair (XbChartModel       *model,
          const char         *name,
          const XbDifference *answered)
{
  guint row = xb_chart_model_add_name (model, name, NULL);
  const XbRate *rates[] = { &answered->before, &answered->after };

  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    xb_chart_model_add_rate (model, i, row, rates[i]->rate, rates[i]->low, rates[i]->high, (double) rates[i]->trials);
}

/** xb_effect_plot_pair: before and after, of all and of the @most numbers with most calls */
XbChartModel *
xb_effect_plot_pair (const XbEffectFigures *figures,
                      guint                  most,
                      guint                 *n_rows)
{
  g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_BEFORE_AFTER, XB_CHART_PERCENT, XB_CHART_STEP_NONE);
  g_autofree char *before = xb_effect_period_dup_title (&figures->before);
  g_autofree char *after = xb_effect_period_dup_title (&figures->period);

  *n_rows = 0;
  if (!figures->roi->payback.answered.known)
    return NULL;
  xb_chart_model_set_title (model, _("Answer rate before and after"));
  xb_chart_model_set_n_name (model, _("Calls"));
  xb_chart_model_add_series (model, before, XB_CHART_TONE_AUTO);
  xb_chart_model_add_series (model, after, XB_CHART_TONE_AUTO);
  add_pair (model, figures->numbers->len > 1 ? _("All numbers") : _("Answer rate"), &figures->roi->payback.answered);
  *n_rows = 1;
  for (guint i = 0; i < figures->numbers->len && figures->numbers->len > 1 && *n_rows <= most; i++)
    {
      const XbEffectNumber *number = g_ptr_array_index (figures->numbers, i);

      if (!number->answered.known)
        continue;
      add_pair (model, number->number, &number->answered);
      ++*n_rows;
    }
  return g_steal_pointer (&model);
}

/** xb_effect_plot_costs: what was spent in each of the twelve months, by kind */
XbChartModel *
xb_effect_plot_costs (const XbEffectFigures *figures)
{
  g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_STACKED, XB_CHART_FEN, XB_CHART_STEP_MONTH);
  guint n = 0;

  xb_chart_model_set_title (model, _("Costs of twelve months"));
  for (guint kind = 0; kind < XB_N_COST_CATEGORIES; kind++)
    {
      gint64 sum = 0;

      for (guint month = 0; month < XB_EFFECT_COST_MONTHS; month++)
        sum += figures->months[month][kind];
      if (sum == 0)
        continue;
      xb_chart_model_add_series (model, xb_cost_category_get_title (kind), XB_CHART_TONE_AUTO);
      for (guint month = 0; month < XB_EFFECT_COST_MONTHS; month++)
        {
          g_autofree char *day = xb_day_add_months (figures->first_month, (int) month);
          guint32 julian = 0;

          xb_day_parse (day, &julian, NULL);
          xb_chart_model_add (model, n, julian, (double) figures->months[month][kind]);
        }
      n++;
    }
  return n > 0 ? g_steal_pointer (&model) : NULL;
}

/** xb_effect_plot_gain: what was spent and what came of it, where that is known */
XbChartModel *
xb_effect_plot_gain (const XbEffectFigures *figures)
{
  g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_WATERFALL, XB_CHART_FEN, XB_CHART_STEP_NONE);

  xb_chart_model_set_title (model, _("Cost and gain"));
  return xb_roi_plot_money (model, figures->roi) ? g_steal_pointer (&model) : NULL;
}
