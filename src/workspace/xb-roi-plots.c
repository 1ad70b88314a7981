/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-cost.h"
#include "xb-day.h"
#include "xb-metric-day.h"
#include "xb-money.h"
#include "xb-roi-plots.h"
#include "xb-roi-words.h"
#include "xb-workdays.h"

#define LEAST_HOLIDAY 3 /* days; a shorter one is seen in no figure */

static char *
dup_holiday (XbWorkdays *workdays,
             int         day)
{
  g_autofree char *reason = NULL;
  gboolean workday = TRUE;
  char text[11];

  xb_day_format ((guint32) (day + XB_METRIC_DAY_EPOCH), text);
  xb_workdays_check (workdays, text, &workday, &reason, NULL, NULL);
  return workday || reason == NULL || g_str_equal (reason, _("weekend")) ? NULL : g_steal_pointer (&reason);
}

/**
 * xb_roi_plot_holidays:
 * @from: the first day, in days since 1970-01-01
 * @until: the last one
 *
 * Marks the long holidays, when people are not at their desks.
 */
void
xb_roi_plot_holidays (XbChartModel *model,
                      int           from,
                      int           until)
{
  XbWorkdays *workdays = xb_workdays_get_default ();
  g_autofree char *name = NULL;
  int begun = from;

  for (int day = from; day <= until + 1; day++)
    {
      g_autofree char *next = day <= until ? dup_holiday (workdays, day) : NULL;

      if (g_strcmp0 (name, next) == 0)
        continue;
      if (name != NULL && day - begun >= LEAST_HOLIDAY)
        xb_chart_model_add_event (model, XB_CHART_EVENT_HOLIDAY, begun + XB_METRIC_DAY_EPOCH, day - 1 + XB_METRIC_DAY_EPOCH, name);
      g_free (name);
      name = g_steal_pointer (&next);
      begun = day;
    }
}

/* Where the day stands on the axis below; of several numbers there is no one text. */
static const char *
get_brief (const XbRoiChange *change)
{
  if (change->numbers > 1)
    return "";
  if (change->kind == XB_ROI_LABEL && change->text != NULL)
    return change->text;
  return change->kind == XB_ROI_CERTIFIED ? _("Certified") : "";
}

/**
 * xb_roi_plot_changes:
 * @from: the first day that is shown, in days since 1970-01-01
 * @until: the last one
 * @brief: for paper: a word; else what a pointer reads out, with its day
 *
 * Marks what happened meanwhile; an incident that is not over lasts until the end of what is shown.
 */
void
xb_roi_plot_changes (XbChartModel *model,
                     const XbRoi  *roi,
                     int           from,
                     int           until,
                     gboolean      brief)
{
  static const XbChartEventKind kinds[] = {
    [XB_ROI_CERTIFIED] = XB_CHART_EVENT_CERTIFIED, [XB_ROI_LABEL] = XB_CHART_EVENT_LABEL,
    [XB_ROI_INCIDENT] = XB_CHART_EVENT_INCIDENT,
  };
  const gint64 first = (gint64) from + XB_METRIC_DAY_EPOCH, last = (gint64) until + XB_METRIC_DAY_EPOCH;

  for (guint i = 0; i < roi->changes->len; i++)
    {
      const XbRoiChange *change = &g_array_index (roi->changes, XbRoiChange, i);
      g_autofree char *text = brief ? g_strdup (get_brief (change)) : xb_roi_change_dup_text (change);
      guint32 begun, day;
      gint64 over;

      if (!xb_day_parse (change->day, &begun, NULL))
        continue;
      over = begun;
      if (change->kind == XB_ROI_INCIDENT)
        over = xb_day_parse (change->until, &day, NULL) ? day : last;
      if (over >= first && begun <= last)
        xb_chart_model_add_event (model, kinds[change->kind], MAX (begun, first), MIN (MAX (over, begun), last), text);
    }
}

/**
 * xb_roi_plot_money:
 * @model: (inout): a waterfall of money, empty
 *
 * What more was earned, with where it may lie, and what was spent for it, kind by kind.
 *
 * Returns: whether there is something to show: not where nobody knows what orders brought
 */
gboolean
xb_roi_plot_money (XbChartModel *model,
                   const XbRoi  *roi)
{
  const XbSum *profit = &roi->payback.profit;
  gboolean proven = profit->known && (profit->low > 0 || profit->high < 0);
  g_autofree char *low = xb_money_format (profit->low);
  g_autofree char *high = xb_money_format (profit->high);
  g_autofree char *note = NULL;

  if (!profit->known)
    return FALSE;
  note = g_strdup_printf (proven ? _("interval from %s to %s yuan") : _("not certain: anything from %s to %s yuan"), low, high);
  xb_chart_model_set_subtitle (model, note);
  xb_chart_model_add_series (model, _("Yuan"), XB_CHART_TONE_AUTO);
  xb_chart_model_add_rate (model, 0, xb_chart_model_add_name (model, profit->value < 0 ? _("Fewer orders") : _("More orders"), NULL),
                           (double) profit->value, (double) profit->low, (double) profit->high, 0);
  for (guint kind = 0; kind < G_N_ELEMENTS (roi->costs); kind++)
    if (roi->costs[kind] != 0)
      xb_chart_model_add (model, 0, xb_chart_model_add_name (model, xb_cost_category_get_title (kind), NULL),
                          (double) -roi->costs[kind]);
  xb_chart_model_add_total (model, 0, xb_chart_model_add_name (model, _("Left over"), NULL));
  return TRUE;
}
