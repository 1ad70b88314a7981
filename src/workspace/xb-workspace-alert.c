/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-alert-look-private.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-records.h"
#include "xb-workspace-alert.h"
#include "xb-workspace-private.h"
#include "xb-workspace-today.h"

/* So many are told by name; the rest is a count. */
#define TELL_MOST 20
/* Things to do that a look takes for deadlines; the most urgent ones. */
#define DUE_MOST  500

#define QUIET_FROM  (22 * 60)
#define QUIET_UNTIL (8 * 60)
#define DAY_MINUTES (24 * 60)

void
xb_alert_round_free (XbAlertRound *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->tell);
  g_free (self);
}

typedef struct
{
  XbVerb        verb;
  XbAlertLook   look;
  XbAlertRound *round; /* taken by the finish */
  gboolean      tell;
} Watch;

static void
watch_free (gpointer data)
{
  Watch *verb = data;

  g_clear_pointer (&verb->look.due, g_ptr_array_unref);
  g_clear_pointer (&verb->look.names, g_hash_table_unref);
  xb_alert_round_free (verb->round);
  g_free (verb);
}

static guint
read_minutes (XbDb       *db,
              const char *key,
              guint       usual)
{
  g_autofree char *text = xb_db_text (db, "SELECT value FROM setting WHERE key = ?", "t", key);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) % DAY_MINUTES : usual;
}

/* Hours over midnight are usual. */
static gboolean
is_quiet (XbDb   *db,
          gint64  now)
{
  guint from = read_minutes (db, "quiet-from", QUIET_FROM), until = read_minutes (db, "quiet-until", QUIET_UNTIL);
  guint minute = (guint) ((now + 8 * 3600) / 60 % DAY_MINUTES);

  return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
}

static const char *const untold = "state = 'raised' AND told_at = 0 AND snoozed_until <= ?1";

static gboolean
collect_untold (Watch   *verb,
                XbDb    *db,
                GError **error)
{
  g_autofree char *count = g_strdup_printf ("SELECT count (*) FROM alert WHERE %s", untold);
  g_autofree char *select = g_strdup_printf ("SELECT r.*, n.national AS number, n.e164, n.use FROM alert r LEFT JOIN number n "
                                             "ON n.id = r.number_id WHERE %s ORDER BY r.measure = 'deadline', r.value DESC, r.id "
                                             "LIMIT %d", untold, TELL_MOST);
  g_autofree char *mark = g_strdup_printf ("UPDATE alert SET told_at = max (?1, 1) WHERE %s", untold);

  g_ptr_array_unref (verb->round->tell);
  verb->round->n_tell = (guint) xb_db_int (db, 0, count, "i", verb->verb.now);
  verb->round->tell = xb_records_collect (xb_db_query (db, error, select, "i", verb->verb.now), XB_TYPE_ALERT, error);
  if (verb->round->tell == NULL)
    {
      verb->round->tell = g_ptr_array_new_with_free_func (g_object_unref);
      return FALSE;
    }
  return verb->round->n_tell == 0 || xb_db_run (db, error, mark, "i", verb->verb.now);
}

static gboolean
watch_job (XbDb     *db,
           gpointer  data,
           GError  **error)
{
  Watch *verb = data;

  if (!xb_alert_look_run (&verb->look, db, error))
    return FALSE;
  verb->round->raised = verb->look.raised;
  return !verb->tell || is_quiet (db, verb->verb.now) || collect_untold (verb, db, error);
}

typedef struct
{
  gboolean tell;
} WatchTask;

static GHashTable *
name_platforms (XbWorkspace *self)
{
  GListModel *platforms = G_LIST_MODEL (xb_workspace_get_catalogue (self));
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < g_list_model_get_n_items (platforms); i++)
    {
      g_autoptr(XbPlatform) platform = g_list_model_get_item (platforms, i);

      g_hash_table_insert (names, g_strdup (xb_platform_get_key (platform)), g_strdup (xb_platform_get_name (platform)));
    }
  return names;
}

static void
watched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Watch *verb = xb_workspace_get_verb (result);
  GError *error = NULL;

  if (xb_workspace_finish (XB_WORKSPACE (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&verb->round), (GDestroyNotify) xb_alert_round_free);
  else
    g_task_return_error (task, error);
}

static void
today_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  XbWorkspace *self = XB_WORKSPACE (source);
  WatchTask *asked = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(XbToday) today = xb_workspace_read_today_finish (self, result, &error);
  Watch *verb;

  if (today == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  verb = xb_verb_new (self, sizeof *verb);
  verb->tell = asked->tell;
  verb->look.now = verb->verb.now;
  verb->look.due = g_ptr_array_ref (today->due);
  verb->look.names = name_platforms (self);
  verb->round = g_new0 (XbAlertRound, 1);
  verb->round->tell = g_ptr_array_new_with_free_func (g_object_unref);
  xb_workspace_run (self, xb_workspace_watch_alerts_async, NULL, watch_job, verb, watch_free,
                    g_task_get_cancellable (task), watched_cb, g_object_ref (task));
}

void
xb_workspace_watch_alerts_async (XbWorkspace         *self,
                                 gboolean             tell,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  WatchTask *asked = g_new0 (WatchTask, 1);

  asked->tell = tell;
  g_task_set_source_tag (task, xb_workspace_watch_alerts_async);
  g_task_set_task_data (task, asked, g_free);
  xb_workspace_read_today_async (self, DUE_MOST, cancellable, today_cb, task);
}

XbAlertRound *
xb_workspace_watch_alerts_finish (XbWorkspace   *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  XbVerb         verb;
  XbAlertMeasure measure;
  gint64         number;
  gint64         threshold; /* or until when; or the minutes */
  gint64         until;
  gboolean       enabled;   /* or handled */
} RuleVerb;

static gboolean
check_threshold (XbAlertMeasure   measure,
                 gint64           threshold,
                 GError         **error)
{
  static const gint64 most[XB_N_ALERT_MEASURES] = {
    [XB_ALERT_MEASURE_MARKS] = 1000000, [XB_ALERT_MEASURE_COMPLAINTS] = 1000000, [XB_ALERT_MEASURE_ANSWER_RATE] = 100,
    [XB_ALERT_MEASURE_ANSWER_FALL] = 100, [XB_ALERT_MEASURE_DISPLAY_LOST] = 1, [XB_ALERT_MEASURE_DEADLINE] = 60,
  };

  if (threshold >= 1 && threshold <= most[measure])
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("an alert warns from 1 to %" PRId64 "; choose a number between"),
               most[measure]);
  return FALSE;
}

static gboolean
rule_job (XbDb     *db,
          gpointer  data,
          GError  **error)
{
  RuleVerb *verb = data;
  const char *word = xb_enum_to_nick (XB_TYPE_ALERT_MEASURE, (int) verb->measure);

  if (verb->number != 0 && xb_db_int (db, 0, "SELECT count (*) FROM number WHERE id = ?", "i", verb->number) == 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND,
                   _("there is no number %" PRId64 " in the register; nothing was changed"), verb->number);
      return FALSE;
    }
  if (!xb_db_run (db, error, "INSERT INTO alert_rule (measure, number_id, threshold, enabled) VALUES (?, ?, ?, ?) "
                  "ON CONFLICT DO UPDATE SET threshold = excluded.threshold, enabled = excluded.enabled", "tiii", word,
                  verb->number, verb->threshold, (gint64) verb->enabled))
    return FALSE;
  verb->verb.id = xb_db_int (db, 0, "SELECT id FROM alert_rule WHERE measure = ? AND number_id = ?", "ti", word, verb->number);
  return TRUE;
}

void
xb_workspace_set_alert_rule_async (XbWorkspace         *self,
                                   XbAlertMeasure       measure,
                                   gint64               number_id,
                                   gint64               threshold,
                                   gboolean             enabled,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  RuleVerb *verb;
  GError *error = NULL;

  if (!check_threshold (measure, threshold, &error))
    {
      xb_workspace_fail (self, xb_workspace_set_alert_rule_async, error, callback, user_data);
      return;
    }
  verb = xb_verb_new (self, sizeof *verb);
  verb->measure = measure;
  verb->number = number_id;
  verb->threshold = threshold;
  verb->enabled = enabled;
  xb_workspace_run (self, xb_workspace_set_alert_rule_async, NULL, rule_job, verb, g_free, cancellable, callback, user_data);
}

static gboolean
remove_rule_job (XbDb     *db,
                 gpointer  data,
                 GError  **error)
{
  RuleVerb *verb = data;

  /* its alerts belong to the rule for all from now on */
  return xb_db_run (db, error, "UPDATE alert SET rule_id = (SELECT o.id FROM alert_rule r JOIN alert_rule o ON o.measure = "
                    "r.measure AND o.number_id = 0 WHERE r.id = ?1) WHERE rule_id = ?1 AND EXISTS (SELECT 1 FROM alert_rule "
                    "WHERE id = ?1 AND number_id <> 0)", "i", verb->verb.id) &&
         xb_db_run (db, error, "DELETE FROM alert_rule WHERE id = ? AND number_id <> 0", "i", verb->verb.id);
}

void
xb_workspace_remove_alert_rule_async (XbWorkspace         *self,
                                      gint64               rule_id,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  RuleVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->verb.id = rule_id;
  xb_workspace_run (self, xb_workspace_remove_alert_rule_async, NULL, remove_rule_job, verb, g_free, cancellable, callback,
                    user_data);
}

static gboolean
check_alert (XbDb    *db,
             gint64   id,
             GError **error)
{
  if (xb_db_int (db, 0, "SELECT count (*) FROM alert WHERE id = ?", "i", id) != 0)
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND, _("there is no alert %" PRId64 "; see the list of alerts"), id);
  return FALSE;
}

static gboolean
snooze_job (XbDb     *db,
            gpointer  data,
            GError  **error)
{
  RuleVerb *verb = data;

  return check_alert (db, verb->verb.id, error) &&
         xb_db_run (db, error, "UPDATE alert SET snoozed_until = ?, told_at = 0 WHERE id = ? AND state = 'raised'", "ii",
                    verb->until, verb->verb.id);
}

void
xb_workspace_snooze_alert_async (XbWorkspace         *self,
                                 gint64               alert_id,
                                 gint64               until,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  RuleVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->verb.id = alert_id;
  verb->until = until;
  xb_workspace_run (self, xb_workspace_snooze_alert_async, NULL, snooze_job, verb, g_free, cancellable, callback, user_data);
}

static gboolean
handle_job (XbDb     *db,
            gpointer  data,
            GError  **error)
{
  RuleVerb *verb = data;

  return check_alert (db, verb->verb.id, error) &&
         xb_db_run (db, error, "UPDATE alert SET state = ?, snoozed_until = 0 WHERE id = ? AND state <> 'over'", "ti",
                    verb->enabled ? "handled" : "raised", verb->verb.id);
}

void
xb_workspace_handle_alert_async (XbWorkspace         *self,
                                 gint64               alert_id,
                                 gboolean             handled,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  RuleVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->verb.id = alert_id;
  verb->enabled = handled;
  xb_workspace_run (self, xb_workspace_handle_alert_async, NULL, handle_job, verb, g_free, cancellable, callback, user_data);
}

static gboolean
quiet_job (XbDb     *db,
           gpointer  data,
           GError  **error)
{
  RuleVerb *verb = data;
  g_autofree char *from = g_strdup_printf ("%" G_GINT64_FORMAT, verb->threshold);
  g_autofree char *until = g_strdup_printf ("%" G_GINT64_FORMAT, verb->until);

  return xb_db_run (db, error, "INSERT INTO setting VALUES ('quiet-from', ?1), ('quiet-until', ?2) ON CONFLICT DO UPDATE SET "
                    "value = excluded.value", "tt", from, until);
}

void
xb_workspace_set_quiet_hours_async (XbWorkspace         *self,
                                    guint                from,
                                    guint                until,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  RuleVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->threshold = from % DAY_MINUTES;
  verb->until = until % DAY_MINUTES;
  xb_workspace_run (self, xb_workspace_set_quiet_hours_async, NULL, quiet_job, verb, g_free, cancellable, callback, user_data);
}

void
xb_workspace_get_quiet_hours (XbWorkspace *self,
                              guint       *from,
                              guint       *until)
{
  *from = read_minutes (xb_workspace_get_db (self), "quiet-from", QUIET_FROM);
  *until = read_minutes (xb_workspace_get_db (self), "quiet-until", QUIET_UNTIL);
}
