/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-cost.h"
#include "xb-day.h"
#include "xb-metric-day.h"
#include "xb-money.h"
#include "xb-roi-plots.h"
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
