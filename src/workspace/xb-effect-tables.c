/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "xb-clock.h"
#include "xb-day.h"
#include "xb-effect-tables.h"
#include "xb-effect-words.h"
#include "xb-report-fields.h"
#include "xb-roi-words.h"

static const char *
title_of (XbMetric metric)
{
  return xb_report_field_get_title (metric < XB_METRIC_MARKS ? metric + XB_REPORT_CALLS
                                                             : metric - XB_METRIC_MARKS + XB_REPORT_MARKS);
}

/* Nothing is not the same as 0. */
static void
add_metric (XbTable            *table,
            const XbMetricSums *sums,
            XbMetric            metric)
{
  if (sums->n[metric] == 0)
    xb_table_add_nothing (table);
  else if (metric == XB_METRIC_REVENUE)
    xb_table_add_money (table, sums->sum[metric]);
  else
    xb_table_add_count (table, sums->sum[metric]);
}

static void
add_rate (XbTable      *table,
          const XbRate *rate)
{
  xb_table_add_share (table, rate->known ? rate->rate : NAN);
  xb_table_add_range (table, rate->known ? rate->low : NAN, rate->high);
}

static void
add_field (XbTable    *table,
           const char *name,
           const char *value)
{
  xb_table_add_text (table, name);
  xb_table_add_text (table, value);
}

/** xb_effect_table_summary: a figure or a sentence in each row */
XbTable *
xb_effect_table_summary (const XbEffectFigures *figures)
{
  const XbTableColumn columns[] = { { _("What"), XB_TABLE_TEXT }, { _("Figure"), XB_TABLE_TEXT } };
  const XbDifference *answered = &figures->roi->payback.answered;
  XbTable *table = xb_table_new (columns, G_N_ELEMENTS (columns));
  XbRate rate = xb_effect_rate_of (&figures->sums);
  g_autofree char *title = xb_effect_period_dup_title (&figures->period);
  g_autofree char *lead = xb_effect_dup_lead (figures);
  g_autofree char *method = xb_effect_dup_method ();
  g_auto(GStrv) paragraphs = xb_effect_dup_paragraphs (figures);

  add_field (table, _("Business"), figures->business);
  add_field (table, _("Period"), title);
  xb_table_add_text (table, _("From"));
  xb_table_add_day (table, figures->period.from);
  xb_table_add_text (table, _("Until"));
  xb_table_add_day (table, figures->period.until);
  xb_table_add_text (table, _("Made on"));
  xb_table_add_day (table, figures->made_on);
  for (guint i = 0; i < XB_N_METRICS; i++)
    {
      xb_table_add_text (table, title_of (i));
      add_metric (table, &figures->sums, i);
    }
  xb_table_add_text (table, _("Answer rate"));
  xb_table_add_share (table, rate.known ? rate.rate : NAN);
  xb_table_add_text (table, _("Range (95%): from"));
  xb_table_add_share (table, rate.known ? rate.low : NAN);
  xb_table_add_text (table, _("Range (95%): to"));
  xb_table_add_share (table, rate.known ? rate.high : NAN);
  xb_table_add_text (table, _("Change in percentage points"));
  xb_table_add_points (table, answered->known ? answered->difference : NAN);
  xb_table_add_text (table, _("Spent (yuan)"));
  xb_table_add_money (table, figures->cost);
  add_field (table, _("Summary"), lead);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    add_field (table, "", paragraphs[i]);
  add_field (table, _("Method"), method);
  return table;
}

/** xb_effect_table_days: a row for each day that has figures */
XbTable *
xb_effect_table_days (const XbEffectFigures *figures)
{
  const XbTableColumn columns[] = {
    { _("Day"), XB_TABLE_DAY }, { title_of (XB_METRIC_CALLS), XB_TABLE_COUNT },
    { title_of (XB_METRIC_ANSWERED), XB_TABLE_COUNT }, { _("Answer rate"), XB_TABLE_SHARE },
    { _("Range (95%)"), XB_TABLE_RANGE }, { title_of (XB_METRIC_MARKS), XB_TABLE_COUNT },
    { title_of (XB_METRIC_COMPLAINTS), XB_TABLE_COUNT }, { title_of (XB_METRIC_INQUIRIES), XB_TABLE_COUNT },
    { title_of (XB_METRIC_ORDERS), XB_TABLE_COUNT }, { title_of (XB_METRIC_REVENUE), XB_TABLE_MONEY },
  };
  XbTable *table = xb_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < figures->days.sums->len; i++)
    {
      const XbMetricSums *sums = &g_array_index (figures->days.sums, XbMetricSums, i);
      XbRate rate = xb_effect_rate_of (sums);
      char day[11];

      if (sums->rows == 0)
        continue;
      xb_day_format ((guint32) (figures->days.span.from + (int) i + XB_METRIC_DAY_EPOCH), day);
      xb_table_add_day (table, day);
      add_metric (table, sums, XB_METRIC_CALLS);
      add_metric (table, sums, XB_METRIC_ANSWERED);
      add_rate (table, &rate);
      for (guint metric = XB_METRIC_MARKS; metric < XB_N_METRICS; metric++)
        add_metric (table, sums, metric);
    }
  return table;
}

static void
add_number (XbTable              *table,
            const XbMetricSums   *sums,
            const XbDifference   *answered,
            XbEffect              effect,
            gint64                cost,
            GArray               *line)
{
  XbRate rate = xb_effect_rate_of (sums);

  add_metric (table, sums, XB_METRIC_CALLS);
  add_metric (table, sums, XB_METRIC_ANSWERED);
  add_rate (table, &rate);
  xb_table_add_share (table, answered->before.known ? answered->before.rate : NAN);
  xb_table_add_points (table, answered->known ? answered->difference : NAN);
  xb_table_add_rise (table, answered->known ? answered->low : NAN, answered->high);
  xb_table_add_text (table, answered->known ? xb_effect_get_title (effect) : _("no calls to compare"));
  for (guint metric = XB_METRIC_MARKS; metric < XB_N_METRICS; metric++)
    add_metric (table, sums, metric);
  xb_table_add_money (table, cost);
  xb_table_take_line (table, line);
}

/** xb_effect_table_numbers: in the order of #XbEffectColumn; where there are several, all of them together stand first */
XbTable *
xb_effect_table_numbers (const XbEffectFigures *figures)
{
  const XbTableColumn columns[] = {
    { _("Number"), XB_TABLE_TEXT }, { _("Used for"), XB_TABLE_TEXT }, { title_of (XB_METRIC_CALLS), XB_TABLE_COUNT },
    { title_of (XB_METRIC_ANSWERED), XB_TABLE_COUNT }, { _("Answer rate"), XB_TABLE_SHARE },
    { _("Range (95%)"), XB_TABLE_RANGE }, { _("Before"), XB_TABLE_SHARE }, { C_("report", "Change"), XB_TABLE_POINTS }, { _("Its range (95%)"), XB_TABLE_RISE },
    { _("Verdict"), XB_TABLE_TEXT }, { title_of (XB_METRIC_MARKS), XB_TABLE_COUNT },
    { title_of (XB_METRIC_COMPLAINTS), XB_TABLE_COUNT }, { title_of (XB_METRIC_INQUIRIES), XB_TABLE_COUNT },
    { title_of (XB_METRIC_ORDERS), XB_TABLE_COUNT }, { title_of (XB_METRIC_REVENUE), XB_TABLE_MONEY },
    { _("Cost"), XB_TABLE_MONEY }, { _("Course"), XB_TABLE_LINE },
  };
  XbTable *table = xb_table_new (columns, G_N_ELEMENTS (columns));
  const XbRoi *roi = figures->roi;

  if (figures->numbers->len > 1)
    {
      xb_table_add_text (table, _("All numbers"));
      xb_table_add_nothing (table);
      add_number (table, &figures->sums, &roi->payback.answered, xb_roi_get_effect (roi), figures->cost,
                  xb_effect_dup_line (&figures->days));
      xb_table_set_total (table);
    }
  for (guint i = 0; i < figures->numbers->len; i++)
    {
      const XbEffectNumber *number = g_ptr_array_index (figures->numbers, i);

      xb_table_add_text (table, number->number);
      xb_table_add_text (table, number->use);
      add_number (table, &number->sums, &number->answered, number->effect, number->cost, g_array_ref (number->line));
    }
  return table;
}

/** xb_effect_table_costs: the lines of the ledger */
XbTable *
xb_effect_table_costs (const XbEffectFigures *figures)
{
  const XbTableColumn columns[] = {
    { _("Day"), XB_TABLE_DAY }, { _("Kind"), XB_TABLE_TEXT }, { _("Number"), XB_TABLE_TEXT }, { _("Platform"), XB_TABLE_TEXT },
    { _("Note"), XB_TABLE_TEXT }, { _("Paid or indicative"), XB_TABLE_TEXT }, { _("Yuan"), XB_TABLE_MONEY },
  };
  XbTable *table = xb_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < figures->costs->len; i++)
    {
      XbCost *cost = g_ptr_array_index (figures->costs, i);
      const char *key = xb_cost_get_platform (cost);
      const char *platform = key != NULL ? g_hash_table_lookup (figures->platforms, key) : NULL;

      xb_table_add_day (table, xb_cost_get_on_date (cost));
      xb_table_add_text (table, xb_cost_category_get_title (xb_cost_get_category (cost)));
      xb_table_add_text (table, xb_cost_get_number (cost));
      xb_table_add_text (table, platform != NULL ? platform : key);
      xb_table_add_text (table, xb_cost_get_note (cost));
      xb_table_add_text (table, xb_cost_get_indicative (cost) ? _("indicative") : _("paid"));
      xb_table_add_money (table, xb_cost_get_amount (cost));
    }
  return table;
}

/** xb_effect_table_kinds: what the lines come to by kind, and to all */
XbTable *
xb_effect_table_kinds (const XbEffectFigures *figures)
{
  const XbTableColumn columns[] = {
    { _("Kind"), XB_TABLE_TEXT }, { _("Lines"), XB_TABLE_COUNT }, { _("Indicative (yuan)"), XB_TABLE_MONEY },
    { _("Yuan"), XB_TABLE_MONEY },
  };
  XbTable *table = xb_table_new (columns, G_N_ELEMENTS (columns));
  gint64 sums[XB_N_COST_CATEGORIES] = { 0 }, indicative[XB_N_COST_CATEGORIES] = { 0 };
  guint n[XB_N_COST_CATEGORIES] = { 0 };

  for (guint i = 0; i < figures->costs->len; i++)
    {
      XbCost *cost = g_ptr_array_index (figures->costs, i);
      XbCostCategory kind = xb_cost_get_category (cost);

      n[kind]++;
      sums[kind] += xb_cost_get_amount (cost);
      indicative[kind] += xb_cost_get_indicative (cost) ? xb_cost_get_amount (cost) : 0;
    }
  for (guint kind = 0; kind < XB_N_COST_CATEGORIES; kind++)
    if (n[kind] > 0)
      {
        xb_table_add_text (table, xb_cost_category_get_title (kind));
        xb_table_add_count (table, n[kind]);
        xb_table_add_money (table, indicative[kind]);
        xb_table_add_money (table, sums[kind]);
      }
  xb_table_add_text (table, _("Together"));
  xb_table_add_count (table, figures->costs->len);
  xb_table_add_money (table, figures->cost_indicative);
  xb_table_add_money (table, figures->cost);
  xb_table_set_total (table);
  return table;
}

/** xb_effect_table_changes: what happened to the numbers in the time itself */
XbTable *
xb_effect_table_changes (const XbEffectFigures *figures)
{
  const XbTableColumn columns[] = {
    { _("Day"), XB_TABLE_DAY }, { _("What"), XB_TABLE_TEXT }, { _("Numbers"), XB_TABLE_COUNT },
  };
  XbTable *table = xb_table_new (columns, G_N_ELEMENTS (columns));
  const GArray *changes = figures->roi->changes;

  for (guint i = 0; i < changes->len; i++)
    {
      const XbRoiChange *change = &g_array_index (changes, XbRoiChange, i);

      if (change->kind == XB_ROI_INCIDENT || strcmp (change->day, figures->period.from) < 0)
        continue;
      xb_table_add_day (table, change->day);
      if (change->kind == XB_ROI_CERTIFIED)
        xb_table_add_text (table, _("Certified"));
      else if (change->numbers == 1 && change->text != NULL)
        xb_table_take_text (table, g_strdup_printf (_("Label changed to “%s”"), change->text));
      else
        xb_table_add_text (table, _("Labels changed"));
      xb_table_add_count (table, change->numbers);
    }
  return table;
}

XbTable *
xb_effect_table_incidents (const XbEffectFigures *figures)
{
  const XbTableColumn columns[] = {
    { C_("report", "Noticed"), XB_TABLE_DAY }, { _("Number"), XB_TABLE_TEXT }, { _("What"), XB_TABLE_TEXT },
    { _("Seen"), XB_TABLE_TEXT }, { _("Steps in time"), XB_TABLE_TEXT }, { _("Appeals granted"), XB_TABLE_TEXT }, { C_("report", "Closed"), XB_TABLE_DAY },
    { _("Yuan"), XB_TABLE_MONEY },
  };
  XbTable *table = xb_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < figures->incidents->len; i++)
    {
      const XbEffectIncident *item = g_ptr_array_index (figures->incidents, i);
      XbIncident *incident = item->incident;
      gint64 closed_at = xb_incident_get_closed_at (incident);
      g_autofree char *noticed = xb_instant_to_day (xb_incident_get_detected_at (incident));
      g_autofree char *closed = closed_at > 0 ? xb_instant_to_day (closed_at) : NULL;

      xb_table_add_day (table, noticed);
      xb_table_add_text (table, xb_incident_get_number (incident));
      xb_table_add_text (table, xb_incident_kind_get_title (xb_incident_get_kind (incident)));
      xb_table_add_text (table, xb_incident_get_seen (incident));
      xb_table_take_text (table, g_strdup_printf (_("%1$d of %2$d"), (int) item->in_time, (int) item->steps));
      xb_table_take_text (table, g_strdup_printf (_("%1$d of %2$d"), (int) xb_incident_get_n_cleared (incident),
                                                  (int) xb_incident_get_n_appeals (incident)));
      if (closed != NULL)
        xb_table_add_day (table, closed);
      else
        xb_table_add_text (table, _("still open"));
      xb_table_add_money (table, xb_incident_get_cost (incident));
    }
  return table;
}

XbTable *
xb_effect_table_inspections (const XbEffectFigures *figures)
{
  const XbTableColumn columns[] = {
    { _("Day"), XB_TABLE_DAY }, { _("Signed by"), XB_TABLE_TEXT }, { C_("inspection", "Passed"), XB_TABLE_COUNT },
    { C_("inspection", "Failed"), XB_TABLE_COUNT }, { C_("inspection", "Skipped"), XB_TABLE_COUNT }, { _("Photos"), XB_TABLE_COUNT }, { _("Tasks open"), XB_TABLE_COUNT },
  };
  XbTable *table = xb_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < figures->inspections->len; i++)
    {
      XbInspection *inspection = g_ptr_array_index (figures->inspections, i);

      xb_table_add_day (table, xb_inspection_get_on_day (inspection));
      xb_table_add_text (table, xb_inspection_get_signed_by (inspection));
      xb_table_add_count (table, xb_inspection_get_passed (inspection));
      xb_table_add_count (table, xb_inspection_get_failed (inspection));
      xb_table_add_count (table, xb_inspection_get_skipped (inspection));
      xb_table_add_count (table, xb_inspection_get_photos (inspection));
      xb_table_add_count (table, xb_inspection_get_tasks (inspection));
    }
  return table;
}
