/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-day.h"
#include "xb-format.h"

/**
 * xb_format_day:
 * @day: an ISO date
 * @today: (nullable): the year is said only where it is another one
 *
 * Returns: (transfer full): "Tue 13 Oct" / 10月13日 周二
 */
char *
xb_format_day (const char *day,
               const char *today)
{
  if (!xb_day_is_valid (day))
    return g_strdup ("");
  return today != NULL && strncmp (day, today, 4) == 0 ? xb_day_dup_label (day) : xb_day_dup_label_with_year (day);
}

/**
 * xb_format_left:
 * @day: an ISO date
 * @today: an ISO date
 * @working_days: working days after @today up to and including @day
 *
 * Returns: (transfer full): what is left in words: today, tomorrow, so many working days, overdue
 */
char *
xb_format_left (const char *day,
                const char *today,
                int         working_days)
{
  int days = xb_day_diff (today, day);

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

/**
 * xb_format_read_day:
 * @text: a day as people type it: 2026-10-13, 2026/10/13, 2026.10.13, 20261013, 2026年10月13日
 *
 * Returns: (transfer full) (nullable): the ISO date, or %NULL where it is none
 */
char *
xb_format_read_day (const char *text)
{
  static const char pattern[] =
    "^\\s*(\\d{4})(?:\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?|(\\d{2})(\\d{2}))\\s*$";
  g_autoptr(GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *day = NULL;
  guint part[3];

  if (!g_utf8_validate (text, -1, NULL) || !g_regex_match (regex, text, 0, &match))
    return NULL;
  for (guint i = 0, group = 1; i < G_N_ELEMENTS (part); group++)
    {
      g_autofree char *digits = g_match_info_fetch (match, group);

      if (digits != NULL && *digits != '\0') /* the groups of the other spelling are empty */
        part[i++] = (guint) g_ascii_strtoull (digits, NULL, 10);
    }
  day = g_strdup_printf ("%04u-%02u-%02u", part[0], part[1], part[2]);
  return xb_day_is_valid (day) ? g_steal_pointer (&day) : NULL;
}

/** xb_format_count: Returns: (transfer full): 100,000: grouped by thousands, in any locale */
char *
xb_format_count (guint64 count)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%" G_GUINT64_FORMAT, count);
  for (gssize at = (gssize) out->len - 3; at > 0; at -= 3)
    g_string_insert_c (out, at, ',');
  return g_string_free (out, FALSE);
}

/** xb_format_time_left: Returns: (transfer full): of work under way, as exactly as it can be known */
char *
xb_format_time_left (gint64 seconds)
{
  int minutes = (int) MIN ((seconds + 59) / 60, 60 * 24);
  int rounded = (int) MAX ((seconds + 4) / 5 * 5, 5); /* a figure that changes each second is no better known */

  if (seconds < 60)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "about %d second left", "about %d seconds left", rounded), rounded);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "about %d minute left", "about %d minutes left", minutes), minutes);
}
