/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-day.h"
#include "xb-error.h"
#include "xb-quote.h"

static gboolean
read_day (const char *text,
          GDate      *date)
{
  static const char shape[] = "dddd-dd-dd";
  guint number[3] = { 0, 0, 0 };
  guint part = 0, i;

  for (i = 0; shape[i] != '\0'; i++)
    {
      if (shape[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != '-')
        return FALSE;
      if (shape[i] == '-')
        part++;
      else
        number[part] = number[part] * 10 + (text[i] - '0');
    }
  if (text[i] != '\0' || number[0] < XB_DAY_FIRST_YEAR || number[0] > XB_DAY_LAST_YEAR
      || !g_date_valid_dmy (number[2], number[1], number[0]))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, number[2], number[1], number[0]);
  return TRUE;
}

/** xb_day_is_valid: Returns: whether @text (nullable) is an ISO date from 1900 to 2999 */
gboolean
xb_day_is_valid (const char *text)
{
  GDate date;

  return text != NULL && read_day (text, &date);
}

/**
 * xb_day_parse:
 * @text: a day, strictly as "2026-10-13"
 * @julian: (out): its number; days in a row have numbers in a row
 * @error: set to %XB_ERROR_INVALID
 *
 * Returns: whether @text is a day that exists, from 1900 to 2999
 */
gboolean
xb_day_parse (const char *text,
              guint32    *julian,
              GError    **error)
{
  g_autofree char *quoted = NULL;
  GDate date;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (julian != NULL, FALSE);

  if (read_day (text, &date))
    {
      *julian = g_date_get_julian (&date);
      return TRUE;
    }
  quoted = xb_quote_dup (text);
  g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
               _("“%s” is no day; write an existing one as year-month-day, like 2026-10-13"), quoted);
  return FALSE;
}

/** xb_day_format: writes the ISO date of @julian, a day from 1900 to 2999, into @out */
void
xb_day_format (guint32 julian,
               char    out[11])
{
  GDate date;
  guint number[3];
  static const guint widths[] = { 4, 2, 2 };
  char *end = out + 10;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  number[0] = g_date_get_year (&date);
  number[1] = g_date_get_month (&date);
  number[2] = g_date_get_day (&date);
  *end = '\0';
  for (int part = 2; part >= 0; part--)
    {
      for (guint i = 0; i < widths[part]; i++, number[part] /= 10)
        *--end = (char) ('0' + number[part] % 10);
      if (part > 0)
        *--end = '-';
    }
}

/* The nearest day that can be written. */
static char *
dup_clamped (const GDate *date)
{
  char out[11];

  if (g_date_get_year (date) < XB_DAY_FIRST_YEAR)
    return g_strdup ("1900-01-01");
  if (g_date_get_year (date) > XB_DAY_LAST_YEAR)
    return g_strdup ("2999-12-31");
  xb_day_format (g_date_get_julian (date), out);
  return g_strdup (out);
}

/**
 * xb_day_add:
 * @day: a valid day
 * @days: calendar days, also negative
 *
 * Returns: (transfer full): that day; never before 1900-01-01 or after 2999-12-31
 */
char *
xb_day_add (const char *day,
            int         days)
{
  GDate date;

  g_return_val_if_fail (day != NULL && read_day (day, &date), NULL);

  days = CLAMP (days, -500000, 500000);
  if (days >= 0)
    g_date_add_days (&date, days);
  else
    g_date_subtract_days (&date, -days);
  return dup_clamped (&date);
}

/**
 * xb_day_add_months:
 * @day: a valid day
 * @months: also negative
 *
 * Returns: (transfer full): the same day of that month, or its last day where the month is shorter;
 *   never before 1900-01-01 or after 2999-12-31
 */
char *
xb_day_add_months (const char *day,
                   int         months)
{
  GDate date;

  g_return_val_if_fail (day != NULL && read_day (day, &date), NULL);

  months = CLAMP (months, -15000, 15000);
  if (months >= 0)
    g_date_add_months (&date, months);
  else
    g_date_subtract_months (&date, -months);
  return dup_clamped (&date);
}

/** xb_day_diff: Returns: calendar days from @from to @until, both valid; negative when @until comes first */
int
xb_day_diff (const char *from,
             const char *until)
{
  GDate first, last;

  g_return_val_if_fail (from != NULL && read_day (from, &first), 0);
  g_return_val_if_fail (until != NULL && read_day (until, &last), 0);

  return g_date_days_between (&first, &last);
}

/** xb_day_weekday: Returns: 1 for Monday to 7 for Sunday; @day must be valid */
int
xb_day_weekday (const char *day)
{
  GDate date;

  g_return_val_if_fail (day != NULL && read_day (day, &date), 1);

  return g_date_get_weekday (&date);
}

/* Names come from the translation, not from the C library: a Chinese window may run in the C locale. */
static const char *
weekday_name (const GDate *date)
{
  static const char *const names[] = {
    NC_("weekday", "Mon"), NC_("weekday", "Tue"), NC_("weekday", "Wed"), NC_("weekday", "Thu"),
    NC_("weekday", "Fri"), NC_("weekday", "Sat"), NC_("weekday", "Sun"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "weekday", names[g_date_get_weekday (date) - 1]);
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

/** xb_day_dup_label: Returns: (transfer full): @day as people read it: "Tue 13 Oct", "10月13日 周二" */
char *
xb_day_dup_label (const char *day)
{
  GDate date;

  g_return_val_if_fail (day != NULL && read_day (day, &date), NULL);

  /* Translators: weekday, day of the month, month: "Tue 13 Oct". In Chinese "%3$s%2$u日 %1$s". */
  return g_strdup_printf (_("%1$s %2$u %3$s"), weekday_name (&date), (guint) g_date_get_day (&date),
                          month_name (&date));
}

/** xb_day_dup_label_with_year: Returns: (transfer full): "Tue 13 Oct 2026", "2026年10月13日 周二" */
char *
xb_day_dup_label_with_year (const char *day)
{
  GDate date;

  g_return_val_if_fail (day != NULL && read_day (day, &date), NULL);

  /* Translators: weekday, day of the month, month, year. In Chinese "%4$u年%3$s%2$u日 %1$s". */
  return g_strdup_printf (_("%1$s %2$u %3$s %4$u"), weekday_name (&date), (guint) g_date_get_day (&date),
                          month_name (&date), (guint) g_date_get_year (&date));
}

/** xb_day_dup_span: Returns: (transfer full): "1 Oct – 31 Oct 2026", "2026年10月1日 – 10月31日"; one day is that day */
char *
xb_day_dup_span (const char *from,
                 const char *until)
{
  GDate first, last;
  guint years[2];

  g_return_val_if_fail (from != NULL && read_day (from, &first), NULL);
  g_return_val_if_fail (until != NULL && read_day (until, &last), NULL);

  years[0] = g_date_get_year (&first);
  years[1] = g_date_get_year (&last);
  if (g_date_compare (&first, &last) == 0)
    /* Translators: day of the month, month, year: "13 Oct 2026". In Chinese "%3$u年%2$s%1$u日". */
    return g_strdup_printf (_("%1$u %2$s %3$u"), (guint) g_date_get_day (&first), month_name (&first), years[0]);
  if (years[0] == years[1])
    /* Translators: day and month, day and month, year: "1 Oct – 31 Oct 2026". In Chinese "%5$u年%2$s%1$u日 – %4$s%3$u日". */
    return g_strdup_printf (_("%1$u %2$s – %3$u %4$s %5$u"), (guint) g_date_get_day (&first), month_name (&first),
                            (guint) g_date_get_day (&last), month_name (&last), years[1]);
  /* Translators: day, month, year, twice. In Chinese "%3$u年%2$s%1$u日 – %6$u年%5$s%4$u日". */
  return g_strdup_printf (_("%1$u %2$s %3$u – %4$u %5$s %6$u"), (guint) g_date_get_day (&first), month_name (&first), years[0],
                          (guint) g_date_get_day (&last), month_name (&last), years[1]);
}
