/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "xb-chart-rows.h"
#include "xb-chart-words.h"
#include "xb-day.h"
#include "xb-money.h"

/* 1,234,567 or 1,234.5; never "-0". */
static char *
group (double value,
       guint  decimals)
{
  char plain[64], format[8];
  GString *out = g_string_new (NULL);
  const char *digits, *point;

  g_snprintf (format, sizeof format, "%%.%uf", MIN (decimals, 9));
  g_ascii_formatd (plain, sizeof plain, format, fabs (value) < 0.5 * pow (10, -(double) decimals) ? 0 : value);
  digits = plain + (*plain == '-');
  point = strchr (digits, '.');
  if (*plain == '-')
    g_string_append (out, "−");
  for (gsize left = point != NULL ? point - digits : strlen (digits); left > 0; digits++, left--)
    {
      g_string_append_c (out, *digits);
      if (left % 3 == 1 && left > 1)
        g_string_append_c (out, ',');
    }
  g_string_append (out, digits);
  return g_string_free (out, FALSE);
}

static char *
dup_yuan (double fen)
{
  g_autofree char *sum = xb_money_format ((gint64) round (CLAMP (fen, -(double) XB_MONEY_MAX, (double) XB_MONEY_MAX)));

  return sum[0] == '-' ? g_strconcat ("−", sum + 1, NULL) : g_steal_pointer (&sum);
}

/** xb_chart_dup_value: Returns: (transfer full): "61.0 %", "1,234.50 yuan", "312"; words where there are no data */
char *
xb_chart_dup_value (XbChartUnit unit,
                    double      value)
{
  g_autofree char *number = NULL;

  if (!isfinite (value))
    return g_strdup (_("no data"));
  switch (unit)
    {
    case XB_CHART_PERCENT:
      number = group (value * 100, 1);
      /* Translators: a percentage, "61.0 %" */
      return g_strdup_printf (_("%s %%"), number);
    case XB_CHART_FEN:
      number = dup_yuan (value);
      return g_strdup_printf (_("%s yuan"), number);
    case XB_CHART_COUNT:
    default:
      return group (value, value == floor (value) ? 0 : 1);
    }
}

/** xb_chart_dup_change: Returns: (transfer full): a step up or down, with its sign: "+312", "−480.00 yuan" */
char *
xb_chart_dup_change (XbChartUnit unit,
                     double      value)
{
  g_autofree char *said = xb_chart_dup_value (unit, value);

  return isfinite (value) && value > 0 ? g_strconcat ("+", said, NULL) : g_steal_pointer (&said);
}

/** xb_chart_dup_tick: Returns: (transfer full): as short as the steps of the axis allow; money in yuan without the word */
char *
xb_chart_dup_tick (XbChartUnit unit,
                   double      step,
                   double      value)
{
  double shown = unit == XB_CHART_PERCENT ? value * 100 : unit == XB_CHART_FEN ? value / 100 : value;
  double shown_step = unit == XB_CHART_PERCENT ? step * 100 : unit == XB_CHART_FEN ? step / 100 : step;
  guint decimals = shown_step < 1 - 1e-9 ? (guint) ceil (-log10 (shown_step) - 1e-9) : 0;
  g_autofree char *number = group (shown, decimals);

  return unit == XB_CHART_PERCENT ? g_strdup_printf (_("%s %%"), number) : g_steal_pointer (&number);
}

/** xb_chart_dup_interval: Returns: (transfer full) (nullable): "[57.8 %, 64.1 %]"; none where there is none */
char *
xb_chart_dup_interval (XbChartUnit unit,
                       double      low,
                       double      high)
{
  g_autofree char *first = NULL, *last = NULL;

  if (!isfinite (low) || !isfinite (high))
    return NULL;
  first = xb_chart_dup_value (unit, low);
  last = xb_chart_dup_value (unit, high);
  return g_strdup_printf ("[%s, %s]", first, last);
}

/** xb_chart_dup_row_name: Returns: (transfer full): the name, or the day, week, month, quarter or year that begins at @x */
char *
xb_chart_dup_row_name (XbChartModel *model,
                       double        x)
{
  XbChartStep step = xb_chart_model_get_step (model);
  GDate date;
  char day[11];
  g_autofree char *label = NULL;

  if (step == XB_CHART_STEP_NONE)
    return g_strdup (xb_chart_model_get_name (model, (guint) MAX (x, 0)));
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) CLAMP (x, 700000, 1090000));
  if (step == XB_CHART_STEP_YEAR)
    return g_strdup_printf (C_("period", "%u"), (guint) g_date_get_year (&date));
  if (step == XB_CHART_STEP_QUARTER)
    /* Translators: a quarter: its number, its year */
    return g_strdup_printf (_("quarter %1$u of %2$u"), (guint) (g_date_get_month (&date) - 1) / 3 + 1,
                            (guint) g_date_get_year (&date));
  if (step == XB_CHART_STEP_MONTH)
    /* Translators: a month: year, number of the month */
    return g_strdup_printf (_("%1$u-%2$02u"), (guint) g_date_get_year (&date), (guint) g_date_get_month (&date));
  xb_day_format (g_date_get_julian (&date), day);
  label = xb_day_dup_label_with_year (day);
  return step == XB_CHART_STEP_WEEK ? g_strdup_printf (_("week from %s"), label) : g_steal_pointer (&label);
}

/**
 * xb_chart_dup_point:
 * @spoken: for the ear, with words where the eye has brackets
 *
 * Returns: (transfer full): what @series has at @x: "61.0 % [57.8 %, 64.1 %] of 480 calls"
 */
char *
xb_chart_dup_point (XbChartModel *model,
                    guint         series,
                    double        x,
                    gboolean      spoken)
{
  const XbChartPoint *point = xb_chart_rows_get_point (model, series, x);
  XbChartUnit unit = xb_chart_model_get_unit (model);
  gboolean step = xb_chart_model_get_kind (model) == XB_CHART_WATERFALL && point != NULL && !point->total;
  GString *out = g_string_new (NULL);
  g_autofree char *value = NULL, *interval = NULL;

  value = step ? xb_chart_dup_change (unit, point->value) : xb_chart_dup_value (unit, point != NULL ? point->value : NAN);
  g_string_append (out, value);
  if (point == NULL)
    return g_string_free (out, FALSE);
  interval = xb_chart_dup_interval (unit, point->low, point->high);
  if (interval != NULL && spoken)
    {
      g_autofree char *low = xb_chart_dup_value (unit, point->low), *high = xb_chart_dup_value (unit, point->high);

      g_string_append (out, _(", "));
      g_string_append_printf (out, _("interval from %1$s to %2$s"), low, high);
    }
  else if (interval != NULL)
    g_string_append_printf (out, " %s", interval);
  if (point->n > 0 && xb_chart_model_get_n_name (model) != NULL)
    {
      g_autofree char *n = group (point->n, 0);

      g_string_append (out, spoken ? _(", ") : " · ");
      /* Translators: what a rate is a share of: "Calls 480" */
      g_string_append_printf (out, _("%1$s %2$s"), xb_chart_model_get_n_name (model), n);
    }
  return g_string_free (out, FALSE);
}

const char *
xb_chart_event_kind_get_title (XbChartEventKind kind)
{
  static const char *const titles[] = {
    [XB_CHART_EVENT_LABEL] = N_("Label changed"),
    [XB_CHART_EVENT_CERTIFIED] = N_("Certified"),
    [XB_CHART_EVENT_INCIDENT] = N_("Incident"),
    [XB_CHART_EVENT_HOLIDAY] = N_("Holiday"),
  };

  return kind < XB_CHART_N_EVENTS ? _(titles[kind]) : "";
}

/** xb_chart_dup_event: Returns: (transfer full): "Label changed: Service" */
char *
xb_chart_dup_event (const XbChartEvent *event)
{
  if (*event->text == '\0')
    return g_strdup (xb_chart_event_kind_get_title (event->kind));
  return g_strdup_printf (_("%1$s: %2$s"), xb_chart_event_kind_get_title (event->kind), event->text);
}

/** xb_chart_dup_sum: Returns: (transfer full) (nullable): what the bars at @x add up to; none where they do not add up */
char *
xb_chart_dup_sum (XbChartModel *model,
                  double        x)
{
  double sum = 0;
  gboolean any = FALSE;

  if (xb_chart_model_get_kind (model) != XB_CHART_STACKED || xb_chart_model_get_n_series (model) < 2)
    return NULL;
  for (guint i = 0; i < xb_chart_model_get_n_series (model); i++)
    {
      const XbChartPoint *point = xb_chart_rows_get_point (model, i, x);

      any |= point != NULL && isfinite (point->value);
      sum += point != NULL && isfinite (point->value) ? point->value : 0;
    }
  return xb_chart_dup_value (xb_chart_model_get_unit (model), any ? sum : NAN);
}

/** xb_chart_dup_row: Returns: (transfer full): all there is at @x in one sentence, for a screen reader */
char *
xb_chart_dup_row (XbChartModel *model,
                  double        x)
{
  g_autofree char *name = xb_chart_dup_row_name (model, x);
  const char *note = xb_chart_model_get_note (model, (guint) MAX (x, 0));
  GString *out = g_string_new (name);
  g_autofree char *sum = xb_chart_dup_sum (model, x);
  double end = xb_chart_step_next (xb_chart_model_get_step (model), x);

  if (sum != NULL)
    {
      g_string_append (out, _("; "));
      g_string_append_printf (out, _("%1$s: %2$s"), _("Total"), sum);
    }
  for (guint i = 0; i < xb_chart_model_get_n_series (model); i++)
    {
      g_autofree char *value = xb_chart_dup_point (model, i, x, TRUE);

      g_string_append (out, _("; "));
      g_string_append_printf (out, _("%1$s: %2$s"), xb_chart_model_get_series (model, i)->name, value);
    }
  if (xb_chart_model_get_step (model) == XB_CHART_STEP_NONE && *note != '\0')
    g_string_append_printf (out, "%s%s", _("; "), note);
  for (guint i = 0; i < xb_chart_model_get_n_events (model); i++)
    {
      const XbChartEvent *event = xb_chart_model_get_event (model, i);
      g_autofree char *words = NULL;

      if (xb_chart_model_get_step (model) == XB_CHART_STEP_NONE || event->from >= end || event->until < x)
        continue;
      words = xb_chart_dup_event (event);
      g_string_append_printf (out, "%s%s", _("; "), words);
    }
  return g_string_free (out, FALSE);
}

/* "Answered: lowest 41.0 % (…), highest 72.3 % (…), last 66.0 % (…)" */
static void
describe_series (XbChartModel *model,
                 guint         index,
                 GString      *out)
{
  const XbChartSeries *series = xb_chart_model_get_series (model, index);
  const XbChartPoint *low = NULL, *high = NULL, *last = NULL;
  g_autofree char *low_value = NULL, *high_value = NULL, *last_value = NULL;
  g_autofree char *low_name = NULL, *high_name = NULL, *last_name = NULL;

  for (guint i = 0; i < series->points->len; i++)
    {
      const XbChartPoint *point = &g_array_index (series->points, XbChartPoint, i);

      if (!isfinite (point->value) || point->total)
        continue;
      low = low == NULL || point->value < low->value ? point : low;
      high = high == NULL || point->value > high->value ? point : high;
      last = point;
    }
  if (last == NULL)
    {
      g_string_append_printf (out, _(" %s: no data."), series->name);
      return;
    }
  low_value = xb_chart_dup_value (xb_chart_model_get_unit (model), low->value);
  high_value = xb_chart_dup_value (xb_chart_model_get_unit (model), high->value);
  last_value = xb_chart_dup_value (xb_chart_model_get_unit (model), last->value);
  low_name = xb_chart_dup_row_name (model, low->x);
  high_name = xb_chart_dup_row_name (model, high->x);
  last_name = xb_chart_dup_row_name (model, last->x);
  g_string_append_printf (out, _(" %1$s: lowest %2$s (%3$s), highest %4$s (%5$s), last %6$s (%7$s)."), series->name,
                          low_value, low_name, high_value, high_name, last_value, last_name);
}

/** xb_chart_dup_description: Returns: (transfer full): what a glance at the chart tells, in words */
char *
xb_chart_dup_description (XbChartModel *model)
{
  static const char *const kinds[] = {
    [XB_CHART_LINE] = N_("Line chart."),
    [XB_CHART_BARS] = N_("Bar chart."),
    [XB_CHART_STACKED] = N_("Chart of stacked bars."),
    [XB_CHART_BEFORE_AFTER] = N_("Chart of before and after."),
    [XB_CHART_YEAR] = N_("Calendar of a year."),
    [XB_CHART_SPARK] = N_("Small line chart."),
    [XB_CHART_WATERFALL] = N_("Chart of gain and cost, step by step."),
  };
  GString *out = g_string_new (_(kinds[xb_chart_model_get_kind (model)]));
  guint n_events = xb_chart_model_get_n_events (model);
  const char *name = NULL;
  double target = xb_chart_model_get_target (model, &name);

  if (xb_chart_model_is_empty (model))
    {
      g_string_append_printf (out, " %s", _("There are no data."));
      return g_string_free (out, FALSE);
    }
  for (guint i = 0; i < xb_chart_model_get_n_series (model); i++)
    describe_series (model, i, out);
  if (isfinite (target))
    {
      g_autofree char *value = xb_chart_dup_value (xb_chart_model_get_unit (model), target);

      g_string_append_printf (out, _(" %1$s: %2$s."), name != NULL ? name : _("Target"), value);
    }
  if (n_events > 0)
    g_string_append_printf (out, g_dngettext (GETTEXT_PACKAGE, " %u event is marked.", " %u events are marked.", n_events),
                            n_events);
  return g_string_free (out, FALSE);
}
