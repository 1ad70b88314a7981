/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-hand-in-private.h"
#include "xb-life-private.h"
#include "xb-papers-private.h"

/* Verbs of the life after (and around) the submission. */

/**
 * xb_workspace_make_channel:
 * @certification: its id
 * @at: from when days count
 *
 * Returns: (transfer full) (nullable): what its platform asks and takes, or %NULL with @error
 */
XbChannel *
xb_workspace_make_channel (XbWorkspace *self,
                           gint64       certification,
                           gint64       at,
                           GError     **error)
{
  g_autofree char *key = xb_db_text (xb_workspace_get_db (self), "SELECT platform FROM certification WHERE id = ?",
                                     "i", certification);
  XbPlatform *platform = key != NULL ? xb_catalogue_lookup (xb_workspace_get_catalogue (self), key) : NULL;

  if (key == NULL)
    g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND,
                 _("there is no certification %" PRId64 "; see the list of certifications"), certification);
  else if (platform == NULL)
    g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND, _("there is no platform “%s”; see the list of platforms"), key);
  return platform != NULL ? xb_channel_new (platform, at) : NULL;
}

typedef struct
{
  XbVerb     verb;
  GArray    *certifications; /* gint64 */
  GPtrArray *channels;       /* XbChannel, one for each */
  XbStep     step;           /* its texts are owned */
  XbHandIn   hand_in;        /* copies for a platform's API, where the step is told to it */
} Advance;

static void
advance_free (gpointer data)
{
  Advance *verb = data;

  g_array_unref (verb->certifications);
  g_ptr_array_unref (verb->channels);
  g_free ((char *) verb->step.note);
  g_free ((char *) verb->step.case_no);
  g_free ((char *) verb->step.reason);
  g_free ((char *) verb->step.expires);
  xb_hand_in_clear (&verb->hand_in);
  g_free (verb);
}

static gboolean
prepare_advance (gpointer      data,
                 GCancellable *cancellable,
                 GError      **error)
{
  return xb_hand_in_make_copies (&((Advance *) data)->hand_in, cancellable, error);
}

/* The words under which a step is told to a platform that has an API; NULL: it is only recorded. */
static const char *
outbox_action (const XbChannel *channel,
               XbCertState      from,
               XbCertState      to)
{
  if (xb_channel_is_manual (channel))
    return NULL;
  if (to == XB_CERT_STATE_SUBMITTED)
    return "submit";
  if (from == XB_CERT_STATE_NEEDS_INFO && to == XB_CERT_STATE_IN_REVIEW)
    return "answer";
  if (to == XB_CERT_STATE_WITHDRAWN && from != XB_CERT_STATE_DRAFT && from != XB_CERT_STATE_READY)
    return "withdraw";
  return NULL;
}

static gboolean
advance_one (XbDb     *db,
             Advance  *verb,
             guint     i,
             GError  **error)
{
  gint64 id = g_array_index (verb->certifications, gint64, i);
  const XbChannel *channel = g_ptr_array_index (verb->channels, i);
  g_autofree char *word = xb_db_text (db, "SELECT state FROM certification WHERE id = ?", "i", id);
  int from = XB_CERT_STATE_DRAFT;
  const char *action;
  const XbTransition step = {
    .certification = id, .to = verb->step.to, .at = verb->step.at, .expedite = verb->step.expedite,
    .note = verb->step.note, .case_no = verb->step.case_no, .reason = verb->step.reason,
    .expires = verb->step.expires, .channel = channel };

  xb_enum_from_nick (XB_TYPE_CERT_STATE, word, &from);
  if (!xb_life_apply (db, &step, error))
    return FALSE;
  action = outbox_action (channel, from, verb->step.to);
  return action == NULL || xb_hand_in_queue (db, &verb->hand_in, id, action, verb->step.note, verb->verb.now, error);
}

static gboolean
advance_job (XbDb     *db,
             gpointer  data,
             GError  **error)
{
  Advance *verb = data;

  for (guint i = 0; i < verb->certifications->len; i++)
    if (!advance_one (db, verb, i, error))
      return FALSE;
  return TRUE;
}

static gboolean
fill_advance (XbWorkspace *self,
              Advance     *verb,
              GError     **error)
{
  gboolean tells = verb->step.to == XB_CERT_STATE_SUBMITTED || verb->step.to == XB_CERT_STATE_IN_REVIEW;

  for (guint i = 0; i < verb->certifications->len; i++)
    {
      gint64 id = g_array_index (verb->certifications, gint64, i);
      XbChannel *channel = xb_workspace_make_channel (self, id, verb->step.at, error);

      if (channel == NULL)
        return FALSE;
      g_ptr_array_add (verb->channels, channel);
      if (tells && !xb_channel_is_manual (channel) && verb->hand_in.copies == NULL)
        xb_hand_in_plan (&verb->hand_in, self, id, channel);
    }
  return TRUE;
}

void
xb_workspace_advance_async (XbWorkspace         *self,
                            const gint64        *certifications,
                            gsize                n_certifications,
                            const XbStep        *step,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Advance *verb = xb_verb_new (self, sizeof *verb);
  GError *error = NULL;

  verb->verb.id = n_certifications > 0 ? certifications[0] : 0;
  verb->certifications = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (verb->certifications, certifications, n_certifications);
  verb->channels = g_ptr_array_new_with_free_func ((GDestroyNotify) xb_channel_free);
  verb->step = *step;
  verb->step.at = step->at != 0 ? step->at : verb->verb.now;
  verb->step.note = g_strdup (step->note);
  verb->step.case_no = g_strdup (step->case_no);
  verb->step.reason = g_strdup (step->reason);
  verb->step.expires = g_strdup (step->expires);
  if (!fill_advance (self, verb, &error))
    {
      advance_free (verb);
      xb_workspace_fail (self, xb_workspace_advance_async, error, callback, user_data);
      return;
    }
  xb_workspace_run (self, xb_workspace_advance_async, verb->hand_in.copies != NULL ? prepare_advance : NULL,
                    advance_job, verb, advance_free, cancellable, callback, user_data);
}

typedef struct
{
  XbVerb    verb;
  XbPaper   paper;
  gint64    certification;
  XbHandset handset;
  gint64    at;
  char     *note;
} AddEvidence;

static void
add_evidence_free (gpointer data)
{
  AddEvidence *verb = data;

  xb_paper_clear (&verb->paper);
  g_free (verb->note);
  g_free (verb);
}

static gboolean
take_evidence (gpointer      data,
               GCancellable *cancellable,
               GError      **error)
{
  return xb_paper_take (&((AddEvidence *) data)->paper, cancellable, error);
}

static gboolean
add_evidence_job (XbDb     *db,
                  gpointer  data,
                  GError  **error)
{
  AddEvidence *verb = data;

  if (xb_db_int (db, 0, "SELECT count (*) FROM certification WHERE id = ? AND state IN "
                 "('approved', 'syncing', 'live', 'suspended')", "i", verb->certification) == 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
                   _("evidence counts from the approval on; certification %" PRId64 " is not approved yet"),
                   verb->certification);
      return FALSE;
    }
  if (!xb_paper_store (&verb->paper, db, error) ||
      !xb_db_run (db, error, "INSERT INTO evidence (certification_id, handset, at, sha256, name, note) "
                  "VALUES (?, ?, ?, ?, ?, ?)", "itittt", verb->certification,
                  xb_enum_to_nick (XB_TYPE_HANDSET, verb->handset), verb->at, verb->paper.sha256,
                  verb->paper.name, verb->note))
    return FALSE;
  verb->verb.id = xb_db_last_id (db);
  return TRUE;
}

void
xb_workspace_add_evidence_async (XbWorkspace         *self,
                                 gint64               certification_id,
                                 XbHandset            handset,
                                 const char          *path,
                                 gint64               at,
                                 const char          *note,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  AddEvidence *verb = xb_verb_new (self, sizeof *verb);

  verb->paper.folder = g_strdup (xb_workspace_get_folder (self));
  verb->paper.path = g_strdup (path);
  verb->certification = certification_id;
  verb->handset = handset;
  verb->at = at != 0 ? at : verb->verb.now;
  verb->note = g_strdup (note);
  xb_workspace_run (self, xb_workspace_add_evidence_async, take_evidence, add_evidence_job, verb,
                    add_evidence_free, cancellable, callback, user_data);
}

guint
xb_workspace_get_missing_handsets (XbWorkspace *self,
                                   gint64       certification_id)
{
  return xb_life_missing (xb_workspace_get_db (self), certification_id);
}

typedef struct
{
  XbVerb     verb;
  gint64     at;
  XbChannel *channel;
} Expedite;

static void
expedite_free (gpointer data)
{
  Expedite *verb = data;

  xb_channel_free (verb->channel);
  g_free (verb);
}

static gboolean
expedite_job (XbDb     *db,
              gpointer  data,
              GError  **error)
{
  Expedite *verb = data;

  if (!xb_life_write_expedite (db, verb->verb.id, verb->at, verb->channel, error))
    return FALSE;
  return xb_channel_is_manual (verb->channel) ||
         xb_hand_in_queue (db, NULL, verb->verb.id, "expedite", NULL, verb->verb.now, error);
}

void
xb_workspace_expedite_async (XbWorkspace         *self,
                             gint64               certification_id,
                             gint64               at,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Expedite *verb = xb_verb_new (self, sizeof *verb);
  GError *error = NULL;

  verb->verb.id = certification_id;
  verb->at = at != 0 ? at : verb->verb.now;
  verb->channel = xb_workspace_make_channel (self, certification_id, verb->at, &error);
  if (verb->channel == NULL)
    {
      expedite_free (verb);
      xb_workspace_fail (self, xb_workspace_expedite_async, error, callback, user_data);
      return;
    }
  xb_workspace_run (self, xb_workspace_expedite_async, NULL, expedite_job, verb, expedite_free,
                    cancellable, callback, user_data);
}

typedef struct
{
  XbVerb     verb;
  GArray    *certifications; /* gint64 */
  GPtrArray *channels;       /* XbChannel, one for each */
  XbRenewal  renewal;        /* its text is owned */
  char      *today;
} Renew;

static void
renew_free (gpointer data)
{
  Renew *verb = data;

  g_array_unref (verb->certifications);
  g_ptr_array_unref (verb->channels);
  g_free ((char *) verb->renewal.until);
  g_free (verb->today);
  g_free (verb);
}

static gboolean
renew_job (XbDb     *db,
           gpointer  data,
           GError  **error)
{
  Renew *verb = data;

  for (guint i = 0; i < verb->certifications->len; i++)
    if (!xb_life_write_renewal (db, g_array_index (verb->certifications, gint64, i), &verb->renewal,
                                g_ptr_array_index (verb->channels, i), verb->today, error))
      return FALSE;
  return TRUE;
}

void
xb_workspace_renew_async (XbWorkspace         *self,
                          const gint64        *certifications,
                          gsize                n_certifications,
                          const XbRenewal     *renewal,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  Renew *verb = xb_verb_new (self, sizeof *verb);
  GError *error = NULL;

  verb->verb.id = n_certifications > 0 ? certifications[0] : 0;
  verb->certifications = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (verb->certifications, certifications, n_certifications);
  verb->channels = g_ptr_array_new_with_free_func ((GDestroyNotify) xb_channel_free);
  verb->renewal = *renewal;
  verb->renewal.at = renewal->at != 0 ? renewal->at : verb->verb.now;
  verb->renewal.until = g_strdup (renewal->until);
  verb->today = xb_clock_dup_today (xb_workspace_get_clock (self));
  for (gsize i = 0; i < n_certifications && error == NULL; i++)
    {
      XbChannel *channel = xb_workspace_make_channel (self, certifications[i], verb->renewal.at, &error);

      if (channel != NULL)
        g_ptr_array_add (verb->channels, channel);
    }
  if (error != NULL)
    {
      renew_free (verb);
      xb_workspace_fail (self, xb_workspace_renew_async, error, callback, user_data);
      return;
    }
  xb_workspace_run (self, xb_workspace_renew_async, NULL, renew_job, verb, renew_free, cancellable, callback,
                    user_data);
}
