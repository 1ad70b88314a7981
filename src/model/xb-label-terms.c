/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "xb-day.h"
#include "xb-label-terms.h"
#include "xb-money.h"
#include "xb-platform-private.h"

/* How long a change of a label takes and what it costs: pure rules over a copy of what is known of a
 * platform. Days are counted as in xb-terms.c: the day of the hand-in is not counted. */

static int
longest (XbPlatform *platform,
         const char *least_field,
         const char *most_field)
{
  gint64 value;

  if (xb_platform_get_int (platform, most_field, &value) || xb_platform_get_int (platform, least_field, &value))
    return (int) value;
  return -1;
}

static gint64
money (XbPlatform *platform,
       const char *field,
       const char *other)
{
  gint64 fen;

  return xb_platform_get_int (platform, field, &fen) || xb_platform_get_int (platform, other, &fen) ? fen : -1;
}

/** xb_label_terms_init: copies what is known of @platform */
void
xb_label_terms_init (XbLabelTerms *self,
                     XbPlatform   *platform)
{
  const char *contract = xb_platform_get_text (platform, "contract_from");
  gboolean takes_down;
  gint64 free_edits;

  *self = (XbLabelTerms) {
    .review = longest (platform, "review_min", "review_max"),
    .sync = longest (platform, "sync_min", "sync_max"),
    .review_hours = xb_platform_get_unit (platform, "review") == XB_PLATFORM_UNIT_HOURS,
    .sync_hours = xb_platform_get_unit (platform, "sync") == XB_PLATFORM_UNIT_HOURS,
    .takes_down = xb_platform_get_bool (platform, "edit_takes_down", &takes_down) ? takes_down : -1,
    .free_edits = xb_platform_get_int (platform, "free_edits", &free_edits) ? (int) free_edits : -1,
    .fee_min = money (platform, "edit_fee_min_fen", "edit_fee_max_fen"),
    .fee_max = money (platform, "edit_fee_max_fen", "edit_fee_min_fen"),
    .indicative = xb_platform_get_known (platform, XB_PLATFORM_FIELD_EDIT_FEE_MIN).indicative ||
                  xb_platform_get_known (platform, XB_PLATFORM_FIELD_FREE_EDITS).indicative };
  if (contract != NULL && xb_day_is_valid (contract))
    g_strlcpy (self->contract_from, contract, sizeof self->contract_from);
}

/* One stage on from @day; by people: it ends on a working day. */
static char *
take_stage (XbWorkdays  *workdays,
            const char  *day,
            int          amount,
            gboolean     hours,
            gboolean     by_people,
            gboolean    *estimated,
            GError     **error)
{
  g_autofree char *end = NULL;
  gboolean guess = FALSE;
  char *result;

  if (!hours)
    result = xb_workdays_add (workdays, day, amount, &guess, error);
  else
    {
      end = xb_day_add (day, (amount + 23) / 24);
      result = by_people ? xb_workdays_add (workdays, end, 0, &guess, error) : g_steal_pointer (&end);
    }
  *estimated = *estimated || guess;
  return result;
}

/**
 * xb_label_terms_expect:
 * @filed_on: the day of the hand-in
 * @days: (out): when it shows; an allowance where the platform does not say how long it takes
 *
 * Returns: %FALSE with @error where the day is past all counting
 */
gboolean
xb_label_terms_expect (const XbLabelTerms  *self,
                       XbWorkdays          *workdays,
                       const char          *filed_on,
                       XbLabelDays         *days,
                       GError             **error)
{
  g_autofree char *received = NULL;
  g_autofree char *approved = NULL;
  g_autofree char *shown = NULL;

  *days = (XbLabelDays) { .assumed = self->review < 0 || self->sync < 0 };
  g_strlcpy (days->file_by, filed_on, sizeof days->file_by);
  received = take_stage (workdays, filed_on, 0, FALSE, TRUE, &days->estimated, error);
  if (received == NULL)
    return FALSE;
  approved = take_stage (workdays, received, self->review >= 0 ? self->review : XB_LABEL_ALLOW_REVIEW,
                         self->review >= 0 && self->review_hours, TRUE, &days->estimated, error);
  if (approved == NULL)
    return FALSE;
  shown = take_stage (workdays, approved, self->sync >= 0 ? self->sync : XB_LABEL_ALLOW_SYNC,
                      self->sync >= 0 && self->sync_hours, FALSE, &days->estimated, error);
  if (shown == NULL)
    return FALSE;
  g_strlcpy (days->expected, shown, sizeof days->expected);
  return TRUE;
}

static gboolean
is_workday (XbWorkdays *workdays,
            const char *day)
{
  gboolean workday = TRUE;

  return !xb_workdays_check (workdays, day, &workday, NULL, NULL, NULL) || workday;
}

/**
 * xb_label_terms_plan:
 * @show_on: the day on which it must show
 * @today: the earliest day on which it can be handed in
 * @days: (out): when to hand it in
 *
 * The last working day that leaves the platform its longest time, or @today where that is over already.
 *
 * Returns: %FALSE with @error where the day is past all counting
 */
gboolean
xb_label_terms_plan (const XbLabelTerms  *self,
                     XbWorkdays          *workdays,
                     const char          *show_on,
                     const char          *today,
                     XbLabelDays         *days,
                     GError             **error)
{
  g_autofree char *day = g_strdup (show_on);
  gboolean estimated = FALSE;

  while (strcmp (day, today) > 0)
    {
      char *before;

      if (is_workday (workdays, day))
        {
          if (!xb_label_terms_expect (self, workdays, day, days, error))
            return FALSE;
          estimated = estimated || days->estimated;
          if (strcmp (days->expected, show_on) <= 0)
            break;
        }
      before = xb_day_add (day, -1);
      g_free (day);
      day = before;
    }
  if (strcmp (day, today) <= 0)
    {
      g_free (day);
      day = g_strdup (today);
      if (!xb_label_terms_expect (self, workdays, day, days, error))
        return FALSE;
      days->late = strcmp (days->expected, show_on) > 0;
    }
  days->estimated = days->estimated || estimated;
  g_strlcpy (days->file_by, day, sizeof days->file_by);
  return TRUE;
}

/**
 * xb_label_terms_get_gap:
 *
 * Returns: how many working days callees see nothing while a new label is reviewed and copied to phones; 0: the
 *   old one stays; -1: not known
 */
int
xb_label_terms_get_gap (const XbLabelTerms *self)
{
  if (self->takes_down == 0)
    return 0;
  if (self->takes_down < 0 || self->review < 0 || self->sync < 0)
    return -1;
  return (self->review_hours ? (self->review + 23) / 24 : self->review) +
         (self->sync_hours ? (self->sync + 23) / 24 : self->sync);
}

/**
 * xb_label_terms_find_year:
 * @first_day: (nullable): the first day on which the platform showed a number of the business
 * @day: a day in the year
 * @from: (out): its first day
 * @until: (out): its last day
 *
 * The contract year: from the day that the owner entered, else from the first day on that platform, else the
 * calendar year. A year that begins on 29 February begins on the 28th where there is none.
 */
void
xb_label_terms_find_year (const XbLabelTerms *self,
                          const char         *first_day,
                          const char         *day,
                          char                from[11],
                          char                until[11])
{
  const char *anchor = *self->contract_from != '\0' ? self->contract_from : first_day;
  g_autofree char *begin = NULL;
  g_autofree char *next = NULL;
  g_autofree char *last = NULL;
  int years;

  if (anchor == NULL || !xb_day_is_valid (anchor))
    anchor = "2000-01-01";
  years = atoi (day) - atoi (anchor); /* the year that begins in the same calendar year */
  begin = xb_day_add_months (anchor, 12 * years);
  if (strcmp (begin, day) > 0)
    {
      years--;
      g_free (begin);
      begin = xb_day_add_months (anchor, 12 * years);
    }
  next = xb_day_add_months (anchor, 12 * (years + 1));
  last = xb_day_add (next, -1);
  g_strlcpy (from, begin, 11);
  g_strlcpy (until, last, 11);
}

/**
 * xb_label_terms_get_fee:
 * @free: whether a free edit is used
 * @least: (out): fen
 * @most: (out): fen; the ledger takes this one, so that nothing looks cheaper than it is
 *
 * Returns: whether the fee is known
 */
gboolean
xb_label_terms_get_fee (const XbLabelTerms *self,
                        gboolean            free,
                        gint64             *least,
                        gint64             *most)
{
  *least = free ? 0 : self->fee_min;
  *most = free ? 0 : self->fee_max;
  return *most >= 0;
}

/** xb_label_terms_dup_note: Returns: (transfer full): what the line in the ledger says, translated */
char *
xb_label_terms_dup_note (const XbLabelTerms *self,
                         gboolean            free)
{
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;

  if (free)
    return g_strdup (_("Label change, one of the free edits"));
  most = xb_money_format (self->fee_max);
  if (self->fee_min == self->fee_max)
    return g_strdup_printf (self->indicative ? _("Label change, %s yuan, indicative") : _("Label change, %s yuan"),
                            most);
  least = xb_money_format (self->fee_min);
  return g_strdup_printf (_("Label change, indicative: %s to %s yuan; enter what was paid"), least, most);
}
