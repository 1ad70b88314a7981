/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-day.h"
#include "xb-effect-day.h"
#include "xb-effect-days.h"
#include "xb-format.h"
#include "xb-money.h"
#include "xb-report-fields.h"
#include "xb-roi-words.h"
#include "xb-text-column.h"
#include "xb-workspace-ledger.h"

static char *
dup_day (int day)
{
  char text[11];

  xb_day_format ((guint32) (day + XB_METRIC_DAY_EPOCH), text);
  return xb_day_dup_label_with_year (text);
}

static char *
day_text (gpointer item,
          gpointer data)
{
  return dup_day (xb_effect_day_get_used (item)->day);
}

static char *
period_text (gpointer item,
             gpointer data)
{
  return g_strdup (xb_effect_day_get_used (item)->after ? _("After") : _("Before"));
}

/* Of @figure, an XbMetric; where nothing is reported of a day there is nothing. */
static char *
figure_text (gpointer item,
             gpointer figure)
{
  const XbDayUsed *used = xb_effect_day_get_used (item);
  const XbTotals *sum = &used->sum;
  const gint64 figures[XB_N_METRICS] = {
    [XB_METRIC_CALLS] = sum->calls, [XB_METRIC_ANSWERED] = sum->answered, [XB_METRIC_MARKS] = sum->marks,
    [XB_METRIC_COMPLAINTS] = sum->complaints, [XB_METRIC_INQUIRIES] = sum->inquiries, [XB_METRIC_ORDERS] = sum->orders,
    [XB_METRIC_REVENUE] = sum->revenue,
  };
  gint64 value = figures[GPOINTER_TO_UINT (figure)];

  if (used->use == XB_DAY_MISSING)
    return NULL;
  if (GPOINTER_TO_UINT (figure) == XB_METRIC_REVENUE)
    return xb_money_format (value);
  return xb_format_count ((guint64) MAX (value, 0));
}

static char *
rate_text (gpointer item,
           gpointer data)
{
  const XbTotals *sum = &xb_effect_day_get_used (item)->sum;
  XbRate rate = xb_rate_wilson (sum->answered, sum->calls, 0.95);
  g_autofree char *share = xb_share_dup_text (rate.rate, FALSE);
  g_autofree char *low = xb_share_dup_text (rate.low, FALSE);
  g_autofree char *high = xb_share_dup_text (rate.high, FALSE);

  return rate.known ? g_strdup_printf ("%s%% [%s, %s]", share, low, high) : NULL;
}

static char *
use_text (gpointer item,
          gpointer data)
{
  const char *why = xb_effect_day_get_why (item);

  return g_strdup (why != NULL ? why : _("counts"));
}

static void
add_columns (GtkColumnView *view,
             guint          known,
             gboolean       sides)
{
  xb_text_column_add (view, _("Day"), FALSE, day_text, NULL);
  if (sides)
    xb_text_column_add (view, _("Period"), FALSE, period_text, NULL);
  for (XbMetric metric = 0; metric < XB_N_METRICS; metric++)
    {
      if ((known & 1u << metric) != 0 || metric <= XB_METRIC_ANSWERED)
        xb_text_column_add (view, xb_report_field_get_title (metric < XB_METRIC_MARKS ? metric + XB_REPORT_CALLS
                                                             : metric - XB_METRIC_MARKS + XB_REPORT_MARKS), TRUE, figure_text,
                            GUINT_TO_POINTER (metric));
      if (metric == XB_METRIC_ANSWERED)
        xb_text_column_add (view, _("Answer rate"), TRUE, rate_text, NULL);
    }
  if (sides)
    gtk_column_view_column_set_expand (xb_text_column_add (view, _("Use"), FALSE, use_text, NULL), TRUE);
}

static char *
dup_why (const XbRoi     *roi,
         const XbDayUsed *used)
{
  const XbOtherEffect *other;

  switch (used->use)
    {
    case XB_DAY_EXCLUDED:
      other = &g_array_index (roi->comparison->others, XbOtherEffect, used->other);
      return xb_roi_change_dup_text (&g_array_index (roi->changes, XbRoiChange, other->change.id));
    case XB_DAY_MISSING:
      return g_strdup (_("no figures"));
    case XB_DAY_USED:
    case XB_DAY_CONTROL_MISSING:
    default:
      return NULL;
    }
}

static char *
dup_note (const char  *heading,
          const XbRoi *roi)
{
  gint64 months = roi->payback.before.calls + roi->payback.after.calls -
                  roi->comparison->totals_before.calls - roi->comparison->totals_after.calls;
  g_autofree char *calls = xb_format_count ((guint64) MAX (months, 0));

  if (months <= 0)
    return g_strdup (heading);
  return g_strdup_printf (_("%s\n%s calls more were reported for whole months, and have no days."), heading, calls);
}

/** xb_effect_days_new: every day of both periods, whether it counts, and if not why */
XbTableWindow *
xb_effect_days_new (GtkWidget   *parent,
                    const char  *heading,
                    const XbRoi *roi)
{
  GListStore *items = g_list_store_new (XB_TYPE_EFFECT_DAY);
  const GArray *days = roi->comparison->days;
  g_autofree char *note = dup_note (heading, roi);
  XbTableWindow *window;

  for (guint i = 0; i < days->len; i++)
    {
      const XbDayUsed *used = &g_array_index (days, XbDayUsed, i);
      g_autofree char *why = dup_why (roi, used);
      g_autoptr(XbEffectDay) day = xb_effect_day_new (used, why);

      g_list_store_append (items, day);
    }
  window = xb_table_window_new (parent, _("Day by Day"), note, G_LIST_MODEL (items));
  add_columns (xb_table_window_get_view (window), xb_metric_sums_known (&roi->before) | xb_metric_sums_known (&roi->after), TRUE);
  return window;
}

/** xb_effect_days_new_series: the days of a label */
XbTableWindow *
xb_effect_days_new_series (GtkWidget             *parent,
                           const char            *heading,
                           const XbMetricsSeries *series)
{
  GListStore *items = g_list_store_new (XB_TYPE_EFFECT_DAY);
  XbTableWindow *window;

  for (guint i = 0; i < series->days->len; i++)
    {
      const XbMetricDay *row = &g_array_index (series->days, XbMetricDay, i);
      XbDayUsed used = { .day = row->day, .use = XB_DAY_USED, .other = -1 };
      g_autoptr(XbEffectDay) day = NULL;

      if (!xb_totals_add (&used.sum, row, NULL))
        continue;
      day = xb_effect_day_new (&used, NULL);
      g_list_store_append (items, day);
    }
  window = xb_table_window_new (parent, _("Day by Day"), heading, G_LIST_MODEL (items));
  add_columns (xb_table_window_get_view (window), series->known, FALSE);
  return window;
}

static char *
cost_day_text (gpointer item,
               gpointer data)
{
  return xb_day_dup_label_with_year (xb_cost_get_on_date (item));
}

static char *
cost_kind_text (gpointer item,
                gpointer data)
{
  return g_strdup (xb_cost_category_get_title (xb_cost_get_category (item)));
}

static char *
cost_number_text (gpointer item,
                  gpointer data)
{
  return g_strdup (xb_cost_get_number (item));
}

static char *
cost_sum_text (gpointer item,
               gpointer data)
{
  return xb_money_format (xb_cost_get_amount (item));
}

static char *
cost_note_text (gpointer item,
                gpointer data)
{
  const char *note = xb_cost_get_note (item);

  if (!xb_cost_get_indicative (item))
    return g_strdup (note);
  return note != NULL ? g_strdup_printf ("%s · %s", _("Indicative"), note) : g_strdup (_("Indicative"));
}

static gboolean
is_asked (gpointer item,
          gpointer numbers)
{
  gint64 id = xb_cost_get_number_id (item);

  for (guint i = 0; i < ((GArray *) numbers)->len; i++)
    if (g_array_index ((GArray *) numbers, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/** xb_effect_days_new_costs: the lines of the ledger that the cost is the sum of */
XbTableWindow *
xb_effect_days_new_costs (GtkWidget   *parent,
                          const char  *heading,
                          XbWorkspace *workspace,
                          const XbRoi *roi)
{
  char from[11], until[11];
  XbLedgerPart part = { from, until, -1, NULL, NULL };
  GListModel *items;
  GtkColumnView *view;
  XbTableWindow *window;

  xb_day_format ((guint32) (roi->comparison->after.from + XB_METRIC_DAY_EPOCH), from);
  xb_day_format ((guint32) (roi->comparison->after.until + XB_METRIC_DAY_EPOCH), until);
  items = xb_workspace_list_ledger (workspace, &part);
  if (roi->numbers != NULL)
    {
      GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_asked, g_array_ref (roi->numbers), (GDestroyNotify) g_array_unref));

      items = G_LIST_MODEL (gtk_filter_list_model_new (items, filter));
    }
  window = xb_table_window_new (parent, _("What Was Spent"), heading, items);
  view = xb_table_window_get_view (window);
  xb_text_column_add (view, _("Day"), FALSE, cost_day_text, NULL);
  xb_text_column_add (view, _("Kind"), FALSE, cost_kind_text, NULL);
  xb_text_column_add (view, _("Yuan"), TRUE, cost_sum_text, NULL);
  xb_text_column_add (view, _("Number"), FALSE, cost_number_text, NULL);
  gtk_column_view_column_set_expand (xb_text_column_add (view, _("Note"), FALSE, cost_note_text, NULL), TRUE);
  return window;
}
