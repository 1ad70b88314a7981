/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-day.h"
#include "xb-error.h"
#include "xb-label-desk-private.h"
#include "xb-label-draft-private.h"
#include "xb-progress-meter.h"

/* Verbs on labels as a whole; those on single edits are in xb-workspace-label-changes.c. */

typedef struct
{
  XbVerb           verb;
  XbLabelDesk     *desk;
  XbLabelWish     *wish;     /* (nullable): of a new label */
  GArray          *labels;   /* (nullable): gint64: what is worked on */
  GArray          *made;     /* (nullable): gint64: new ones */
  char            *from;
  char            *until;
  gboolean         remove;
  XbProgressMeter *progress; /* (nullable) */
} LabelVerb;

static void
label_verb_free (gpointer data)
{
  LabelVerb *verb = data;

  xb_label_desk_free (verb->desk);
  xb_label_wish_free (verb->wish);
  g_clear_pointer (&verb->labels, g_array_unref);
  g_clear_pointer (&verb->made, g_array_unref);
  g_clear_pointer (&verb->progress, xb_progress_meter_free);
  g_free (verb->from);
  g_free (verb->until);
  g_free (verb);
}

static LabelVerb *
label_verb_new (XbWorkspace  *self,
                const gint64 *labels,
                gsize         n_labels,
                const char   *who)
{
  LabelVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->desk = xb_label_desk_new (self, verb->verb.now, who);
  verb->labels = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (verb->labels, labels, n_labels);
  verb->verb.id = n_labels > 0 ? labels[0] : 0;
  return verb;
}

static gboolean
set_one (LabelVerb  *verb,
         XbDb       *db,
         gint64      number,
         GError    **error)
{
  const XbLabelWish *wish = verb->wish;
  gint64 id;

  if (xb_db_int (db, 0, "SELECT id FROM number WHERE id = ? AND removed_at IS NULL", "i", number) == 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND,
                   _("there is no number %" PRId64 " in the register; nothing was changed"), number);
      return FALSE;
    }
  if (!xb_label_keep_first (db, number, error) ||
      !xb_db_run (db, error, "INSERT INTO label (number_id, platform, text, from_day, until_day, campaign_id, who, why, "
                  "override, created_at) VALUES (?, ?, ?, ?, ?, nullif (?, 0), ?, ?, ?, ?)", "ittttittti", number,
                  wish->platform, wish->text, wish->from, wish->until, wish->campaign, wish->who, wish->why,
                  wish->override, verb->verb.now))
    return FALSE;
  id = xb_db_last_id (db);
  g_array_append_val (verb->made, id);
  return xb_label_desk_log (verb->desk, db, id, 0, "set", wish->platform, wish->why, error) &&
         xb_label_replan (verb->desk, db, number, error) &&
         (!wish->by_itself || xb_db_run (db, error, "UPDATE label_change SET asked = 1 WHERE label_id = ? AND "
                                         "kind = 'put-up' AND state = 'planned'", "i", id));
}

static gboolean
set_job (XbDb     *db,
         gpointer  data,
         GError  **error)
{
  LabelVerb *verb = data;

  for (guint i = 0; i < verb->wish->numbers->len; i++)
    {
      if (!set_one (verb, db, g_array_index (verb->wish->numbers, gint64, i), error))
        return FALSE;
      xb_progress_meter_set (verb->progress, i + 1, verb->wish->numbers->len);
      if (g_cancellable_set_error_if_cancelled (verb->verb.cancellable, error))
        return FALSE;
    }
  verb->verb.id = g_array_index (verb->made, gint64, 0);
  return xb_label_desk_close (verb->desk, db, error);
}

void
xb_workspace_set_label_async (XbWorkspace         *self,
                              const XbLabelDraft  *draft,
                              GCancellable        *cancellable,
                              XbProgressFunc       progress,
                              gpointer             progress_data,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GError *error = NULL;
  XbLabelWish *wish = xb_label_wish_new (self, draft, TRUE, &error);
  LabelVerb *verb;

  if (wish == NULL || !xb_label_gate (self, wish, &error))
    {
      xb_label_wish_free (wish);
      xb_workspace_fail (self, xb_workspace_set_label_async, error, callback, user_data);
      return;
    }
  verb = label_verb_new (self, NULL, 0, draft->who);
  verb->wish = wish;
  verb->made = g_array_new (FALSE, FALSE, sizeof (gint64));
  verb->progress = xb_progress_meter_new (progress, progress_data);
  xb_workspace_run (self, xb_workspace_set_label_async, NULL, set_job, verb, label_verb_free, cancellable, callback,
                    user_data);
}

GArray *
xb_workspace_set_label_finish (XbWorkspace   *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  if (xb_workspace_finish_id (self, result, error) < 0)
    return NULL;
  return g_steal_pointer (&((LabelVerb *) xb_workspace_get_verb (result))->made);
}

/* One label as it is */
typedef struct
{
  gint64   number;
  char    *platform;
  char    *from;
  char    *until;
  gboolean first; /* handed in with its certification */
  gboolean removed;
} Label;

static void
label_clear (Label *label)
{
  g_free (label->platform);
  g_free (label->from);
  g_free (label->until);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Label, label_clear)

static gboolean
read_label (XbDb    *db,
            gint64   id,
            Label   *label,
            GError **error)
{
  g_autoptr(XbRows) rows = NULL;

  rows = xb_db_query (db, error, "SELECT number_id, platform, from_day, until_day, certification_id IS NOT NULL, "
                      "removed_at IS NOT NULL FROM label WHERE id = ?", "i", id);
  if (rows == NULL)
    return FALSE;
  if (!xb_rows_next (rows, error))
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND, _("there is no label %" PRId64 "; see the list of labels"),
                     id);
      return FALSE;
    }
  *label = (Label) { xb_rows_int (rows, 0), g_strdup (xb_rows_text (rows, 1)), g_strdup (xb_rows_text (rows, 2)),
                     g_strdup (xb_rows_text (rows, 3)), xb_rows_int (rows, 4) != 0, xb_rows_int (rows, 5) != 0 };
  return TRUE;
}

static gboolean
end_one (LabelVerb  *verb,
         XbDb       *db,
         gint64      id,
         GError    **error)
{
  const char *last = verb->until != NULL ? verb->until : verb->desk->today;
  g_auto(Label) label = { 0 };
  g_autofree char *until = NULL;

  if (!read_label (db, id, &label, error))
    return FALSE;
  if (label.removed || (label.until != NULL && strcmp (label.until, verb->desk->today) < 0))
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED, _("label %" PRId64 " is over already"), id);
      return FALSE;
    }
  until = strcmp (label.from, last) > 0 ? xb_day_add (label.from, -1) : g_strdup (last);
  return xb_db_run (db, error, "UPDATE label SET until_day = ?, replaced_by = NULL, ended_at = ? WHERE id = ?", "tii",
                    until, verb->verb.now, id) &&
         xb_label_desk_log (verb->desk, db, id, 0, "ended", label.platform, until, error) &&
         xb_label_replan (verb->desk, db, label.number, error);
}

static gboolean
check_nothing_out (LabelVerb  *verb,
                   XbDb       *db,
                   gint64      id,
                   Label      *label,
                   GError    **error)
{
  g_autoptr(GArray) filed = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(XbRows) rows = NULL;
  gboolean out = label->first;

  rows = xb_db_query (db, error, "SELECT id, platform, state FROM label_change WHERE label_id = ? AND "
                      "(state = 'live' OR filed_at > 0)", "i", id);
  while (rows != NULL && xb_rows_next (rows, NULL))
    {
      XbLabelChannel *channel = xb_label_desk_find (verb->desk, xb_rows_text (rows, 1));
      gint64 change = xb_rows_int (rows, 0);

      out = out || channel == NULL || channel->manual || g_strcmp0 (xb_rows_text (rows, 2), "filed") != 0;
      g_array_append_val (filed, change);
    }
  if (rows == NULL)
    return FALSE;
  g_clear_pointer (&rows, xb_rows_free);
  if (out)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED, label->first
                     ? _("label %" PRId64 " was handed in with its certification and cannot be removed; set a new one")
                     : _("an edit for label %" PRId64 " was handed in already, so it cannot be removed; end it instead"),
                   id);
      return FALSE;
    }
  for (guint i = 0; i < filed->len; i++)
    if (!xb_label_edit_record (verb->desk, db, g_array_index (filed, gint64, i), XB_CHANGE_STATE_PLANNED,
                               verb->verb.now, NULL, error))
      return FALSE;
  return TRUE;
}

static gboolean
remove_one (LabelVerb  *verb,
            XbDb       *db,
            gint64      id,
            GError    **error)
{
  g_auto(Label) label = { 0 };

  if (!read_label (db, id, &label, error) || (verb->remove && !check_nothing_out (verb, db, id, &label, error)))
    return FALSE;
  return xb_db_run (db, error, "UPDATE label SET removed_at = nullif (?, 0), replaced_by = NULL, "
                    "until_day = iif (replaced_by IS NULL, until_day, NULL) WHERE id = ?", "ii",
                    verb->remove ? verb->verb.now : (gint64) 0, id) &&
         xb_db_run (db, error, "DELETE FROM label_change WHERE label_id = ? AND state = 'cancelled'", "i", id) &&
         xb_label_desk_log (verb->desk, db, id, 0, verb->remove ? "removed" : "back", label.platform, NULL, error) &&
         xb_label_replan (verb->desk, db, label.number, error);
}

static gboolean
move_one (LabelVerb  *verb,
          XbDb       *db,
          gint64      id,
          GError    **error)
{
  g_autofree char *days = g_strdup_printf ("%s – %s", verb->from, verb->until != NULL ? verb->until : "");
  g_auto(Label) label = { 0 };

  if (!read_label (db, id, &label, error))
    return FALSE;
  if (label.removed)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED, _("label %" PRId64 " was removed; put it back first"), id);
      return FALSE;
    }
  return xb_db_run (db, error, "UPDATE label SET from_day = ?, until_day = ?, replaced_by = NULL, ended_at = NULL "
                    "WHERE id = ?", "tti", verb->from, verb->until, id) &&
         xb_db_run (db, error, "DELETE FROM label_change WHERE label_id = ? AND state = 'cancelled'", "i", id) &&
         xb_label_desk_log (verb->desk, db, id, 0, "moved", label.platform, days, error) &&
         xb_label_replan (verb->desk, db, label.number, error);
}

typedef gboolean (*Step) (LabelVerb  *verb,
                          XbDb       *db,
                          gint64      id,
                          GError    **error);

static gboolean
take_each (LabelVerb  *verb,
           XbDb       *db,
           Step        step,
           GError    **error)
{
  for (guint i = 0; i < verb->labels->len; i++)
    {
      if (!step (verb, db, g_array_index (verb->labels, gint64, i), error) ||
          g_cancellable_set_error_if_cancelled (verb->verb.cancellable, error))
        return FALSE;
    }
  return xb_label_desk_close (verb->desk, db, error);
}

static gboolean
end_job (XbDb     *db,
         gpointer  data,
         GError  **error)
{
  return take_each (data, db, end_one, error);
}

static gboolean
remove_job (XbDb     *db,
            gpointer  data,
            GError  **error)
{
  return take_each (data, db, remove_one, error);
}

static gboolean
move_job (XbDb     *db,
          gpointer  data,
          GError  **error)
{
  return take_each (data, db, move_one, error);
}

void
xb_workspace_end_label_async (XbWorkspace         *self,
                              const gint64        *labels,
                              gsize                n_labels,
                              const char          *last_day,
                              const char          *who,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  LabelVerb *verb;
  GError *error = NULL;

  if (last_day != NULL && !xb_label_check_days (last_day, NULL, &error))
    {
      xb_workspace_fail (self, xb_workspace_end_label_async, error, callback, user_data);
      return;
    }
  verb = label_verb_new (self, labels, n_labels, who);
  verb->until = g_strdup (last_day);
  xb_workspace_run (self, xb_workspace_end_label_async, NULL, end_job, verb, label_verb_free, cancellable, callback,
                    user_data);
}

void
xb_workspace_remove_label_async (XbWorkspace         *self,
                                 const gint64        *labels,
                                 gsize                n_labels,
                                 gboolean             remove,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  LabelVerb *verb = label_verb_new (self, labels, n_labels, NULL);

  verb->remove = remove;
  xb_workspace_run (self, xb_workspace_remove_label_async, NULL, remove_job, verb, label_verb_free, cancellable,
                    callback, user_data);
}

void
xb_workspace_move_labels_async (XbWorkspace         *self,
                                const gint64        *labels,
                                gsize                n_labels,
                                const char          *from,
                                const char          *until,
                                const char          *who,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  LabelVerb *verb;
  GError *error = NULL;

  if (!xb_label_check_days (from, until, &error))
    {
      xb_workspace_fail (self, xb_workspace_move_labels_async, error, callback, user_data);
      return;
    }
  verb = label_verb_new (self, labels, n_labels, who);
  verb->from = g_strdup (from);
  verb->until = g_strdup (until);
  xb_workspace_run (self, xb_workspace_move_labels_async, NULL, move_job, verb, label_verb_free, cancellable, callback,
                    user_data);
}

void
xb_workspace_move_label_async (XbWorkspace         *self,
                               gint64               label,
                               const char          *from,
                               const char          *until,
                               const char          *who,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  xb_workspace_move_labels_async (self, &label, 1, from, until, who, cancellable, callback, user_data);
}
