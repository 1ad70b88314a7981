/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-hand-in-private.h"
#include "xb-life-private.h"

/* The rest is found in the next round. */
#define MOST_AT_ONCE 200

typedef struct
{
  XbVerb     verb;
  GArray    *ids;      /* gint64 */
  GPtrArray *channels; /* XbChannel, one for each */
} Expire;

static void
expire_free (gpointer data)
{
  Expire *verb = data;

  g_array_unref (verb->ids);
  g_ptr_array_unref (verb->channels);
  g_free (verb);
}

static gboolean
expire_job (XbDb     *db,
            gpointer  data,
            GError  **error)
{
  Expire *verb = data;

  for (guint i = 0; i < verb->ids->len; i++)
    {
      const XbTransition step = {
        .certification = g_array_index (verb->ids, gint64, i), .to = XB_CERT_STATE_EXPIRED, .at = verb->verb.now,
        .trusted = TRUE, .note = N_("Its last day is over"), .channel = g_ptr_array_index (verb->channels, i) };
      g_autofree char *state = xb_db_text (db, "SELECT state FROM certification WHERE id = ?", "i", step.certification);

      if (g_strcmp0 (state, "live") == 0 && !xb_life_apply (db, &step, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * xb_workspace_expire_async:
 *
 * What is past its last day is live no longer, whether the platform says so or not. Ends with
 * xb_workspace_finish().
 */
void
xb_workspace_expire_async (XbWorkspace         *self,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self));
  Expire *verb = xb_verb_new (self, sizeof *verb);
  g_autoptr(XbRows) rows = NULL;

  verb->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  verb->channels = g_ptr_array_new_with_free_func ((GDestroyNotify) xb_channel_free);
  rows = xb_db_query (xb_workspace_get_db (self), NULL,
                      "SELECT id FROM certification INDEXED BY certification_expires "
                      "WHERE expires < ? AND state = 'live' LIMIT ?", "ti", today, (gint64) MOST_AT_ONCE);
  while (rows != NULL && xb_rows_next (rows, NULL))
    {
      gint64 id = xb_rows_int (rows, 0);
      XbChannel *channel = xb_workspace_make_channel (self, id, verb->verb.now, NULL);

      if (channel == NULL)
        continue;
      g_array_append_val (verb->ids, id);
      g_ptr_array_add (verb->channels, channel);
    }
  g_clear_pointer (&rows, xb_rows_free);
  if (verb->ids->len == 0) /* the usual case costs one look into an index */
    {
      g_autoptr(GTask) nothing = g_task_new (self, NULL, callback, user_data);

      g_task_set_source_tag (nothing, xb_workspace_expire_async);
      g_task_return_int (nothing, 0);
      expire_free (verb);
      return;
    }
  xb_workspace_run (self, xb_workspace_expire_async, NULL, expire_job, verb, expire_free, NULL, callback, user_data);
}
