/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "xb-chart-scale.h"

/* From tick to tick, in days or in months. */
typedef struct
{
  guint  days;
  guint  months;
  double least; /* days at least */
} Stride;

static const Stride strides[] = {
  { 1, 0, 1 }, { 2, 0, 1 }, { 7, 0, 7 }, { 14, 0, 14 }, { 0, 1, 28 }, { 0, 2, 59 }, { 0, 3, 90 }, { 0, 6, 181 },
  { 0, 12, 365 }, { 0, 24, 730 }, { 0, 60, 1826 }, { 0, 120, 3652 }, { 0, 240, 7305 },
};

/* The first tick at or after @from: Mondays, first days of months, of quarters, of years, of tens of years. */
static void
find_first (const Stride *stride,
            double        from,
            GDate        *date)
{
  guint32 julian = (guint32) ceil (from);

  g_date_clear (date, 1);
  g_date_set_julian (date, julian);
  if (stride->months == 0)
    {
      guint beyond = (julian + stride->days * 1000 - 1) % stride->days; /* day 1 of the count is a Monday */

      if (beyond > 0)
        g_date_add_days (date, stride->days - beyond);
      return;
    }
  for (;;)
    {
      guint month = g_date_get_year (date) * 12 + g_date_get_month (date) - 1;

      if (g_date_get_day (date) == 1 && month % stride->months == 0)
        return;
      g_date_set_day (date, 1);
      g_date_add_months (date, 1);
    }
}

static const char *
month_name (const GDate *date)
{
  static const char *const names[] = {
    NC_("month", "Jan"), NC_("month", "Feb"), NC_("month", "Mar"), NC_("month", "Apr"),
    NC_("month", "May"), NC_("month", "Jun"), NC_("month", "Jul"), NC_("month", "Aug"),
    NC_("month", "Sep"), NC_("month", "Oct"), NC_("month", "Nov"), NC_("month", "Dec"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "month", names[g_date_get_month (date) - 1]);
}

/* Says what differs from the tick before: the day alone would be enough, were it not for a new month or year. */
static char *
dup_label (const Stride *stride,
           const GDate  *date,
           const GDate  *before)
{
  guint year = g_date_get_year (date);
  gboolean new_year = before == NULL || g_date_get_year (before) != year;

  if (stride->months >= 12 || (stride->months > 0 && new_year && g_date_get_month (date) == 1))
    /* Translators: a year on an axis */
    return g_strdup_printf (C_("axis", "%u"), year);
  if (stride->months > 0)
    /* Translators: on an axis: name of the month, year. In Chinese "%2$u年%1$s". */
    return new_year ? g_strdup_printf (C_("axis", "%1$s %2$u"), month_name (date), year) : g_strdup (month_name (date));
  if (new_year || g_date_get_month (before) != g_date_get_month (date))
    /* Translators: on an axis: day of the month, name of the month. In Chinese "%2$s%1$u日". */
    return g_strdup_printf (C_("axis", "%1$u %2$s"), (guint) g_date_get_day (date), month_name (date));
  /* Translators: on an axis: a day of the month that was named before. In Chinese "%u日". */
  return g_strdup_printf (C_("axis day", "%u"), (guint) g_date_get_day (date));
}

static void
tick_free (gpointer data)
{
  XbChartTick *tick = data;

  g_free (tick->label);
  g_free (tick);
}

static GPtrArray *
make_ticks (const Stride *stride,
            double        from,
            double        until)
{
  GPtrArray *ticks = g_ptr_array_new_with_free_func (tick_free);
  GDate date, before;

  for (find_first (stride, from, &date); g_date_get_julian (&date) <= until;)
    {
      XbChartTick *tick = g_new0 (XbChartTick, 1);

      tick->x = g_date_get_julian (&date);
      tick->label = dup_label (stride, &date, ticks->len > 0 ? &before : NULL);
      g_ptr_array_add (ticks, tick);
      before = date;
      if (stride->months > 0)
        g_date_add_months (&date, stride->months);
      else
        g_date_add_days (&date, stride->days);
    }
  return ticks;
}

/**
 * xb_chart_day_ticks:
 * @from, @until: julian days
 * @most: how many labels have room
 *
 * Returns: (transfer full) (element-type XbChartTick): the finest round periods that have room
 */
GPtrArray *
xb_chart_day_ticks (double from,
                    double until,
                    guint  most)
{
  const Stride *stride = &strides[G_N_ELEMENTS (strides) - 1];

  from = CLAMP (from, 700000, 1090000);
  until = CLAMP (until, from, 1095000);
  for (guint i = 0; i < G_N_ELEMENTS (strides); i++)
    if ((until - from) / (strides[i].months > 0 ? strides[i].least : strides[i].days) <= MAX (most, 2) + 0.5)
      {
        stride = &strides[i];
        break;
      }
  return make_ticks (stride, from, until);
}
