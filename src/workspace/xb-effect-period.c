/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "xb-day.h"
#include "xb-effect-period.h"
#include "xb-error.h"

static void
take (char       *to,
      char       *day)
{
  g_strlcpy (to, day, 11);
  g_free (day);
}

/**
 * xb_effect_period_init:
 * @day: any day of it
 * @months: %XB_EFFECT_MONTH, %XB_EFFECT_QUARTER or %XB_EFFECT_YEAR
 */
void
xb_effect_period_init (XbEffectPeriod *self,
                       const char     *day,
                       int             months)
{
  int year = atoi (day), month = atoi (day + 5);
  g_autofree char *next = NULL;

  g_return_if_fail (12 % months == 0);

  g_snprintf (self->from, sizeof self->from, "%04d-%02d-01", year, (month - 1) / months * months + 1);
  next = xb_day_add_months (self->from, months);
  take (self->until, xb_day_add (next, -1));
}

/** xb_effect_period_read: Returns: whether the two are days in their order */
gboolean
xb_effect_period_read (XbEffectPeriod *self,
                       const char     *from,
                       const char     *until,
                       GError        **error)
{
  guint32 first, last;

  if (!xb_day_parse (from, &first, error) || !xb_day_parse (until, &last, error))
    return FALSE;
  if (first > last)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("a period ends before it begins; give the earlier day first"));
      return FALSE;
    }
  xb_day_format (first, self->from);
  xb_day_format (last, self->until);
  return TRUE;
}

/** xb_effect_period_parse: @word: "2026-09", "2026-Q3" or "2026". Returns: whether it is one of these */
gboolean
xb_effect_period_parse (XbEffectPeriod *self,
                        const char     *word,
                        GError        **error)
{
  g_autoptr(GRegex) regex = g_regex_new ("^(\\d{4})(?:-(?:(0[1-9]|1[0-2])|[Qq]([1-4])))?$", G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *day = NULL;
  g_autofree char *month = NULL;
  g_autofree char *quarter = NULL;
  g_autofree char *year = NULL;

  if (!g_regex_match (regex, word, 0, &match))
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("“%s” is no period; write it as 2026-09, 2026-Q3 or 2026"), word);
      return FALSE;
    }
  year = g_match_info_fetch (match, 1);
  month = g_match_info_fetch (match, 2);
  quarter = g_match_info_fetch (match, 3);
  if (month != NULL && *month != '\0')
    day = g_strdup_printf ("%s-%s-01", year, month);
  else
    day = g_strdup_printf ("%s-%02d-01", year, quarter != NULL && *quarter != '\0' ? atoi (quarter) * 3 - 2 : 1);
  if (!xb_day_is_valid (day))
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("“%s” is no period; write it as 2026-09, 2026-Q3 or 2026"), word);
      return FALSE;
    }
  xb_effect_period_init (self, day, month != NULL && *month != '\0' ? XB_EFFECT_MONTH
                                    : quarter != NULL && *quarter != '\0' ? XB_EFFECT_QUARTER : XB_EFFECT_YEAR);
  return TRUE;
}

/** xb_effect_period_months: Returns: how many months it is; 0 where it is none as a whole */
int
xb_effect_period_months (const XbEffectPeriod *self)
{
  g_autofree char *next = xb_day_add (self->until, 1);
  int months;

  if (strcmp (self->from + 8, "01") != 0 || next == NULL || strcmp (next + 8, "01") != 0)
    return 0;
  months = (atoi (next) - atoi (self->from)) * 12 + atoi (next + 5) - atoi (self->from + 5);
  return months;
}

/** xb_effect_period_before: the time to compare with: as many months, or days, that end where it begins */
void
xb_effect_period_before (const XbEffectPeriod *self,
                         XbEffectPeriod       *before)
{
  int months = xb_effect_period_months (self);

  take (before->until, xb_day_add (self->from, -1));
  if (months > 0)
    take (before->from, xb_day_add_months (self->from, -months));
  else
    take (before->from, xb_day_add (self->from, -xb_day_diff (self->from, self->until) - 1));
}

/** xb_effect_period_dup_days: Returns: (transfer full): its first and last day */
char *
xb_effect_period_dup_days (const XbEffectPeriod *self)
{
  g_autofree char *from = xb_day_dup_label_with_year (self->from);
  g_autofree char *until = xb_day_dup_label_with_year (self->until);

  if (strcmp (self->from, self->until) == 0)
    return g_steal_pointer (&from);
  return g_strdup_printf (_("%s – %s"), from, until);
}

/** xb_effect_period_dup_title: Returns: (transfer full): "September 2026", "Q3 2026", "2026", else its days */
char *
xb_effect_period_dup_title (const XbEffectPeriod *self)
{
  static const char *const month_names[] = {
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"), N_("September"),
    N_("October"), N_("November"), N_("December"),
  };
  static const char *const quarter_names[] = { N_("Q1"), N_("Q2"), N_("Q3"), N_("Q4") };
  int months = xb_effect_period_months (self), year = atoi (self->from), month = atoi (self->from + 5) - 1;

  if (months == XB_EFFECT_MONTH)
    /* Translators: a month or a quarter, and its year */
    return g_strdup_printf (_("%1$s %2$d"), _(month_names[month]), year);
  if (months == XB_EFFECT_QUARTER && month % 3 == 0)
    return g_strdup_printf (_("%1$s %2$d"), _(quarter_names[month / 3]), year);
  if (months == XB_EFFECT_YEAR && month == 0)
    return g_strdup_printf (C_("year", "%d"), year);
  return xb_effect_period_dup_days (self);
}

/** xb_effect_period_dup_name: Returns: (transfer full): for the name of a file: "2026-09", "2026-Q3", else its days */
char *
xb_effect_period_dup_name (const XbEffectPeriod *self)
{
  int months = xb_effect_period_months (self), month = atoi (self->from + 5) - 1;

  if (months == XB_EFFECT_MONTH)
    return g_strndup (self->from, 7);
  if (months == XB_EFFECT_QUARTER && month % 3 == 0)
    return g_strdup_printf ("%.4s-Q%d", self->from, month / 3 + 1);
  if (months == XB_EFFECT_YEAR && month == 0)
    return g_strndup (self->from, 4);
  return g_strdup_printf ("%s_%s", self->from, self->until);
}
