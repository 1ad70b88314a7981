/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-clock.h"
#include "xb-day.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-label-desk-private.h"
#include "xb-life-private.h"
#include "xb-lifecycle.h"
#include "xb-material.h"
#include "xb-nda.h"

/* One step of a certification inside a transaction: may it follow, and what does it write? All
 * states change here and nowhere else. */

typedef struct
{
  XbCertState state;
  gint64      filing;
  gint64      number;
  gint64      last_at;
  gboolean    expedite;
  char       *expected;
  gboolean    estimated;
} Before;

static void
before_clear (Before *before)
{
  g_free (before->expected);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Before, before_clear)

static gboolean
read_before (XbDb    *db,
             gint64   certification,
             Before  *before,
             GError **error)
{
  g_autoptr(XbRows) rows = NULL;
  int state = XB_CERT_STATE_DRAFT;

  rows = xb_db_query (db, error,
                      "SELECT state, filing_id, number_id, expedite, expected, estimated, "
                      "(SELECT max (at) FROM event WHERE certification_id = c.id) "
                      "FROM certification c WHERE id = ?", "i", certification);
  if (rows == NULL)
    return FALSE;
  if (!xb_rows_next (rows, error))
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND,
                     _("there is no certification %" PRId64 "; see the list of certifications"),
                     certification);
      return FALSE;
    }
  xb_enum_from_nick (XB_TYPE_CERT_STATE, xb_rows_text (rows, 0), &state);
  *before = (Before) { state, xb_rows_int (rows, 1), xb_rows_int (rows, 2), xb_rows_int (rows, 6),
                       xb_rows_int (rows, 3) != 0, g_strdup (xb_rows_text (rows, 4)),
                       xb_rows_int (rows, 5) != 0 };
  return TRUE;
}

/**
 * xb_life_missing:
 *
 * Returns: bits of the #XbHandset brands that the business checks and that have no evidence since
 * the approval
 */
guint
xb_life_missing (XbDb   *db,
                 gint64  certification)
{
  g_autofree char *chosen = xb_db_text (db, "SELECT handsets FROM business", "");
  g_auto(GStrv) words = g_strsplit (chosen != NULL ? chosen : "huawei", ",", -1);
  guint missing = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      int handset;

      if (xb_enum_from_nick (XB_TYPE_HANDSET, words[i], &handset) &&
          xb_db_int (db, 0, "SELECT count (*) FROM evidence e JOIN certification c ON c.id = e.certification_id "
                     "WHERE c.id = ? AND e.handset = ? AND e.at >= c.approved_at", "it",
                     certification, words[i]) == 0)
        missing |= 1u << handset;
    }
  return missing;
}

static char *
name_handsets (guint bits)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i <= XB_HANDSET_OTHER; i++)
    if (bits & (1u << i))
      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", xb_enum_to_nick (XB_TYPE_HANDSET, i));
  return g_string_free (out, FALSE);
}

/**
 * xb_life_precheck:
 * @filing: its id
 * @today: ISO date
 *
 * Returns: (transfer full) (nullable) (element-type XbCheckItem): what the rules say, or %NULL with @error
 */
GPtrArray *
xb_life_precheck (XbDb            *db,
                  gint64           filing,
                  const XbChannel *channel,
                  const char      *today,
                  GError         **error)
{
  g_autoptr(XbBusiness) business = NULL;
  g_autoptr(GPtrArray) materials = NULL;
  g_autoptr(GPtrArray) ndas = NULL;
  g_autofree char *name = xb_db_text (db, "SELECT display_name FROM filing WHERE id = ?", "i", filing);
  g_autofree char *label = xb_db_text (db, "SELECT label FROM filing WHERE id = ?", "i", filing);

  business = xb_records_single (xb_db_query (db, error, "SELECT * FROM business", ""), XB_TYPE_BUSINESS, NULL);
  materials = xb_records_collect (xb_db_query (db, error,
                                               "SELECT m.* FROM material m WHERE removed_at IS NULL AND NOT EXISTS "
                                               "(SELECT 1 FROM filing_without w WHERE w.filing_id = ? "
                                               "AND w.material_id = m.id) ORDER BY m.id DESC", "i", filing),
                                  XB_TYPE_MATERIAL, error);
  if (materials == NULL)
    return NULL;
  ndas = xb_records_collect (xb_db_query (db, error, "SELECT * FROM nda WHERE platform = ? ORDER BY expires DESC",
                                          "t", channel->key), XB_TYPE_NDA, error);
  if (ndas == NULL)
    return NULL;
  return xb_precheck_run (&(XbPrecheck) {
    .business = business, .materials = materials, .ndas = ndas,
    .platform_name = channel->name, .kind = channel->kind,
    .needed = channel->needed, .welcome = channel->welcome,
    .letter_in_kit = xb_channel_is_manual (channel), .must_contain = channel->must_contain,
    .display_name = name, .name_max = channel->name_max, .label = label, .label_max = channel->label_max, .label_wide = channel->label_wide,
    .n_numbers = xb_db_int (db, 0, "SELECT count (*) FROM filing_number WHERE filing_id = ?", "i", filing),
    .today = today });
}

/* What may follow @state other than @but, which something is missing for. */
static char *
dup_other_choices (XbCertState state,
                   XbCertState but)
{
  g_autofree char *all = xb_lifecycle_dup_choices (state);
  g_auto(GStrv) words = g_strsplit (all, ", ", -1);
  g_autoptr(GString) others = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], xb_enum_to_nick (XB_TYPE_CERT_STATE, but)) != 0)
      g_string_append_printf (others, "%s%s", others->len > 0 ? ", " : "", words[i]);
  return g_strdup (others->str);
}

static gboolean
check_papers (XbDb                *db,
              const XbTransition  *step,
              const Before        *before,
              GError             **error)
{
  g_autofree char *today = xb_instant_to_day (step->at);
  g_autoptr(GPtrArray) items = xb_life_precheck (db, before->filing, step->channel, today, error);
  g_autofree char *missing = NULL;
  g_autofree char *choices = NULL;

  if (items == NULL)
    return FALSE;
  missing = xb_precheck_dup_missing (items);
  if (missing == NULL)
    return TRUE;
  choices = dup_other_choices (before->state, step->to);
  g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
               _("certification %" PRId64 " cannot be “%s” yet: %s Allowed without it: %s"),
               step->certification, xb_enum_to_nick (XB_TYPE_CERT_STATE, step->to), missing, choices);
  return FALSE;
}

static gboolean
check_evidence (XbDb                *db,
                const XbTransition  *step,
                const Before        *before,
                GError             **error)
{
  guint missing = xb_life_missing (db, step->certification);
  g_autofree char *names = name_handsets (missing);
  g_autofree char *choices = dup_other_choices (before->state, step->to);

  if (missing == 0)
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
               _("certification %" PRId64 " cannot be “live” yet: a photo of what the phone shows is "
                 "missing for %s; call that phone, take the photo and add it; allowed without it: %s"),
               step->certification, names, choices);
  return FALSE;
}

static gboolean
check_order (const XbTransition  *step,
             const Before        *before,
             GError             **error)
{
  g_autofree char *choices = NULL;
  g_autofree char *at_text = NULL;
  g_autofree char *last_text = NULL;

  if (!xb_lifecycle_may_follow (before->state, step->to))
    {
      choices = xb_lifecycle_dup_choices (before->state);
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
                   *choices != '\0'
                     ? _("certification %" PRId64 " is “%s” and cannot become “%s”; allowed now: %s")
                     : _("certification %" PRId64 " is “%s” and cannot become “%s”; nothing follows any "
                         "more, start a new one%s"),
                   step->certification, xb_enum_to_nick (XB_TYPE_CERT_STATE, before->state),
                   xb_enum_to_nick (XB_TYPE_CERT_STATE, step->to), choices);
      return FALSE;
    }
  if (step->expedite && step->to != XB_CERT_STATE_SUBMITTED && step->to != XB_CERT_STATE_IN_REVIEW)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
                   _("only a submission or a review can be made faster, not the step to “%s”"),
                   xb_enum_to_nick (XB_TYPE_CERT_STATE, step->to));
      return FALSE;
    }
  if (step->at < before->last_at)
    {
      at_text = xb_instant_format (step->at);
      last_text = xb_instant_format (before->last_at);
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
                   _("this step would be of %s, before the last one of %s; set the clock right or give the time"),
                   at_text, last_text);
      return FALSE;
    }
  return TRUE;
}

/* The day by which the stage that begins now should end. */
static XbChannelDay
find_expected (const XbTransition *step,
               const Before       *before)
{
  const XbChannel *channel = step->channel;
  gboolean fast = before->expedite || step->expedite;

  switch (step->to)
    {
    case XB_CERT_STATE_SUBMITTED:
      return fast ? channel->fast_review : channel->review;
    case XB_CERT_STATE_IN_REVIEW:
      if (before->state == XB_CERT_STATE_SUBMITTED) /* the review counts from the submission */
        return (XbChannelDay) { before->expected, before->estimated };
      return fast ? channel->fast_review : channel->review;
    case XB_CERT_STATE_APPROVED:
      return channel->sync;
    case XB_CERT_STATE_SYNCING:
      if (before->state == XB_CERT_STATE_APPROVED) /* the sync counts from the approval */
        return (XbChannelDay) { before->expected, before->estimated };
      return channel->sync;
    case XB_CERT_STATE_DRAFT:
    case XB_CERT_STATE_READY:
    case XB_CERT_STATE_NEEDS_INFO:
    case XB_CERT_STATE_LIVE:
    case XB_CERT_STATE_REJECTED:
    case XB_CERT_STATE_FAILED:
    case XB_CERT_STATE_SUSPENDED:
    case XB_CERT_STATE_EXPIRED:
    case XB_CERT_STATE_WITHDRAWN:
    default:
      return (XbChannelDay) { NULL, FALSE };
    }
}

static gboolean
write_cost (XbDb               *db,
            const XbTransition *step,
            const Before       *before,
            gint64              amount,
            XbCostCategory      category,
            GError            **error)
{
  g_autofree char *day = xb_instant_to_day (step->at);

  return xb_db_run (db, error,
                    "INSERT INTO cost (amount, category, on_date, number_id, platform, certification_id, indicative) "
                    "VALUES (?, ?, ?, ?, ?, ?, 1)", "ittiti",
                    amount, xb_enum_to_nick (XB_TYPE_COST_CATEGORY, category), day, before->number,
                    step->channel->key, step->certification);
}

/* What a step costs, of the catalogue's figures. Unknown fees are not made up: the owner enters them. */
static gboolean
write_costs (XbDb               *db,
             const XbTransition *step,
             const Before       *before,
             GError            **error)
{
  const XbChannel *channel = step->channel;

  if (step->expedite && !before->expedite && channel->expedite_fee > 0 &&
      !write_cost (db, step, before, channel->expedite_fee, XB_COST_CATEGORY_EXPEDITE, error))
    return FALSE;
  if (step->to == XB_CERT_STATE_APPROVED && channel->annual_fee > 0)
    return write_cost (db, step, before, channel->annual_fee, XB_COST_CATEGORY_ANNUAL, error);
  return TRUE;
}

static gboolean
write_event (XbDb               *db,
             const XbTransition *step,
             const Before       *before,
             GError            **error)
{
  return xb_db_run (db, error,
                    "INSERT INTO event (certification_id, at, from_state, to_state, note, raw_state, reason) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?)", "iittttt", step->certification, step->at,
                    xb_enum_to_nick (XB_TYPE_CERT_STATE, before->state),
                    xb_enum_to_nick (XB_TYPE_CERT_STATE, step->to), step->note, step->raw_state, step->reason);
}

static gboolean
write_state (XbDb               *db,
             const XbTransition *step,
             const Before       *before,
             GError            **error)
{
  const char *to = xb_enum_to_nick (XB_TYPE_CERT_STATE, step->to);
  XbChannelDay expected = find_expected (step, before);
  gboolean bad = xb_lifecycle_needs_hand (step->to);
  g_autofree char *expires = g_strdup (step->expires);

  if (step->to == XB_CERT_STATE_LIVE && expires == NULL && step->channel->validity_months > 0)
    {
      g_autofree char *today = xb_instant_to_day (step->at);

      expires = xb_day_add_months (today, step->channel->validity_months);
    }
  return xb_db_run (db, error,
                    "UPDATE certification SET state = ?1, expected = ?2, estimated = ?3, updated_at = ?4, "
                    "case_no = ifnull (?5, case_no), raw_state = ?6, "
                    "reason_code = iif (?7, ?8, NULL), reason = iif (?7, ifnull (?9, ?10), NULL), "
                    "expires = ifnull (?11, expires), expedite = max (expedite, ?12), "
                    "submitted_at = iif (?1 = 'submitted', ?4, submitted_at), "
                    "approved_at = iif (?1 = 'approved', ?4, approved_at), "
                    "live_at = iif (?1 = 'live', ?4, live_at) WHERE id = ?13", "ttiittittttii",
                    to, expected.day, (gint64) expected.estimated, step->at, step->case_no, step->raw_state,
                    (gint64) bad, step->reason_code, step->reason, step->note, expires,
                    (gint64) step->expedite, step->certification);
}

/* The hand-in itself: texts are fixed, copies are out of the house. */
static gboolean
write_submission (XbDb               *db,
                  const XbTransition *step,
                  const Before       *before,
                  GError            **error)
{
  return xb_db_run (db, error,
                    "UPDATE certification SET display_name = f.display_name, label = f.label FROM filing f "
                    "WHERE f.id = certification.filing_id AND certification.id = ?", "i", step->certification) &&
         xb_db_run (db, error, "UPDATE filing SET submitted_at = ?1, step = 'track', updated_at = ?1 WHERE id = ?2",
                    "ii", step->at, before->filing) &&
         xb_db_run (db, error, "UPDATE copy SET sent_at = ? WHERE filing_id = ? AND sent_at = 0", "ii",
                    step->at, before->filing);
}

/* Back to the desk, to be mended and handed in again: the wizard finds it among the open ones, and
 * speed is a new choice. */
static gboolean
write_reopening (XbDb               *db,
                 const XbTransition *step,
                 const Before       *before,
                 GError            **error)
{
  return xb_db_run (db, error, "UPDATE filing SET submitted_at = 0, expedite = 0, step = 'check', updated_at = ? "
                    "WHERE id = ?", "ii", step->at, before->filing) &&
         xb_db_run (db, error, "UPDATE certification SET expedite = 0 WHERE id = ?", "i", step->certification);
}

/**
 * xb_life_apply:
 *
 * Takes one certification one step on, inside the caller's transaction: the rules are asked, then
 * the state, the event, the expected day and the cost are written together.
 */
gboolean
xb_life_apply (XbDb                *db,
               const XbTransition  *step,
               GError             **error)
{
  g_auto(Before) before = { 0 };

  if (!read_before (db, step->certification, &before, error) || !check_order (step, &before, error))
    return FALSE;
  if (!step->trusted && (step->to == XB_CERT_STATE_READY || step->to == XB_CERT_STATE_SUBMITTED) &&
      !check_papers (db, step, &before, error))
    return FALSE;
  if (step->to == XB_CERT_STATE_LIVE && !check_evidence (db, step, &before, error))
    return FALSE;
  if (!write_event (db, step, &before, error) || !write_state (db, step, &before, error) ||
      !write_costs (db, step, &before, error))
    return FALSE;
  if ((step->to == XB_CERT_STATE_LIVE || before.state == XB_CERT_STATE_LIVE) &&
      !xb_labels_follow (db, step->certification, step->at, step->channel, error))
    return FALSE;
  if (step->to == XB_CERT_STATE_SUBMITTED)
    return write_submission (db, step, &before, error);
  if (step->to == XB_CERT_STATE_DRAFT)
    return write_reopening (db, step, &before, error);
  return TRUE;
}

/**
 * xb_life_write_expedite:
 *
 * Pays for speed while the review runs: the choice is dated, costed, and moves the expected day.
 */
gboolean
xb_life_write_expedite (XbDb            *db,
                        gint64           certification,
                        gint64           at,
                        const XbChannel *channel,
                        GError         **error)
{
  g_auto(Before) before = { 0 };
  XbTransition step = { .certification = certification, .at = at, .expedite = TRUE, .channel = channel };

  if (!read_before (db, certification, &before, error))
    return FALSE;
  step.to = before.state;
  if (xb_lifecycle_get_stage (before.state) != XB_STAGE_REVIEW || !xb_lifecycle_is_open (before.state) ||
      before.expedite)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
                   before.expedite ? _("a faster review is paid for already")
                                   : _("only a review that is under way can be made faster"));
      return FALSE;
    }
  step.note = _("Faster review asked for");
  return write_event (db, &step, &before, error) && write_costs (db, &step, &before, error) &&
         xb_db_run (db, error, "UPDATE certification SET expedite = 1, expected = ?, estimated = ?, updated_at = ? "
                    "WHERE id = ?", "tiii", channel->fast_review.day, (gint64) channel->fast_review.estimated, at,
                    certification);
}
