/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "xb-day.h"
#include "xb-effect-charts.h"
#include "xb-roi-plots.h"
#include "xb-roi-words.h"

static XbChartModel *
make (XbChartKind kind,
      XbChartStep step,
      const char *title)
{
  XbChartModel *model = xb_chart_model_new (kind, kind == XB_CHART_WATERFALL ? XB_CHART_FEN : XB_CHART_PERCENT, step);

  xb_chart_model_set_title (model, title);
  if (kind != XB_CHART_WATERFALL)
    xb_chart_model_set_n_name (model, _("Calls"));
  return model;
}

XbChartModel *
xb_effect_charts_new_days (void)
{
  return make (XB_CHART_LINE, XB_CHART_STEP_DAY, _("Answer rate day by day"));
}

XbChartModel *
xb_effect_charts_new_pair (void)
{
  return make (XB_CHART_BEFORE_AFTER, XB_CHART_STEP_NONE, _("Answer rate before and after"));
}

XbChartModel *
xb_effect_charts_new_money (void)
{
  return make (XB_CHART_WATERFALL, XB_CHART_STEP_NONE, _("Cost and gain"));
}

XbChartModel *
xb_effect_charts_new_labels (void)
{
  return make (XB_CHART_BARS, XB_CHART_STEP_NONE, _("Answer rate of each label"));
}

XbChartModel *
xb_effect_charts_new_years (void)
{
  return make (XB_CHART_YEAR, XB_CHART_STEP_DAY, _("Answer rate over the year"));
}

static void
add_rate (XbChartModel *model,
          guint         series,
          double        x,
          const XbRate *rate)
{
  xb_chart_model_add_rate (model, series, x, rate->known ? rate->rate : NAN, rate->known ? rate->low : NAN,
                           rate->known ? rate->high : NAN, (double) rate->trials);
}

void
xb_effect_charts_set_pair (XbChartModel *model,
                           const XbRoi  *roi)
{
  const XbDifference *answered = &roi->payback.answered;
  g_autofree char *difference = xb_share_dup_text (answered->difference, TRUE);
  g_autofree char *low = xb_share_dup_text (answered->low, TRUE);
  g_autofree char *high = xb_share_dup_text (answered->high, TRUE);
  g_autofree char *note = answered->known ? g_strdup_printf (_("%s percentage points [%s, %s]"), difference, low, high) : NULL;

  xb_chart_model_clear (model);
  xb_chart_model_add_name (model, _("Answer rate"), note);
  xb_chart_model_add_series (model, _("Before"), XB_CHART_TONE_AUTO);
  xb_chart_model_add_series (model, _("After"), XB_CHART_TONE_AUTO);
  add_rate (model, 0, 0, &answered->before);
  add_rate (model, 1, 0, &answered->after);
  xb_chart_model_changed (model);
}

void
xb_effect_charts_set_days (XbChartModel *model,
                           const XbRoi  *roi)
{
  const GArray *days = roi->comparison->days;

  xb_chart_model_clear (model);
  xb_chart_model_add_series (model, _("Before"), XB_CHART_TONE_AUTO);
  xb_chart_model_add_series (model, _("After"), XB_CHART_TONE_AUTO);
  xb_chart_model_set_target (model, XB_METRIC_GOOD_RATE, _("Target"));
  for (guint i = 0; i < days->len; i++)
    {
      const XbDayUsed *day = &g_array_index (days, XbDayUsed, i);
      XbRate rate = xb_rate_wilson (day->sum.answered, day->sum.calls, 0.95);

      if (day->use == XB_DAY_USED && rate.known)
        add_rate (model, day->after, day->day + XB_METRIC_DAY_EPOCH, &rate);
    }
  xb_roi_plot_changes (model, roi, roi->comparison->before.from, roi->comparison->after.until, FALSE);
  xb_roi_plot_holidays (model, roi->comparison->before.from, roi->comparison->after.until);
  xb_chart_model_changed (model);
}

/** xb_effect_charts_set_money: Returns: whether there is something to show: not where nobody knows what orders brought */
gboolean
xb_effect_charts_set_money (XbChartModel *model,
                            const XbRoi  *roi)
{
  xb_chart_model_clear (model);
  if (!xb_roi_plot_money (model, roi))
    return FALSE;
  xb_chart_model_changed (model);
  return TRUE;
}

void
xb_effect_charts_set_labels (XbChartModel      *model,
                             const XbRoiLabels *labels)
{
  const GArray *ranking = labels->comparison->ranking;

  xb_chart_model_clear (model);
  xb_chart_model_set_target (model, XB_METRIC_GOOD_RATE, _("Target"));
  xb_chart_model_add_series (model, _("Answer rate"), XB_CHART_TONE_AUTO);
  for (guint i = 0; i < ranking->len; i++)
    {
      const XbRanked *ranked = &g_array_index (ranking, XbRanked, i);
      guint x = xb_chart_model_add_name (model, xb_roi_labels_get_text (labels, i), ranked->among_best ? _("among the best") : NULL);

      add_rate (model, 0, x, &ranked->answered);
    }
  xb_chart_model_changed (model);
}

/** xb_effect_charts_set_years: @series: of all years; @roi: (nullable): whose marks are shown as well */
void
xb_effect_charts_set_years (XbChartModel          *model,
                            const XbMetricsSeries *series,
                            const XbRoi           *roi)
{
  xb_chart_model_clear (model);
  xb_chart_model_add_series (model, _("Answer rate"), XB_CHART_TONE_AUTO);
  for (guint i = 0; i < series->days->len; i++)
    {
      const XbMetricDay *day = &g_array_index (series->days, XbMetricDay, i);
      XbRate rate = xb_rate_wilson (MIN (day->answered, day->calls), day->calls, 0.95);

      add_rate (model, 0, day->day + XB_METRIC_DAY_EPOCH, &rate);
    }
  if (roi != NULL)
    xb_roi_plot_changes (model, roi, roi->comparison->before.from, roi->comparison->after.until, FALSE);
  xb_chart_model_changed (model);
}
