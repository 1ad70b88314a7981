/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-day.h"
#include "xb-error.h"
#include "xb-metric.h"

#define FIRST_JULIAN 730120 /* GDate's number of 2000-01-01 */
#define FIRST_YEAR 2000
#define LAST_YEAR 2099

/** xb_period_from_julian: Returns: the day's period; %XB_PERIOD_NONE before 2000 and after 2099 */
guint
xb_period_from_julian (guint32 julian)
{
  guint day = julian - FIRST_JULIAN;

  return julian >= FIRST_JULIAN && day < xb_month_first_day ((LAST_YEAR + 1 - FIRST_YEAR) * 12) ? day : XB_PERIOD_NONE;
}

/** xb_period_from_day: Returns: the period of an ISO date; %XB_PERIOD_NONE for anything else */
guint
xb_period_from_day (const char *day)
{
  guint32 julian;

  return xb_day_is_valid (day) && xb_day_parse (day, &julian, NULL) ? xb_period_from_julian (julian) : XB_PERIOD_NONE;
}

/** xb_period_from_month: @month: 1 to 12. Returns: the period of a whole month; %XB_PERIOD_NONE for none */
guint
xb_period_from_month (guint year,
                      guint month)
{
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12)
    return XB_PERIOD_NONE;
  return XB_PERIOD_MONTHS + (year - FIRST_YEAR) * 12 + month - 1;
}

/** xb_month_first_day: @month: counted from January 2000. Returns: the day that it begins with */
guint
xb_month_first_day (guint month)
{
  guint year = month / 12; /* of 2000 … 2100: each fourth one is a leap year but the last */
  static const guint16 before[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 };
  guint days = year * 365 + (year + 3) / 4 + before[month % 12];

  return days + (month % 12 >= 2 && year % 4 == 0 && year < 100);
}

/** xb_period_month: Returns: the month, counted from January 2000, that @day (or a month's period) is in */
guint
xb_period_month (guint day)
{
  guint month;

  if (XB_PERIOD_IS_MONTH (day))
    return day - XB_PERIOD_MONTHS;
  month = day / 31;
  while (xb_month_first_day (month + 1) <= day)
    month++;
  return month;
}

/** xb_period_format: writes "2026-10-13", or "2026-10" for a month, into @out */
void
xb_period_format (guint period,
                  char  out[11])
{
  gboolean month = XB_PERIOD_IS_MONTH (period);

  xb_day_format (FIRST_JULIAN + (month ? xb_month_first_day (period - XB_PERIOD_MONTHS) : period), out);
  if (month)
    out[7] = '\0';
}

/** xb_metric_to_string: Returns: the word of files, JSON and columns */
const char *
xb_metric_to_string (XbMetric metric)
{
  static const char *const words[] = { "calls", "answered", "marks", "complaints", "inquiries", "orders", "revenue" };

  g_return_val_if_fail (metric < XB_N_METRICS, NULL);

  return words[metric];
}

/** xb_metric_sums_add: @sign: 1 to add the row, -1 to take it away again */
void
xb_metric_sums_add (XbMetricSums          *self,
                    const XbMetricFigures *figures,
                    int                    sign)
{
  self->rows += sign;
  if ((figures->known & 1u << XB_METRIC_ANSWERED) != 0)
    self->rated += sign * figures->value[XB_METRIC_CALLS];
  for (guint i = 0; i < XB_N_METRICS; i++)
    if ((figures->known & (1u << i)) != 0)
      {
        self->sum[i] += sign * figures->value[i];
        self->n[i] += sign;
      }
}

void
xb_metric_sums_add_sums (XbMetricSums       *self,
                         const XbMetricSums *other)
{
  self->rows += other->rows;
  self->rated += other->rated;
  for (guint i = 0; i < XB_N_METRICS; i++)
    {
      self->sum[i] += other->sum[i];
      self->n[i] += other->n[i];
    }
}

void
xb_metric_sums_take_away (XbMetricSums       *self,
                          const XbMetricSums *other)
{
  self->rows -= other->rows;
  self->rated -= other->rated;
  for (guint i = 0; i < XB_N_METRICS; i++)
    {
      self->sum[i] -= other->sum[i];
      self->n[i] -= other->n[i];
    }
}

/** xb_metric_sums_known: Returns: a bit for each #XbMetric that any of the rows has */
guint
xb_metric_sums_known (const XbMetricSums *self)
{
  guint known = 0;

  for (guint i = 0; i < XB_N_METRICS; i++)
    if (self->n[i] > 0)
      known |= 1u << i;
  return known;
}

/**
 * xb_metric_figures_check:
 * @error: set to %XB_ERROR_INVALID
 *
 * Returns: whether the figures of one row can be true together
 */
gboolean
xb_metric_figures_check (const XbMetricFigures *self,
                         GError               **error)
{
  if ((self->known & 1u << XB_METRIC_ANSWERED) == 0)
    return TRUE;
  if ((self->known & 1u << XB_METRIC_CALLS) == 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                   _("Answered calls without the calls say nothing; take the report with both"));
      return FALSE;
    }
  if (self->value[XB_METRIC_ANSWERED] <= self->value[XB_METRIC_CALLS])
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
               _("%" PRId64 " answered of %" PRId64 " calls cannot be; check which column is which"),
               self->value[XB_METRIC_ANSWERED], self->value[XB_METRIC_CALLS]);
  return FALSE;
}
