/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-clock.h"
#include "xb-day.h"
#include "xb-platform-private.h"
#include "xb-terms.h"

/* When to expect a platform's answer, and what it costs: pure rules over what is known of it.
 *
 * Working days are those of the State Council's calendar. The day of the event is not counted
 * (Civil Code of the PRC, article 201: the first day is left out). Desks close at 18:00 (Huawei Cloud
 * publishes working days 9:00 to 18:00 as its hours of review; others say nothing): what comes
 * later, or on a day off, counts as having come on the next working day. */
#define DESK_CLOSES 18

typedef struct
{
  XbPlatformField least;
  XbPlatformField most;
  gboolean        in_hours;
  gboolean        by_people; /* ends on a working day */
} Span;

/**
 * xb_term_free:
 * @self: (transfer full): a term
 */
void
xb_term_free (XbTerm *self)
{
  g_free (self->earliest);
  g_free (self->expected);
  g_free (self->why);
  g_free (self);
}

static XbTerm *
new_unknown (const char *why)
{
  XbTerm *self = g_new0 (XbTerm, 1);

  self->why = g_strdup (why);
  return self;
}

/* (transfer full) (nullable): @n working days on; also notes whether the calendar was estimated */
static char *
add_days (XbTerm      *self,
          XbWorkdays  *workdays,
          const char  *day,
          int          n,
          GError     **error)
{
  gboolean estimated = FALSE;
  char *result = xb_workdays_add (workdays, day, n, &estimated, error);

  self->estimated = self->estimated || estimated;
  return result;
}

/* (transfer full) (nullable): the working day as which @instant counts */
static char *
received_on (XbTerm      *self,
             XbWorkdays  *workdays,
             gint64       instant,
             GError     **error)
{
  g_autofree char *day = xb_instant_to_day (instant);

  return add_days (self, workdays, day, instant > xb_instant_from_day (day, DESK_CLOSES, 0), error);
}

/* (transfer full) (nullable): the day that lies @amount after @instant */
static char *
count (XbTerm      *self,
       XbWorkdays  *workdays,
       const Span  *span,
       gint64       instant,
       gint64       amount,
       GError     **error)
{
  g_autofree char *day = NULL;

  if (!span->in_hours)
    {
      day = received_on (self, workdays, instant, error);
      return day != NULL && amount > 0 ? add_days (self, workdays, day, (int) amount, error)
                                       : g_steal_pointer (&day);
    }
  day = xb_instant_to_day (instant + amount * 3600);
  return span->by_people ? add_days (self, workdays, day, 0, error) : g_steal_pointer (&day);
}

static char *
explain (XbTerm     *self,
         XbWorkdays *workdays,
         const Span *span,
         const char *length,
         gint64      instant)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_offset (8 * 3600);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (instant);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, zone);
  g_autofree char *moment = g_date_time_format (local, "%Y-%m-%d %H:%M");
  g_autofree char *day = xb_instant_to_day (instant);
  g_autofree char *received = NULL;

  if (span->in_hours && span->by_people)
    return g_strdup_printf (_("%s after %s, on a working day"), length, moment);
  if (span->in_hours)
    return g_strdup_printf (_("%s after %s"), length, moment);
  received = received_on (self, workdays, instant, NULL);
  if (g_strcmp0 (received, day) == 0)
    return g_strdup_printf (_("%s after %s"), length, day);
  return g_strdup_printf (_("%s after %s: it came in after 18:00 or on a day off"),
                          length, received);
}

/* (transfer full) (nullable): the term of @span; NULL with @error when a day cannot be counted */
static XbTerm *
measure (XbPlatform  *platform,
         XbWorkdays  *workdays,
         const Span  *span,
         gint64       instant,
         GError     **error)
{
  g_autoptr(XbTerm) self = g_new0 (XbTerm, 1);
  XbKnown least = xb_platform_get_known (platform, span->least);
  XbKnown most = xb_platform_get_known (platform, span->most);
  g_autofree char *length = xb_platform_dup_line (platform, span->least);
  GVariant *longest = most.value != NULL ? most.value : least.value;

  g_assert (longest != NULL);

  self->known = TRUE;
  self->indicative = (least.value != NULL && least.indicative) ||
                     (most.value != NULL && most.indicative);
  if (least.value != NULL)
    {
      self->earliest =
        count (self, workdays, span, instant, g_variant_get_int64 (least.value), error);
      if (self->earliest == NULL)
        return NULL;
    }
  self->expected = count (self, workdays, span, instant, g_variant_get_int64 (longest), error);
  if (self->expected == NULL)
    return NULL;
  self->why = explain (self, workdays, span, length, instant);
  return g_steal_pointer (&self);
}

static gboolean
is_known (XbPlatform *platform,
          const Span *span)
{
  return xb_platform_get_known (platform, span->least).value != NULL ||
         xb_platform_get_known (platform, span->most).value != NULL;
}

/**
 * xb_terms_review:
 * @submitted_at: UTC seconds
 * @expedite: whether the expedited review is paid for; where its time is not known, the usual one
 *   counts
 *
 * When the review should be over. Working days are counted as described above; hours run through,
 * and an end on a day off moves to the next working day, since people review.
 *
 * Returns: (transfer full): the term; %NULL with XB_ERROR_INVALID when the day is past all counting
 */
XbTerm *
xb_terms_review (XbPlatform  *platform,
                 XbWorkdays  *workdays,
                 gint64       submitted_at,
                 gboolean     expedite,
                 GError     **error)
{
  const Span expedited = {
    XB_PLATFORM_FIELD_EXPEDITE_HOURS, XB_PLATFORM_FIELD_EXPEDITE_HOURS, TRUE, TRUE
  };
  const Span usual = {
    XB_PLATFORM_FIELD_REVIEW_MIN, XB_PLATFORM_FIELD_REVIEW_MAX,
    xb_platform_get_unit (platform, "review") == XB_PLATFORM_UNIT_HOURS, TRUE
  };

  g_return_val_if_fail (XB_IS_PLATFORM (platform), NULL);

  if (expedite && is_known (platform, &expedited))
    return measure (platform, workdays, &expedited, submitted_at, error);
  if (is_known (platform, &usual))
    return measure (platform, workdays, &usual, submitted_at, error);
  return new_unknown (_("How long the review takes is not known. Ask the platform and enter it."));
}

/**
 * xb_terms_sync:
 * @approved_at: UTC seconds
 *
 * When phones should show it. Hours run through days off as well: machines copy.
 *
 * Returns: (transfer full): the term; %NULL with XB_ERROR_INVALID when the day is past all counting
 */
XbTerm *
xb_terms_sync (XbPlatform  *platform,
               XbWorkdays  *workdays,
               gint64       approved_at,
               GError     **error)
{
  const Span span = {
    XB_PLATFORM_FIELD_SYNC_MIN, XB_PLATFORM_FIELD_SYNC_MAX,
    xb_platform_get_unit (platform, "sync") == XB_PLATFORM_UNIT_HOURS, FALSE
  };

  g_return_val_if_fail (XB_IS_PLATFORM (platform), NULL);

  if (is_known (platform, &span))
    return measure (platform, workdays, &span, approved_at, error);
  return new_unknown (
    _("How long phones take to show it is not known. Ask the platform and enter it."));
}

/** xb_terms_appeal: as xb_terms_review(), the answer to an appeal filed at @filed_at */
XbTerm *
xb_terms_appeal (XbPlatform  *platform,
                 XbWorkdays  *workdays,
                 gint64       filed_at,
                 GError     **error)
{
  const Span span = {
    XB_PLATFORM_FIELD_APPEAL_DAYS_MIN, XB_PLATFORM_FIELD_APPEAL_DAYS_MAX, FALSE, TRUE
  };

  g_return_val_if_fail (XB_IS_PLATFORM (platform), NULL);

  if (is_known (platform, &span))
    return measure (platform, workdays, &span, filed_at, error);
  return new_unknown (_("How long an appeal takes is not known. Ask the platform and enter it."));
}

/**
 * xb_terms_dup_expires:
 * @approved_on: ISO date on which it was approved
 *
 * Returns: (transfer full) (nullable): the last day of its validity: the same day of the last
 *   month (Civil Code of the PRC, article 202; where the month has no such day, its last one);
 *   %NULL when unknown
 */
char *
xb_terms_dup_expires (XbPlatform *platform,
                      const char *approved_on)
{
  gint64 months;

  g_return_val_if_fail (XB_IS_PLATFORM (platform), NULL);

  if (!xb_platform_get_int (platform, "validity_months", &months))
    return NULL;
  return xb_day_add_months (approved_on, (int) months);
}

/**
 * xb_terms_expedite_fee:
 *
 * Returns: whether the fee of an expedited review is known, then it is in @fen
 */
gboolean
xb_terms_expedite_fee (XbPlatform *platform,
                       gint64     *fen)
{
  return xb_platform_get_int (platform, "expedite_fee_fen", fen);
}

static gboolean
get_range (XbPlatform *platform,
           const char *least_field,
           const char *most_field,
           gint64     *least,
           gint64     *most)
{
  gboolean has_least = xb_platform_get_int (platform, least_field, least);
  gboolean has_most = xb_platform_get_int (platform, most_field, most);

  if (has_least && !has_most)
    *most = *least;
  else if (has_most && !has_least)
    *least = *most;
  return has_least || has_most;
}

/**
 * xb_terms_annual_fee:
 *
 * Returns: whether the fee of a year is known, then @least and @most are in fen
 */
gboolean
xb_terms_annual_fee (XbPlatform *platform,
                     gint64     *least,
                     gint64     *most)
{
  return get_range (platform, "annual_fee_min_fen", "annual_fee_max_fen", least, most);
}

/**
 * xb_terms_edit_fee:
 * @edits_this_year: edits already made in the year of the plan
 * @least: (out): fen
 * @most: (out): fen
 *
 * Returns: whether the fee of one more edit is known; 0 while free edits are left
 */
gboolean
xb_terms_edit_fee (XbPlatform *platform,
                   guint       edits_this_year,
                   gint64     *least,
                   gint64     *most)
{
  gint64 free_edits;

  if (xb_platform_get_int (platform, "free_edits", &free_edits) && edits_this_year < free_edits)
    {
      *least = *most = 0;
      return TRUE;
    }
  return get_range (platform, "edit_fee_min_fen", "edit_fee_max_fen", least, most);
}
