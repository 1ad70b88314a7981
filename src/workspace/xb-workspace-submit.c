/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-day.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-hand-in-private.h"
#include "xb-life-private.h"
#include "xb-money.h"
#include "xb-workspace-filing.h"

/* The plan of a hand-in (what, to whom, at what cost, by when) and the hand-in itself. */

void
xb_plan_free (XbPlan *self)
{
  if (self == NULL)
    return;
  g_free (self->platform);
  g_free (self->channel);
  g_free (self->portal);
  g_free (self->watermark);
  g_clear_pointer (&self->materials, g_ptr_array_unref);
  g_free (self->fee_text);
  g_free (self->review_by);
  g_free (self->live_by);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self->blocked);
  g_free (self);
}

static char *
describe_fees (const XbChannel *channel,
               XbPlatform      *platform,
               gboolean         expedite)
{
  GString *out = g_string_new (NULL);
  gint64 least;
  gint64 most;

  if (expedite && channel->expedite_fee >= 0)
    {
      g_autofree char *fee = xb_money_format (channel->expedite_fee);

      g_string_append_printf (out, _("Faster review: %s yuan."), fee);
    }
  else if (expedite)
    g_string_append (out, _("Faster review: ask the platform for the fee."));
  if (xb_platform_get_int (platform, "annual_fee_min_fen", &least) &&
      xb_platform_get_int (platform, "annual_fee_max_fen", &most))
    {
      g_autofree char *low = xb_money_format (least);
      g_autofree char *high = xb_money_format (most);

      g_string_append_printf (out, "%s", out->len > 0 ? " " : "");
      if (most == 0)
        g_string_append (out, _("No yearly fee."));
      else
        g_string_append_printf (out, _("Each year: %s–%s yuan, indicative, confirm with the platform."), low, high);
    }
  else
    g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "",
                            _("The yearly fee is not published: ask the platform."));
  return g_string_free (out, FALSE);
}

static void
plan_days (XbPlan          *plan,
           const XbChannel *channel,
           XbPlatform      *platform,
           gboolean         expedite)
{
  const XbChannelDay *review = expedite ? &channel->fast_review : &channel->review;
  g_autoptr(XbChannel) later = NULL;

  plan->review_by = g_strdup (review->day);
  plan->estimated = review->estimated;
  if (review->day == NULL)
    return;
  later = xb_channel_new (platform, xb_instant_from_day (review->day, 12, 0));
  plan->live_by = g_strdup (later->sync.day);
  plan->estimated |= later->sync.estimated;
}

static gboolean
fill_plan (XbPlan       *plan,
           XbWorkspace  *self,
           gint64        id,
           const char   *key,
           GError      **error)
{
  XbDb *db = xb_workspace_get_db (self);
  XbPlatform *platform = key != NULL ? xb_catalogue_lookup (xb_workspace_get_catalogue (self), key) : NULL;
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self));
  gboolean expedite = xb_db_int (db, 0, "SELECT expedite FROM filing WHERE id = ?", "i", id) != 0;
  g_autoptr(XbChannel) channel = NULL;

  if (platform == NULL)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND, _("choose a platform first"));
      return FALSE;
    }
  channel = xb_channel_new (platform, xb_clock_now (xb_workspace_get_clock (self)));
  plan->platform = g_strdup (channel->name);
  plan->channel = g_strdup (channel->client);
  plan->portal = g_strdup (channel->portal);
  plan->watermark = xb_hand_in_dup_watermark (channel, today);
  plan->letter = xb_channel_is_manual (channel);
  plan->fee = expedite ? channel->expedite_fee : 0;
  plan->fee_text = describe_fees (channel, platform, expedite);
  plan_days (plan, channel, platform, expedite);
  plan->materials = xb_hand_in_choose (db, id, channel, today, error);
  plan->items = xb_life_precheck (db, id, channel, today, error);
  if (plan->materials == NULL || plan->items == NULL)
    return FALSE;
  plan->blocked = xb_precheck_dup_missing (plan->items);
  return TRUE;
}

XbPlan *
xb_workspace_plan_filing (XbWorkspace *self,
                          gint64       id,
                          GError     **error)
{
  g_autoptr(XbPlan) plan = g_new0 (XbPlan, 1);
  g_autofree char *key = xb_db_text (xb_workspace_get_db (self), "SELECT platform FROM filing WHERE id = ?", "i", id);

  return fill_plan (plan, self, id, key, error) ? g_steal_pointer (&plan) : NULL;
}

typedef struct
{
  XbVerb     verb;
  gint64     at;
  char      *case_no;
  XbChannel *channel;
  XbHandIn   hand_in;
} Submit;

static void
submit_free (gpointer data)
{
  Submit *verb = data;

  g_free (verb->case_no);
  xb_channel_free (verb->channel);
  xb_hand_in_clear (&verb->hand_in);
  g_free (verb);
}

static gboolean
prepare_submit (gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  return xb_hand_in_make_copies (&((Submit *) data)->hand_in, cancellable, error);
}

static gboolean
submit_one (XbDb        *db,
            Submit      *verb,
            gint64       certification,
            XbCertState  state,
            gboolean     expedite,
            GError     **error)
{
  XbTransition step = { .certification = certification, .to = XB_CERT_STATE_READY, .at = verb->at,
                        .channel = verb->channel };

  if (state == XB_CERT_STATE_DRAFT && !xb_life_apply (db, &step, error))
    return FALSE;
  step.to = XB_CERT_STATE_SUBMITTED;
  step.expedite = expedite;
  step.case_no = verb->case_no;
  if (!xb_life_apply (db, &step, error))
    return FALSE;
  return xb_channel_is_manual (verb->channel) ||
         xb_hand_in_queue (db, &verb->hand_in, certification, "submit", NULL, verb->verb.now, error);
}

static gboolean
submit_job (XbDb     *db,
            gpointer  data,
            GError  **error)
{
  Submit *verb = data;
  gboolean expedite = xb_db_int (db, 0, "SELECT expedite FROM filing WHERE id = ?", "i", verb->verb.id) != 0;
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) states = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr(XbRows) rows = NULL;

  rows = xb_db_query (db, error, "SELECT id, state FROM certification WHERE filing_id = ? AND "
                      "state IN ('draft', 'ready', 'failed') ORDER BY id", "i", verb->verb.id);
  while (rows != NULL && xb_rows_next (rows, NULL))
    {
      gint64 id = xb_rows_int (rows, 0);
      int state = XB_CERT_STATE_DRAFT;

      xb_enum_from_nick (XB_TYPE_CERT_STATE, xb_rows_text (rows, 1), &state);
      g_array_append_val (ids, id);
      g_array_append_val (states, state);
    }
  g_clear_pointer (&rows, xb_rows_free);
  if (ids->len == 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED, _("there is nothing to hand in: it was submitted already, or "
                   "no number was chosen"));
      return FALSE;
    }
  for (guint i = 0; i < ids->len; i++)
    if (!submit_one (db, verb, g_array_index (ids, gint64, i), g_array_index (states, int, i), expedite, error))
      return FALSE;
  return TRUE;
}

static gboolean
fill_submit (XbWorkspace *self,
             Submit      *verb,
             GError     **error)
{
  g_autoptr(XbPlan) plan = xb_workspace_plan_filing (self, verb->verb.id, error);
  gint64 first;

  if (plan == NULL)
    return FALSE;
  if (plan->blocked != NULL)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED, _("nothing was handed in: %s"), plan->blocked);
      return FALSE;
    }
  first = xb_db_int (xb_workspace_get_db (self), 0,
                     "SELECT id FROM certification WHERE filing_id = ? AND state IN ('draft', 'ready', 'failed')", "i",
                     verb->verb.id);
  if (first == 0) /* the job says why */
    {
      verb->channel = g_new0 (XbChannel, 1);
      return TRUE;
    }
  verb->channel = xb_workspace_make_channel (self, first, verb->at, error);
  if (verb->channel != NULL && !xb_channel_is_manual (verb->channel))
    xb_hand_in_plan (&verb->hand_in, self, first, verb->channel);
  return verb->channel != NULL;
}

void
xb_workspace_submit_filing_async (XbWorkspace         *self,
                                  gint64               id,
                                  gint64               at,
                                  const char          *case_no,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  Submit *verb = xb_verb_new (self, sizeof *verb);
  GError *error = NULL;

  verb->verb.id = id;
  verb->at = at != 0 ? at : verb->verb.now;
  verb->case_no = case_no != NULL && *case_no != '\0' ? g_strdup (case_no) : NULL;
  if (!fill_submit (self, verb, &error))
    {
      submit_free (verb);
      xb_workspace_fail (self, xb_workspace_submit_filing_async, error, callback, user_data);
      return;
    }
  xb_workspace_run (self, xb_workspace_submit_filing_async, verb->hand_in.copies != NULL ? prepare_submit : NULL,
                    submit_job, verb, submit_free, cancellable, callback, user_data);
}
