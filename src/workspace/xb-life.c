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

/* One step of a certification inside a transaction: what does it write? Whether it may follow is asked in
 * xb-life-rules.c. All states change here and nowhere else. */

static void
before_clear (XbLifeBefore *before)
{
  g_free (before->expected);
  g_free (before->expires);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (XbLifeBefore, before_clear)

static gboolean
read_before (XbDb          *db,
             gint64         certification,
             XbLifeBefore  *before,
             GError       **error)
{
  g_autoptr(XbRows) rows = NULL;
  int state = XB_CERT_STATE_DRAFT;

  rows = xb_db_query (db, error,
                      "SELECT state, filing_id, number_id, expedite, expected, estimated, "
                      "(SELECT max (at) FROM event WHERE certification_id = c.id), expires "
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
  *before = (XbLifeBefore) {
    .state = state, .filing = xb_rows_int (rows, 1), .number = xb_rows_int (rows, 2),
    .expedite = xb_rows_int (rows, 3) != 0, .expected = g_strdup (xb_rows_text (rows, 4)),
    .estimated = xb_rows_int (rows, 5) != 0, .last_at = xb_rows_int (rows, 6),
    .expires = g_strdup (xb_rows_text (rows, 7)) };
  return TRUE;
}

/* The day by which the stage that begins now should end. */
static XbChannelDay
find_expected (const XbTransition *step,
               const XbLifeBefore *before)
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
            const XbLifeBefore *before,
            gint64              amount,
            XbCostCategory      category,
            gboolean            indicative,
            GError            **error)
{
  g_autofree char *day = xb_instant_to_day (step->at);

  return xb_db_run (db, error,
                    "INSERT INTO cost (amount, category, on_date, number_id, platform, certification_id, indicative) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?)", "ittitii",
                    amount, xb_enum_to_nick (XB_TYPE_COST_CATEGORY, category), day, before->number,
                    step->channel->key, step->certification, (gint64) indicative);
}

/* What a step costs, of the catalogue's figures. Unknown fees are not made up: the owner enters them. */
static gboolean
write_costs (XbDb               *db,
             const XbTransition *step,
             const XbLifeBefore *before,
             GError            **error)
{
  const XbChannel *channel = step->channel;

  if (step->expedite && !before->expedite && channel->expedite_fee > 0 &&
      !write_cost (db, step, before, channel->expedite_fee, XB_COST_CATEGORY_EXPEDITE, TRUE, error))
    return FALSE;
  if (step->to == XB_CERT_STATE_APPROVED && channel->annual_fee > 0)
    return write_cost (db, step, before, channel->annual_fee, XB_COST_CATEGORY_ANNUAL, TRUE, error);
  return TRUE;
}

static gboolean
write_event (XbDb               *db,
             const XbTransition *step,
             const XbLifeBefore *before,
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
             const XbLifeBefore *before,
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
                  const XbLifeBefore *before,
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
                 const XbLifeBefore *before,
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
  g_auto(XbLifeBefore) before = { 0 };

  if (!read_before (db, step->certification, &before, error) || !xb_life_check (db, step, &before, error))
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
  g_auto(XbLifeBefore) before = { 0 };
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
  step.note = N_("Faster review asked for");
  return write_event (db, &step, &before, error) && write_costs (db, &step, &before, error) &&
         xb_db_run (db, error, "UPDATE certification SET expedite = 1, expected = ?, estimated = ?, updated_at = ? "
                    "WHERE id = ?", "tiii", channel->fast_review.day, (gint64) channel->fast_review.estimated, at,
                    certification);
}

/* What was paid, else what the catalogue says; nothing where nobody knows. */
static gboolean
write_renewal_cost (XbDb                *db,
                    const XbTransition  *step,
                    const XbLifeBefore  *before,
                    gint64               paid,
                    GError             **error)
{
  gboolean indicative = paid < 0;
  gint64 amount = indicative ? step->channel->annual_fee : paid;

  return amount <= 0 || write_cost (db, step, before, amount, XB_COST_CATEGORY_ANNUAL, indicative, error);
}

/**
 * xb_life_write_renewal:
 * @channel: its platform, for the time of @renewal
 * @today: ISO date
 *
 * Another year: the end moves, the fee is written down, and one that had ended here is live again.
 */
gboolean
xb_life_write_renewal (XbDb             *db,
                       gint64            certification,
                       const XbRenewal  *renewal,
                       const XbChannel  *channel,
                       const char       *today,
                       GError          **error)
{
  g_auto(XbLifeBefore) before = { 0 };
  g_autofree char *note = g_strdup_printf (_("Renewed until %s"), renewal->until);
  const XbTransition step = { .certification = certification, .to = XB_CERT_STATE_LIVE, .at = renewal->at,
                              .note = note, .channel = channel };

  return read_before (db, certification, &before, error) &&
         xb_life_check_renewal (renewal, certification, &before, today, error) &&
         write_event (db, &step, &before, error) && write_renewal_cost (db, &step, &before, renewal->amount, error) &&
         xb_db_run (db, error, "UPDATE certification SET state = 'live', expires = ?, expected = NULL, estimated = 0, "
                    "reason = NULL, reason_code = NULL, updated_at = ? WHERE id = ?", "tii", renewal->until,
                    renewal->at, certification) &&
         (before.state == XB_CERT_STATE_LIVE || xb_labels_follow (db, certification, renewal->at, channel, error));
}
