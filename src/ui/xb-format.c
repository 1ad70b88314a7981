/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "xb-format.h"

/* The words are ours, not strftime's: the language of the window need not be that of the C library. */
static const char *
month_name (guint month)
{
  static const char *const names[] = {
    NC_("month", "Jan"), NC_("month", "Feb"), NC_("month", "Mar"), NC_("month", "Apr"),
    NC_("month", "May"), NC_("month", "Jun"), NC_("month", "Jul"), NC_("month", "Aug"),
    NC_("month", "Sep"), NC_("month", "Oct"), NC_("month", "Nov"), NC_("month", "Dec"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "month", names[month - 1]);
}

static const char *
weekday_name (guint weekday)
{
  static const char *const names[] = {
    NC_("weekday", "Mon"), NC_("weekday", "Tue"), NC_("weekday", "Wed"), NC_("weekday", "Thu"),
    NC_("weekday", "Fri"), NC_("weekday", "Sat"), NC_("weekday", "Sun"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "weekday", names[weekday - 1]);
}

static gboolean
read_day (const char *day,
          GDate      *date)
{
  guint y, m, d;

  g_date_clear (date, 1);
  if (day == NULL || sscanf (day, "%4u-%2u-%2u", &y, &m, &d) != 3 || !g_date_valid_dmy (d, m, y))
    return FALSE;
  g_date_set_dmy (date, d, m, y);
  return TRUE;
}

/** xb_format_days_between: Returns: days from @from to @to; 0 where one is no day */
int
xb_format_days_between (const char *from,
                        const char *to)
{
  GDate a, b;

  return read_day (from, &a) && read_day (to, &b) ? g_date_days_between (&a, &b) : 0;
}

/**
 * xb_format_day:
 * @day: an ISO date
 * @today: (nullable): today; the year is said only where it is another one
 *
 * Returns: (transfer full): "13 Oct" / 10月13日
 */
char *
xb_format_day (const char *day,
               const char *today)
{
  GDate date;

  if (!read_day (day, &date))
    return g_strdup ("");
  if (today != NULL && strncmp (day, today, 4) == 0)
    /* Translators: a day without its year; %1$s is the month, %2$d the day of the month */
    return g_strdup_printf (_("%2$d %1$s"), month_name (date.month), (int) date.day);
  /* Translators: %1$s is the month, %2$d the day of the month, %3$d the year */
  return g_strdup_printf (_("%2$d %1$s %3$d"), month_name (date.month), (int) date.day, (int) date.year);
}

/** xb_format_day_long: Returns: (transfer full): with the day of the week, "Tue 13 Oct" / 10月13日 周二 */
char *
xb_format_day_long (const char *day,
                    const char *today)
{
  g_autofree char *text = xb_format_day (day, today);
  GDate date;

  if (!read_day (day, &date))
    return g_steal_pointer (&text);
  /* Translators: %1$s is the day of the week, %2$s the date */
  return g_strdup_printf (_("%1$s %2$s"), weekday_name (g_date_get_weekday (&date)), text);
}

/**
 * xb_format_left:
 * @working_days: working days after @today up to and including @day
 *
 * Returns: (transfer full): what is left in words: today, tomorrow, so many working days, overdue
 */
char *
xb_format_left (const char *day,
                const char *today,
                int         working_days)
{
  int days = xb_format_days_between (today, day);

  if (days < 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day overdue", "%d days overdue", -days), -days);
  if (days == 0)
    return g_strdup (_("due today"));
  if (days == 1)
    return g_strdup (_("due tomorrow"));
  if (working_days <= 0) /* only days off lie between */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day left, no working day",
                                         "%d days left, no working day", days), days);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d working day left", "%d working days left",
                                       working_days), working_days);
}
