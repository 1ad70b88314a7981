/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-clock.h"
#include "xb-error.h"
#include "xb-label-desk-private.h"

/* Verbs on the edits that follow from the labels, and on the free ones. */

typedef struct
{
  XbVerb        verb;
  XbLabelDesk  *desk;
  GArray       *changes; /* gint64 */
  gint64        at;
  char         *text; /* a case number, or a reason */
  XbChangeState to;
} ChangeVerb;

static void
change_verb_free (gpointer data)
{
  ChangeVerb *verb = data;

  xb_label_desk_free (verb->desk);
  g_array_unref (verb->changes);
  g_free (verb->text);
  g_free (verb);
}

static ChangeVerb *
change_verb_new (XbWorkspace  *self,
                 const gint64 *changes,
                 gsize         n_changes,
                 gint64        at,
                 const char   *text)
{
  ChangeVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->desk = xb_label_desk_new (self, verb->verb.now, NULL);
  verb->changes = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (verb->changes, changes, n_changes);
  verb->verb.id = n_changes > 0 ? changes[0] : 0;
  verb->at = at != 0 ? at : verb->verb.now;
  verb->text = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
  return verb;
}

static gboolean
file_job (XbDb     *db,
          gpointer  data,
          GError  **error)
{
  ChangeVerb *verb = data;

  for (guint i = 0; i < verb->changes->len; i++)
    if (!xb_label_edit_file (verb->desk, db, g_array_index (verb->changes, gint64, i), verb->at, verb->text, error) ||
        g_cancellable_set_error_if_cancelled (verb->verb.cancellable, error))
      return FALSE;
  return xb_label_desk_close (verb->desk, db, error);
}

void
xb_workspace_file_label_change_async (XbWorkspace         *self,
                                      const gint64        *changes,
                                      gsize                n_changes,
                                      gint64               at,
                                      const char          *case_no,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  ChangeVerb *verb = change_verb_new (self, changes, n_changes, at, case_no);

  xb_workspace_run (self, xb_workspace_file_label_change_async, NULL, file_job, verb, change_verb_free, cancellable,
                    callback, user_data);
}

/* Where there is an API, the platform says itself what became of an edit. */
static gboolean
check_manual (ChangeVerb  *verb,
              XbDb        *db,
              gint64       change,
              GError     **error)
{
  g_autofree char *platform = xb_db_text (db, "SELECT platform FROM label_change WHERE id = ?", "i", change);
  XbLabelChannel *channel = platform != NULL ? xb_label_desk_find (verb->desk, platform) : NULL;

  if (channel == NULL || channel->manual || verb->to == XB_CHANGE_STATE_PLANNED ||
      verb->to == XB_CHANGE_STATE_CANCELLED)
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
               _("%s says itself what became of label change %" PRId64 "; synchronise"), channel->name, change);
  return FALSE;
}

static gboolean
record_job (XbDb     *db,
            gpointer  data,
            GError  **error)
{
  ChangeVerb *verb = data;

  for (guint i = 0; i < verb->changes->len; i++)
    {
      gint64 change = g_array_index (verb->changes, gint64, i);

      if (!check_manual (verb, db, change, error) ||
          !xb_label_edit_record (verb->desk, db, change, verb->to, verb->at, verb->text, error) ||
          g_cancellable_set_error_if_cancelled (verb->verb.cancellable, error))
        return FALSE;
    }
  return xb_label_desk_close (verb->desk, db, error);
}

void
xb_workspace_record_label_change_async (XbWorkspace         *self,
                                        const gint64        *changes,
                                        gsize                n_changes,
                                        XbChangeState        to,
                                        gint64               at,
                                        const char          *reason,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  ChangeVerb *verb = change_verb_new (self, changes, n_changes, at, reason);

  verb->to = to;
  xb_workspace_run (self, xb_workspace_record_label_change_async, NULL, record_job, verb, change_verb_free, cancellable,
                    callback, user_data);
}

/* What a platform's year looks like; on the main thread. */
static XbLabelChannel *
read_year (XbWorkspace  *self,
           XbLabelDesk  *desk,
           const char   *platform,
           const char   *day,
           XbFreeEdits  *edits,
           GError      **error)
{
  XbLabelChannel *channel = platform != NULL ? xb_label_desk_find (desk, platform) : NULL;

  if (channel == NULL)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND, _("there is no platform “%s”; see the list of platforms"),
                   platform != NULL ? platform : "");
      return NULL;
    }
  *edits = (XbFreeEdits) { .of = channel->terms.free_edits, .fee_min = channel->terms.fee_min,
                           .fee_max = channel->terms.fee_max, .indicative = channel->terms.indicative };
  xb_label_desk_find_year (desk, xb_workspace_get_db (self), channel, day != NULL ? day : desk->today, edits->from,
                           edits->until);
  xb_label_ledger_read (xb_workspace_get_db (self), platform, edits);
  return channel;
}

gboolean
xb_workspace_read_free_edits (XbWorkspace  *self,
                              const char   *platform,
                              const char   *day,
                              XbFreeEdits  *edits,
                              GError      **error)
{
  g_autoptr(XbLabelDesk) desk = xb_label_desk_new (self, xb_clock_now (xb_workspace_get_clock (self)), NULL);

  return read_year (self, desk, platform, day, edits, error) != NULL;
}

typedef struct
{
  XbVerb       verb;
  XbLabelDesk *desk;
  char        *platform;
  XbFreeEdits  edits;
  int          left;
} FreeVerb;

static void
free_verb_free (gpointer data)
{
  FreeVerb *verb = data;

  xb_label_desk_free (verb->desk);
  g_free (verb->platform);
  g_free (verb);
}

static gboolean
set_free_job (XbDb     *db,
              gpointer  data,
              GError  **error)
{
  FreeVerb *verb = data;
  XbFreeEdits *edits = &verb->edits;
  gint64 gone = xb_db_int (db, 0, "SELECT count (*) FROM label_change WHERE platform = ? AND counts_on BETWEEN ? AND ? "
                           "AND free <> 0 AND state IN ('filed', 'live')", "ttt", verb->platform, edits->from,
                           edits->until);

  return xb_db_run (db, error, "INSERT INTO edit_account VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET "
                    "used_elsewhere = ?3", "tti", verb->platform, edits->from,
                    MAX (0, edits->of - gone - verb->left)) &&
         xb_label_ledger_touch (verb->desk, db, verb->platform, verb->desk->today, error) &&
         xb_label_desk_close (verb->desk, db, error);
}

void
xb_workspace_set_free_edits_async (XbWorkspace         *self,
                                   const char          *platform,
                                   int                  left,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  FreeVerb *verb = xb_verb_new (self, sizeof *verb);
  GError *error = NULL;
  XbLabelChannel *channel;

  verb->desk = xb_label_desk_new (self, verb->verb.now, NULL);
  verb->platform = g_strdup (platform);
  verb->left = left;
  channel = read_year (self, verb->desk, platform, NULL, &verb->edits, &error);
  if (channel != NULL && (left < 0 || left > verb->edits.of))
    g_set_error (&error, XB_ERROR, XB_ERROR_INVALID, verb->edits.of < 0
                   ? _("how many free edits %s gives a year is not known; enter that with the platform first")
                   : _("%s gives fewer free edits a year than that; correct the number there, or here"), channel->name);
  if (error != NULL)
    {
      free_verb_free (verb);
      xb_workspace_fail (self, xb_workspace_set_free_edits_async, error, callback, user_data);
      return;
    }
  xb_workspace_run (self, xb_workspace_set_free_edits_async, NULL, set_free_job, verb, free_verb_free, cancellable,
                    callback, user_data);
}
