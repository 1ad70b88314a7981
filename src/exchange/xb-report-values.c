/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-day.h"
#include "xb-error.h"
#include "xb-money.h"
#include "xb-quote.h"
#include "xb-report-values.h"
#include "xb-xlsx-format.h"

#define LONGEST 80 /* bytes of a cell that can still be a day or a figure */

/** xb_report_is_blank: Returns: whether the cell says nothing: empty, or one of the signs for that */
gboolean
xb_report_is_blank (const char *text)
{
  static const char *const signs[] = { "-", "--", "—", "——", "–", "/", "\\", "N/A", "n/a", "NA", "null", "NULL", "无", NULL };

  while (*text == ' ' || *text == '\t')
    text++;
  return *text == '\0' || (!g_ascii_isdigit (*text) && g_strv_contains (signs, text));
}

/* Full-width signs narrowed, blanks single and none around. */
static gboolean
narrow (const char *text,
        char        out[LONGEST + 1])
{
  gsize n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c >= 0xff01 && c <= 0xff5e)
        c = c - 0xff01 + '!';
      if (c == 0x2212 || c == 0x2010 || c == 0x2011)
        c = '-';
      if (c == 0xfeff || c == 0x200b || c == 0x200e)
        continue;
      if (g_unichar_isspace (c))
        c = ' ';
      if (c == ' ' && (n == 0 || out[n - 1] == ' '))
        continue;
      if (n + 6 > LONGEST)
        return FALSE;
      n += g_unichar_to_utf8 (c, out + n);
    }
  while (n > 0 && out[n - 1] == ' ')
    n--;
  out[n] = '\0';
  return TRUE;
}

/* A day or a month under way. */
typedef struct
{
  guint year, month, day; /* 0: not said */
  gboolean two_ways;
} Date;

static guint
take_digits (const char **at,
             guint       *number)
{
  guint n = 0;

  for (*number = 0; g_ascii_isdigit (**at) && n < 9; ++*at, n++)
    *number = *number * 10 + (**at - '0');
  return n;
}

static gboolean
take_word (const char **at,
           const char  *word)
{
  if (!g_str_has_prefix (*at, word))
    return FALSE;
  *at += strlen (word);
  return TRUE;
}

static gboolean
take_separator (const char **at)
{
  while (**at == ' ')
    ++*at;
  if (**at != '-' && **at != '/' && **at != '.')
    return FALSE;
  ++*at;
  while (**at == ' ')
    ++*at;
  return TRUE;
}

/* "Oct", "October", "sept." */
static guint
take_month_name (const char **at)
{
  static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";

  for (guint i = 0; i < 12; i++)
    if (g_ascii_strncasecmp (*at, names + 3 * i, 3) == 0)
      {
        while (g_ascii_isalpha (**at))
          ++*at;
        *at += **at == '.';
        return i + 1;
      }
  return 0;
}

/* 2026-10-13, 2026/10/13, 2026.10.13, 2026年10月13日, 2026-10, 2026年10月 */
static gboolean
read_year_first (const char **at,
                 Date        *date)
{
  gboolean chinese = take_word (at, "年");

  if (!chinese && !take_separator (at))
    return FALSE;
  while (**at == ' ')
    ++*at;
  if (take_digits (at, &date->month) > 2)
    return FALSE;
  if (take_word (at, "月份"))
    return TRUE;
  if (chinese ? take_word (at, "月") : take_separator (at))
    {
      while (**at == ' ')
        ++*at;
      if (!g_ascii_isdigit (**at))
        return chinese;
      if (take_digits (at, &date->day) > 2)
        return FALSE;
      return take_word (at, "日") || take_word (at, "号") || !chinese;
    }
  return !chinese;
}

/* 13/10/2026 and 10/13/2026, where only one way to read it gives a day; 13-Oct-2026 */
static gboolean
read_year_last (const char **at,
                guint        first,
                Date        *date)
{
  guint second;

  while (**at == ' ' || **at == '-' || **at == '/' || **at == '.')
    ++*at;
  date->month = take_month_name (at);
  if (date->month > 0)
    date->day = first;
  else
    {
      if (take_digits (at, &second) == 0)
        return FALSE;
      date->two_ways = first <= 12 && second <= 12 && first != second;
      date->month = first > 12 ? second : first;
      date->day = first > 12 ? first : second;
    }
  while (**at == ' ' || **at == '-' || **at == '/' || **at == '.' || **at == ',')
    ++*at;
  return take_digits (at, &date->year) == 4;
}

/* Oct 13, 2026; October 2026 */
static gboolean
read_name_first (const char **at,
                 Date        *date)
{
  guint number;
  guint digits;

  date->month = take_month_name (at);
  if (date->month == 0)
    return FALSE;
  while (**at == ' ' || **at == '-')
    ++*at;
  digits = take_digits (at, &number);
  if (digits == 4)
    {
      date->year = number;
      return TRUE;
    }
  date->day = number;
  while (**at == ' ' || **at == ',')
    ++*at;
  return digits > 0 && take_digits (at, &date->year) == 4;
}

static gboolean
read_date (const char **at,
           Date        *date)
{
  guint number, digits;

  *date = (Date) { 0 };
  digits = take_digits (at, &number);
  switch (digits)
    {
    case 0:
      return read_name_first (at, date);
    case 1: case 2:
      return read_year_last (at, number, date);
    case 4:
      date->year = number;
      return read_year_first (at, date);
    case 6:
      *date = (Date) { number / 100, number % 100 };
      return TRUE;
    case 8:
      *date = (Date) { number / 10000, number / 100 % 100, number % 100 };
      return TRUE;
    default:
      return FALSE;
    }
}

/* What may stand behind a day: a time of day, a day of the week. */
static gboolean
is_rest (const char *at)
{
  while (*at == ' ' || *at == ',')
    at++;
  if (*at == '(')
    return at[strlen (at) - 1] == ')';
  if (g_str_has_prefix (at, "周") || g_str_has_prefix (at, "星期"))
    return g_utf8_strlen (at, -1) <= 3;
  if (*at == 'T' && g_ascii_isdigit (at[1]))
    at++;
  return *at == '\0' || (g_ascii_isdigit (*at) && strchr (at, ':') != NULL && at[strspn (at, "0123456789:.+-Z APMapm")] == '\0');
}

static guint
to_period (const Date *date)
{
  g_autofree char *day = NULL;

  if (date->day == 0)
    return xb_period_from_month (date->year, date->month);
  day = g_strdup_printf ("%04u-%02u-%02u", date->year, date->month, date->day);
  return xb_period_from_day (day);
}

static const char *
take_until (const char *at)
{
  static const char *const words[] = { "~", "至", "到", "—", "–", "--", "-", "to" };

  while (*at == ' ')
    at++;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (take_word (&at, words[i]))
      {
        while (*at == ' ')
          at++;
        return at;
      }
  return NULL;
}

/* "2026-09-01 ~ 2026-09-30" is one month as a whole. */
static gboolean
read_range (const char *at,
            const Date *first,
            guint      *period)
{
  const char *next = take_until (at);
  Date last;
  guint from, until, month;

  if (next == NULL || !read_date (&next, &last) || *next != '\0' || first->day == 0 || last.day == 0)
    return FALSE;
  from = to_period (first);
  until = to_period (&last);
  if (from == XB_PERIOD_NONE || until == XB_PERIOD_NONE)
    return FALSE;
  *period = from;
  month = xb_period_month (from);
  if (from == xb_month_first_day (month) && until + 1 == xb_month_first_day (month + 1))
    *period = XB_PERIOD_MONTHS + month;
  else if (from != until)
    *period = XB_PERIOD_NONE;
  return TRUE;
}

static gboolean
refuse (const char *text,
        const char *format,
        GError    **error)
{
  g_autofree char *quoted = xb_quote_dup (text);
  g_autofree char *message = NULL;
  g_auto(GStrv) parts = g_strsplit (format, "%s", 2);

  message = g_strjoinv (quoted, parts);
  g_set_error_literal (error, XB_ERROR, XB_ERROR_INVALID, message);
  return FALSE;
}

/* A day that a workbook shows as a bare number. */
static gboolean
read_serial (const char *text,
             guint      *period)
{
  char day[11];

  if (strlen (text) != 5 || strspn (text, "0123456789") != 5 ||
      !xb_xlsx_serial_to_day (g_ascii_strtoll (text, NULL, 10), FALSE, day))
    return FALSE;
  *period = xb_period_from_day (day);
  return *period != XB_PERIOD_NONE;
}

/**
 * xb_report_parse_period:
 * @text: a day in any usual spelling, or a month
 * @period: (out): see #XbMetricFigures
 * @error: set to %XB_ERROR_INVALID
 *
 * Returns: whether @text is one day or one month as a whole, from 2000 to 2099
 */
gboolean
xb_report_parse_period (const char *text,
                        guint      *period,
                        GError    **error)
{
  char buffer[LONGEST + 1];
  const char *at = buffer;
  Date date;

  *period = xb_period_from_day (text);
  if (*period != XB_PERIOD_NONE)
    return TRUE;
  if (!narrow (text, buffer) || read_serial (buffer, period))
    at = NULL;
  if (*period != XB_PERIOD_NONE)
    return TRUE;
  if (at == NULL || !read_date (&at, &date))
    return refuse (text, _("“%s” is no day; write an existing one as year-month-day, like 2026-10-13"), error);
  if (date.two_ways)
    return refuse (text, _("“%s” can be read as two different days; write the year first, like 2026-10-13"), error);
  if (!is_rest (at))
    {
      if (!read_range (at, &date, period))
        return refuse (text, _("“%s” is no day; write an existing one as year-month-day, like 2026-10-13"), error);
      if (*period == XB_PERIOD_NONE)
        return refuse (text, _("“%s” is neither one day nor one whole month; take the report by day or by month"), error);
      return TRUE;
    }
  *period = to_period (&date);
  if (*period != XB_PERIOD_NONE)
    return TRUE;
  if (date.year > 0 && (date.year < 2000 || date.year > 2099))
    return refuse (text, _("“%s” is outside the years 2000 to 2099; is this the column of days?"), error);
  return refuse (text, _("“%s” is no day; write an existing one as year-month-day, like 2026-10-13"), error);
}

/* Digits, with commas between groups of three where there are any. */
static gboolean
take_grouped (const char **at,
              gint64      *number)
{
  guint group = 0, digits = 0;
  gboolean commas = FALSE;

  *number = 0;
  for (;; ++*at)
    if (g_ascii_isdigit (**at))
      {
        *number = MIN (*number * 10 + (**at - '0'), G_GINT64_CONSTANT (1000000000000));
        group++;
        digits++;
      }
    else if (**at == ',' && group > 0 && group <= 3 && (!commas || group == 3))
      {
        commas = TRUE;
        group = 0;
      }
    else
      return digits > 0 && (!commas || group == 3);
}

static gboolean
is_unit (const char *at)
{
  static const char *const units[] = { "", "次", "个", "通", "单", "条", "件", "笔", "人次", NULL };

  while (*at == ' ')
    at++;
  return g_strv_contains (units, at);
}

/**
 * xb_report_parse_count:
 * @text: a whole number: "1234", "1,234", "１２３４", "12 次", "12.0"
 * @error: set to %XB_ERROR_INVALID
 */
gboolean
xb_report_parse_count (const char *text,
                       gint64     *count,
                       GError    **error)
{
  gsize digits = strspn (text, "0123456789");
  char buffer[LONGEST + 1];
  const char *at = buffer;
  gboolean negative, good;

  if (digits > 0 && digits <= 8 && text[digits] == '\0') /* nearly always */
    {
      for (*count = 0; *text != '\0'; text++)
        *count = *count * 10 + (*text - '0');
      return TRUE;
    }
  good = narrow (text, buffer);
  negative = good && *at == '-';
  at += negative || (good && *at == '+');
  good = good && take_grouped (&at, count);
  if (good && *at == '.' && at[1] == '0')
    at += 1 + strspn (at + 1, "0");
  if (!good || !is_unit (at))
    return refuse (text, _("“%s” is no whole number; write it in digits"), error);
  if (negative && *count != 0)
    return refuse (text, _("“%s” is below zero, which no count can be; check the cell"), error);
  if (*count > XB_METRIC_COUNT_MOST)
    return refuse (text, _("“%s” is more than can be true; check which column is which"), error);
  return TRUE;
}

/**
 * xb_report_parse_money:
 * @text: a sum in yuan as for xb_money_parse()
 * @error: set to %XB_ERROR_INVALID
 */
gboolean
xb_report_parse_money (const char  *text,
                       gint64      *fen,
                       GError     **error)
{
  gsize yuan = strspn (text, "0123456789");
  gsize cents = text[yuan] == '.' ? strspn (text + yuan + 1, "0123456789") : 0;

  if (yuan > 0 && yuan <= 12 && cents <= 2 && text[yuan + cents + (text[yuan] == '.')] == '\0') /* nearly always */
    {
      *fen = 0;
      for (const char *at = text; *at != '\0'; at++)
        if (*at != '.')
          *fen = *fen * 10 + (*at - '0');
      for (; cents < 2; cents++)
        *fen *= 10;
      return TRUE;
    }
  if (!xb_money_parse (text, fen, error))
    return FALSE;
  if (*fen <= XB_METRIC_REVENUE_MOST)
    return TRUE;
  return refuse (text, _("“%s” is more than can be true; check which column is which"), error);
}

/**
 * xb_report_parse_rate:
 * @text: "61.2%", or a fraction: "0.612"
 * @rate: (out): from 0 to 1
 * @error: set to %XB_ERROR_INVALID
 */
gboolean
xb_report_parse_rate (const char *text,
                      double     *rate,
                      GError    **error)
{
  char buffer[LONGEST + 1];
  char *end = NULL;
  gboolean good = narrow (text, buffer) && g_ascii_isdigit (*buffer) && buffer[strspn (buffer, "0123456789. %")] == '\0';

  *rate = good ? g_ascii_strtod (buffer, &end) : 0;
  while (good && *end == ' ')
    end++;
  if (good && g_str_equal (end, "%"))
    *rate /= 100;
  else
    good = good && *end == '\0';
  if (good && *rate >= 0 && *rate <= 1)
    return TRUE;
  return refuse (text, _("“%s” is no share from 0 to 100 percent"), error);
}
