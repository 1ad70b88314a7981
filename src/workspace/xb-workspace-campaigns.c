/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-error.h"
#include "xb-label-desk-private.h"
#include "xb-label-draft-private.h"

typedef struct
{
  XbVerb       verb;
  XbLabelDesk *desk;
  char        *name;
  char        *from;
  char        *until;
  char        *note;
  gboolean     remove;
} CampaignVerb;

static void
campaign_verb_free (gpointer data)
{
  CampaignVerb *verb = data;

  xb_label_desk_free (verb->desk);
  g_free (verb->name);
  g_free (verb->from);
  g_free (verb->until);
  g_free (verb->note);
  g_free (verb);
}

static gboolean
check_name (CampaignVerb  *verb,
            XbDb          *db,
            GError       **error)
{
  if (xb_db_int (db, 0, "SELECT id FROM campaign WHERE name = ? AND removed_at IS NULL AND id <> ?", "ti", verb->name,
                 verb->verb.id) == 0)
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_REFUSED, _("there is a campaign “%s” already; give this one another name"),
               verb->name);
  return FALSE;
}

/* Labels with the campaign's own days go along; one with days of its own stays. */
static gboolean
move_labels (CampaignVerb  *verb,
             XbDb          *db,
             const char    *old_from,
             const char    *old_until,
             GError       **error)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(XbRows) rows = NULL;

  if (!xb_db_run (db, error, "UPDATE label SET from_day = iif (from_day = ?1, ?2, from_day), "
                  "until_day = iif (until_day = ?3, ?4, until_day) WHERE campaign_id = ?5 AND removed_at IS NULL AND "
                  "ended_at IS NULL", "tttti", old_from, verb->from, old_until, verb->until, verb->verb.id))
    return FALSE;
  rows = xb_db_query (db, error, "SELECT DISTINCT number_id FROM label WHERE campaign_id = ? AND removed_at IS NULL", "i",
                      verb->verb.id);
  while (rows != NULL && xb_rows_next (rows, NULL))
    {
      gint64 number = xb_rows_int (rows, 0);

      g_array_append_val (numbers, number);
    }
  if (rows == NULL)
    return FALSE;
  g_clear_pointer (&rows, xb_rows_free);
  for (guint i = 0; i < numbers->len; i++)
    if (!xb_label_replan (verb->desk, db, g_array_index (numbers, gint64, i), error) ||
        g_cancellable_set_error_if_cancelled (verb->verb.cancellable, error))
      return FALSE;
  return xb_label_desk_close (verb->desk, db, error);
}

static gboolean
save_job (XbDb     *db,
          gpointer  data,
          GError  **error)
{
  CampaignVerb *verb = data;
  g_autofree char *old_from = NULL;
  g_autofree char *old_until = NULL;

  if (!check_name (verb, db, error))
    return FALSE;
  if (verb->verb.id == 0)
    {
      if (!xb_db_run (db, error, "INSERT INTO campaign (name, from_day, until_day, note, created_at) "
                      "VALUES (?, ?, ?, ?, ?)", "tttti", verb->name, verb->from, verb->until, verb->note,
                      verb->verb.now))
        return FALSE;
      verb->verb.id = xb_db_last_id (db);
      return TRUE;
    }
  old_from = xb_db_text (db, "SELECT from_day FROM campaign WHERE id = ?", "i", verb->verb.id);
  old_until = xb_db_text (db, "SELECT until_day FROM campaign WHERE id = ?", "i", verb->verb.id);
  if (old_from == NULL)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND, _("there is no campaign %" PRId64 "; see the list of campaigns"),
                   verb->verb.id);
      return FALSE;
    }
  return xb_db_run (db, error, "UPDATE campaign SET name = ?, from_day = ?, until_day = ?, note = ? WHERE id = ?", "tttti",
                    verb->name, verb->from, verb->until, verb->note, verb->verb.id) &&
         move_labels (verb, db, old_from, old_until, error);
}

void
xb_workspace_save_campaign_async (XbWorkspace         *self,
                                  gint64               id,
                                  const char          *name,
                                  const char          *from,
                                  const char          *until,
                                  const char          *note,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autofree char *stripped = g_strstrip (g_utf8_make_valid (name, -1));
  CampaignVerb *verb;
  GError *error = NULL;

  if (*stripped == '\0')
    g_set_error (&error, XB_ERROR, XB_ERROR_INVALID, _("the campaign needs a name, such as 春节 or 开学季"));
  else
    xb_label_check_days (from, until, &error);
  if (error != NULL)
    {
      xb_workspace_fail (self, xb_workspace_save_campaign_async, error, callback, user_data);
      return;
    }
  verb = xb_verb_new (self, sizeof *verb);
  verb->verb.id = id;
  verb->desk = xb_label_desk_new (self, verb->verb.now, NULL);
  verb->name = g_steal_pointer (&stripped);
  verb->from = g_strdup (from);
  verb->until = g_strdup (until);
  verb->note = note != NULL && *note != '\0' ? g_strdup (note) : NULL;
  xb_workspace_run (self, xb_workspace_save_campaign_async, NULL, save_job, verb, campaign_verb_free, cancellable,
                    callback, user_data);
}

static gboolean
remove_job (XbDb     *db,
            gpointer  data,
            GError  **error)
{
  CampaignVerb *verb = data;

  if (verb->remove && xb_db_int (db, 0, "SELECT count (*) FROM label WHERE campaign_id = ? AND removed_at IS NULL", "i",
                                 verb->verb.id) > 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
                   _("labels belong to the campaign; end or remove them first, then the campaign"));
      return FALSE;
    }
  return xb_db_run (db, error, "UPDATE campaign SET removed_at = nullif (?, 0) WHERE id = ?", "ii",
                    verb->remove ? verb->verb.now : (gint64) 0, verb->verb.id);
}

void
xb_workspace_remove_campaign_async (XbWorkspace         *self,
                                    gint64               id,
                                    gboolean             remove,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  CampaignVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->verb.id = id;
  verb->desk = xb_label_desk_new (self, verb->verb.now, NULL);
  verb->remove = remove;
  xb_workspace_run (self, xb_workspace_remove_campaign_async, NULL, remove_job, verb, campaign_verb_free, cancellable,
                    callback, user_data);
}

gint64
xb_workspace_find_campaign (XbWorkspace  *self,
                            const char   *name,
                            GError      **error)
{
  gint64 id = xb_db_int (xb_workspace_get_db (self), -1, "SELECT id FROM campaign WHERE name = ? AND removed_at IS NULL",
                         "t", name);

  if (id < 0)
    g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND, _("there is no campaign “%s”; add it first"), name);
  return id;
}
