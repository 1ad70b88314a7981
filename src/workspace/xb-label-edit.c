/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <json-glib/json-glib.h>

#include "xb-clock.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-label-desk-private.h"
#include "xb-label-life.h"

/* One step of one edit inside a transaction: may it follow, and what does it write? */

typedef struct
{
  gint64          label;
  gint64          number;
  gint64          certification;
  XbLabelChannel *channel; /* (nullable): the catalogue does not know it */
  XbChangeState   state;
  char           *platform;
  char           *text;
  char           *counts_on;
  gint64          filed_at;
  gboolean        shows; /* its certification does, where it is recorded */
} Before;

static void
before_clear (Before *before)
{
  g_free (before->platform);
  g_free (before->text);
  g_free (before->counts_on);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Before, before_clear)

static gboolean
read_before (XbLabelDesk  *desk,
             XbDb         *db,
             gint64        change,
             Before       *before,
             GError      **error)
{
  int state = XB_CHANGE_STATE_PLANNED;
  g_autoptr(XbRows) rows = NULL;

  rows = xb_db_query (db, error, "SELECT label_id, number_id, ifnull (certification_id, 0), platform, state, text, "
                      "counts_on, filed_at, certification_id IS NULL OR EXISTS (SELECT 1 FROM certification c "
                      "WHERE c.id = certification_id AND c.state = 'live') FROM label_change WHERE id = ?", "i", change);
  if (rows == NULL)
    return FALSE;
  if (!xb_rows_next (rows, error))
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND,
                     _("there is no label change %" PRId64 "; see the list of label changes"), change);
      return FALSE;
    }
  xb_enum_from_nick (XB_TYPE_CHANGE_STATE, xb_rows_text (rows, 4), &state);
  *before = (Before) { .label = xb_rows_int (rows, 0), .number = xb_rows_int (rows, 1),
                       .certification = xb_rows_int (rows, 2), .platform = g_strdup (xb_rows_text (rows, 3)),
                       .state = state, .text = g_strdup (xb_rows_text (rows, 5)),
                       .counts_on = g_strdup (xb_rows_text (rows, 6)), .filed_at = xb_rows_int (rows, 7),
                       .shows = xb_rows_int (rows, 8) != 0 };
  before->channel = xb_label_desk_find (desk, before->platform);
  return TRUE;
}

static gboolean
check_order (gint64         change,
             const Before  *before,
             XbChangeState  to,
             gint64         at,
             GError       **error)
{
  g_autofree char *choices = NULL;
  g_autofree char *at_text = NULL;
  g_autofree char *filed_text = NULL;

  if (!xb_change_may_follow (before->state, to))
    {
      choices = xb_change_dup_choices (before->state);
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
                   *choices != '\0'
                     ? _("label change %" PRId64 " is “%s” and cannot become “%s”; allowed now: %s")
                     : _("label change %" PRId64 " is “%s” and cannot become “%s”; nothing follows any more, "
                         "set a new label%s"),
                   change, xb_enum_to_nick (XB_TYPE_CHANGE_STATE, before->state),
                   xb_enum_to_nick (XB_TYPE_CHANGE_STATE, to), choices);
      return FALSE;
    }
  if (before->filed_at > at)
    {
      at_text = xb_instant_format (at);
      filed_text = xb_instant_format (before->filed_at);
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
                   _("this step would be of %s, before the hand-in of %s; set the clock right or give the time"),
                   at_text, filed_text);
      return FALSE;
    }
  return TRUE;
}

/* Its key is made here, once: whatever happens later, the platform takes the call one time. */
static gboolean
queue (XbDb          *db,
       gint64         change,
       const Before  *before,
       gint64         now,
       GError       **error)
{
  g_autofree char *key = g_uuid_string_random ();
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *payload = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "change");
  json_builder_add_int_value (builder, change);
  json_builder_set_member_name (builder, "label");
  json_builder_add_string_value (builder, before->text);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  payload = json_to_string (root, FALSE);
  return xb_db_run (db, error,
                    "INSERT INTO outbox (platform, certification_id, action, payload, idempotency_key, next_at, "
                    "created_at) VALUES (?1, ?2, 'label', ?3, ?4, ?5, ?5)", "titti", before->platform,
                    before->certification, payload, key, now);
}

/**
 * xb_label_edit_call_back:
 *
 * An edit that waits in the outbox and was never tried is taken out again.
 *
 * Returns: whether nothing of it went out; %FALSE with @error
 */
gboolean
xb_label_edit_call_back (XbDb    *db,
                         gint64   change,
                         GError **error)
{
  gint64 waiting = xb_db_int (db, 0, "SELECT o.id FROM outbox o JOIN label_change c ON c.certification_id = "
                              "o.certification_id WHERE c.id = ?1 AND o.action = 'label' AND o.state = 'waiting' AND "
                              "o.attempts = 0 AND o.payload ->> '$.change' = ?1", "i", change);

  if (waiting != 0)
    return xb_db_run (db, error, "DELETE FROM outbox WHERE id = ?", "i", waiting);
  g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
               _("the platform was told of label change %" PRId64 " already; end the label instead"), change);
  return FALSE;
}

/** xb_label_edit_can_go: Returns: whether it is planned, and none before it at the same place is under way */
gboolean
xb_label_edit_can_go (XbDb   *db,
                      gint64  change)
{
  return xb_db_int (db, 0, "SELECT count (*) FROM label_change c WHERE c.id = ? AND c.state = 'planned' AND NOT EXISTS "
                    "(SELECT 1 FROM label_change f WHERE f.certification_id = c.certification_id AND "
                    "f.state = 'filed')", "i", change) > 0;
}

/* An API takes one edit at a time. */
static gboolean
check_alone (XbDb         *db,
             gint64        change,
             const Before *before,
             GError      **error)
{
  if (before->channel->manual || xb_db_int (db, 0, "SELECT count (*) FROM label_change WHERE certification_id = ? AND "
                                            "state = 'filed'", "i", before->certification) == 0)
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
               _("label change %" PRId64 " waits: %s is still busy with the one before it"), change,
               before->channel->name);
  return FALSE;
}

/**
 * xb_label_edit_file:
 * @at: when it is handed in, UTC seconds
 * @case_no: (nullable): what the platform calls it
 *
 * Hands one edit in: it counts in the contract year of that day, and goes out where there is an API.
 */
gboolean
xb_label_edit_file (XbLabelDesk  *self,
                    XbDb         *db,
                    gint64        change,
                    gint64        at,
                    const char   *case_no,
                    GError      **error)
{
  g_auto(Before) before = { 0 };
  g_autofree char *day = xb_instant_to_day (at);
  XbLabelDays days;

  if (!read_before (self, db, change, &before, error) ||
      !check_order (change, &before, XB_CHANGE_STATE_FILED, at, error))
    return FALSE;
  if (!before.shows || before.channel == NULL)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
                   _("label change %" PRId64 " cannot be handed in: the number does not show there now; look at its "
                     "certification"), change);
      return FALSE;
    }
  return check_alone (db, change, &before, error) &&
         xb_label_terms_expect (&before.channel->terms, xb_workdays_get_default (), day, &days, error) &&
         xb_db_run (db, error, "UPDATE label_change SET state = 'filed', filed_at = ?, counts_on = ?, expected = ?, "
                    "estimated = ?, assumed = ?, case_no = ifnull (?, case_no), raw_state = NULL, reason = NULL, "
                    "updated_at = ? WHERE id = ?", "ittiitii", at, day, days.expected, (gint64) days.estimated,
                    (gint64) days.assumed, case_no, self->now, change) &&
         xb_label_ledger_file (self, db, before.channel, change, before.counts_on, day, error) &&
         (before.channel->manual || queue (db, change, &before, self->now, error)) &&
         xb_label_desk_log (self, db, before.label, change, "filed", before.platform, case_no, error);
}

static gboolean
go_live (XbLabelDesk   *self,
         XbDb          *db,
         gint64         change,
         const Before  *before,
         gint64         at,
         GError       **error)
{
  return xb_db_run (db, error, "UPDATE label_change SET state = 'live', live_at = ?, updated_at = ? WHERE id = ?", "iii",
                    at, self->now, change) &&
         xb_db_run (db, error, "UPDATE certification SET label = ?, updated_at = max (updated_at, ?) WHERE id = ?", "tii",
                    before->text, at, before->certification) &&
         xb_label_desk_log (self, db, before->label, change, "live", before->platform, NULL, error);
}

static gboolean
refuse (XbLabelDesk   *self,
        XbDb          *db,
        gint64         change,
        const Before  *before,
        const char    *reason,
        GError       **error)
{
  if (reason == NULL || *reason == '\0')
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                   _("say why label change %" PRId64 " was refused: the platform’s own words help next time"), change);
      return FALSE;
    }
  return xb_db_run (db, error, "UPDATE label_change SET state = 'refused', reason = ?, updated_at = ? WHERE id = ?",
                    "tii", reason, self->now, change) &&
         xb_label_ledger_drop (db, change, error) &&
         xb_label_desk_log (self, db, before->label, change, "refused", before->platform, reason, error);
}

static gboolean
give_up (XbLabelDesk   *self,
         XbDb          *db,
         gint64         change,
         const Before  *before,
         GError       **error)
{
  return xb_db_run (db, error, "UPDATE label_change SET state = 'cancelled', updated_at = ? WHERE id = ?", "ii",
                    self->now, change) &&
         xb_label_ledger_drop (db, change, error) &&
         xb_label_desk_log (self, db, before->label, change, "dropped", before->platform, NULL, error);
}

/* It was not handed in after all. */
static gboolean
take_back (XbLabelDesk   *self,
           XbDb          *db,
           gint64         change,
           const Before  *before,
           GError       **error)
{
  if (before->channel != NULL && !before->channel->manual && !xb_label_edit_call_back (db, change, error))
    return FALSE;
  return xb_db_run (db, error, "UPDATE label_change SET state = 'planned', filed_at = 0, counts_on = file_by, "
                    "case_no = NULL, updated_at = ? WHERE id = ?", "ii", self->now, change) &&
         xb_db_run (db, error, "UPDATE cost SET on_date = (SELECT file_by FROM label_change WHERE id = ?1) WHERE id = "
                    "(SELECT cost_id FROM label_change WHERE id = ?1)", "i", change) &&
         xb_label_desk_log (self, db, before->label, change, "unfiled", before->platform, NULL, error);
}

static gboolean
write_step (XbLabelDesk    *self,
            XbDb           *db,
            gint64          change,
            const Before   *before,
            XbChangeState   to,
            gint64          at,
            const char     *reason,
            GError        **error)
{
  switch (to)
    {
    case XB_CHANGE_STATE_LIVE:
      return go_live (self, db, change, before, at, error);
    case XB_CHANGE_STATE_REFUSED:
      return refuse (self, db, change, before, reason, error);
    case XB_CHANGE_STATE_CANCELLED:
      return give_up (self, db, change, before, error);
    case XB_CHANGE_STATE_PLANNED:
    case XB_CHANGE_STATE_FILED:
    default:
      return take_back (self, db, change, before, error);
    }
}

/**
 * xb_label_edit_record:
 * @to: live, refused, planned or cancelled
 * @at: UTC seconds
 * @reason: (nullable): of a refusal
 *
 * What became of one edit. An answer to one that was never noted as handed in notes that as well. What shows is
 * brought up to date, and what is still to come planned anew.
 */
gboolean
xb_label_edit_record (XbLabelDesk    *self,
                      XbDb           *db,
                      gint64          change,
                      XbChangeState   to,
                      gint64          at,
                      const char     *reason,
                      GError        **error)
{
  g_auto(Before) before = { 0 };
  g_autofree char *day = NULL;

  if (!read_before (self, db, change, &before, error))
    return FALSE;
  if ((to == XB_CHANGE_STATE_LIVE || to == XB_CHANGE_STATE_REFUSED) && before.state == XB_CHANGE_STATE_PLANNED)
    {
      if (!xb_label_edit_file (self, db, change, at, NULL, error))
        return FALSE;
      before_clear (&before);
      before = (Before) { 0 };
      if (!read_before (self, db, change, &before, error))
        return FALSE;
    }
  if (!check_order (change, &before, to, at, error) || !write_step (self, db, change, &before, to, at, reason, error))
    return FALSE;
  day = xb_db_text (db, "SELECT counts_on FROM label_change WHERE id = ?", "i", change);
  return xb_label_ledger_touch (self, db, before.platform, before.counts_on, error) &&
         xb_label_ledger_touch (self, db, before.platform, day, error) &&
         xb_label_replan (self, db, before.number, error);
}
