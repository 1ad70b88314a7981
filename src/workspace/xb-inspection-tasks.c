/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-day.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-inspection-private.h"
#include "xb-inspection-rules.h"

/* What has to be done because an item failed. */

typedef struct
{
  XbVerb                verb;
  gint64                item;
  XbInspectionTaskKind  kind;
  char                 *due; /* (nullable) */
  char                 *today;
  char                 *note;
  gboolean              done;
} TaskVerb;

static void
task_verb_free (gpointer data)
{
  TaskVerb *verb = data;

  g_free (verb->due);
  g_free (verb->today);
  g_free (verb->note);
  g_free (verb);
}

static XbInspectionItem *
read_item (XbDb    *db,
           gint64   id,
           GError **error)
{
  XbInspectionItem *item = xb_records_single (xb_db_query (db, error, "SELECT * FROM inspection_item WHERE id = ?", "i", id),
                                              XB_TYPE_INSPECTION_ITEM, error);

  if (item == NULL && error != NULL && *error == NULL)
    g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND, _("there is no item %" PRId64 " in an inspection"), id);
  return item;
}

static gboolean
open_task_job (XbDb     *db,
               gpointer  data,
               GError  **error)
{
  TaskVerb *verb = data;
  g_autoptr(XbInspectionItem) item = read_item (db, verb->item, error);

  if (item == NULL)
    return FALSE;
  if (xb_inspection_item_get_result (item) != XB_INSPECTION_RESULT_FAIL)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED, _("only what failed has to be mended; record the failure first"));
      return FALSE;
    }
  if (verb->due == NULL)
    verb->due = xb_inspection_item_find_task_day (item, xb_workdays_get_default (), verb->today);
  if (!xb_db_run (db, error, "INSERT INTO inspection_task (item_id, kind, opened_at, due) VALUES (?, ?, ?, ?) "
                  "ON CONFLICT (item_id) DO UPDATE SET kind = excluded.kind, due = excluded.due, closed_at = 0, "
                  "close_note = NULL", "itit", verb->item, xb_enum_to_nick (XB_TYPE_INSPECTION_TASK_KIND, verb->kind),
                  verb->verb.now, verb->due))
    return FALSE;
  verb->verb.id = xb_db_int (db, 0, "SELECT id FROM inspection_task WHERE item_id = ?", "i", verb->item);
  return TRUE;
}

void
xb_workspace_open_inspection_task_async (XbWorkspace          *self,
                                         gint64                item,
                                         XbInspectionTaskKind  kind,
                                         const char           *due,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data)
{
  TaskVerb *verb;
  GError *error = NULL;
  guint32 julian;

  if (due != NULL && !xb_day_parse (due, &julian, &error))
    {
      xb_workspace_fail (self, xb_workspace_open_inspection_task_async, error, callback, user_data);
      return;
    }
  verb = xb_verb_new (self, sizeof *verb);
  verb->item = item;
  verb->kind = kind;
  verb->due = g_strdup (due);
  verb->today = xb_instant_to_day (verb->verb.now);
  xb_workspace_run (self, xb_workspace_open_inspection_task_async, NULL, open_task_job, verb, task_verb_free, cancellable,
                    callback, user_data);
}

static gboolean
close_task_job (XbDb     *db,
                gpointer  data,
                GError  **error)
{
  TaskVerb *verb = data;

  if (xb_db_int (db, 0, "SELECT count (*) FROM inspection_task WHERE id = ?", "i", verb->verb.id) == 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND,
                   _("there is no task %" PRId64 "; see the list of tasks of inspections"), verb->verb.id);
      return FALSE;
    }
  return xb_db_run (db, error, "UPDATE inspection_task SET closed_at = iif (?1, ?2, 0), close_note = iif (?1, ?3, NULL) "
                    "WHERE id = ?4", "iiti", (gint64) verb->done, verb->verb.now, verb->note, verb->verb.id);
}

void
xb_workspace_close_inspection_task_async (XbWorkspace         *self,
                                          gint64               task,
                                          gboolean             done,
                                          const char          *note,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data)
{
  TaskVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->verb.id = task;
  verb->done = done;
  verb->note = note != NULL && *note != '\0' ? g_utf8_make_valid (note, -1) : NULL;
  xb_workspace_run (self, xb_workspace_close_inspection_task_async, NULL, close_task_job, verb, task_verb_free, cancellable,
                    callback, user_data);
}

/** xb_inspection_task_set_incident: inside the transaction that opens the incident @incident because @item failed */
gboolean
xb_inspection_task_set_incident (XbDb     *db,
                                 gint64    item,
                                 gint64    incident,
                                 gint64    now,
                                 GError  **error)
{
  g_autofree char *today = xb_instant_to_day (now);

  return xb_db_run (db, error, "INSERT INTO inspection_task (item_id, kind, opened_at, due, incident_id) "
                    "VALUES (?1, 'wrong-info', ?2, ?3, ?4) ON CONFLICT (item_id) DO UPDATE SET incident_id = ?4", "iiti",
                    item, now, today, incident);
}

static gboolean
correct_job (XbDb     *db,
             gpointer  data,
             GError  **error)
{
  XbVerb *verb = data;
  g_autoptr(XbInspectionItem) item = read_item (db, verb->id, error);
  const char *topic, *now;

  if (item == NULL)
    return FALSE;
  if (!xb_inspection_item_knows_better (item))
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED, _("the item says nothing new; write down what holds now first"));
      return FALSE;
    }
  topic = xb_inspection_item_get_topic (item);
  now = xb_inspection_item_get_seen (item);
  if (strcmp (topic, "address") == 0)
    return xb_db_run (db, error, "UPDATE business SET address = ?", "t", now);
  /* the old one may be a registered mark, or stand on another shop: it stays until the owner takes it out */
  if (strcmp (topic, "name") == 0)
    return xb_db_run (db, error, "INSERT OR IGNORE INTO brand (name) VALUES (?)", "t", now);
  if (strcmp (topic, "hours") == 0)
    return xb_db_run (db, error, "UPDATE business SET hours = ?", "t", now);
  return xb_db_run (db, error, strcmp (topic, "use") == 0 ? "UPDATE number SET use = ? WHERE id = ?"
                                                          : "UPDATE number SET hours = ? WHERE id = ?", "ti", now,
                    xb_inspection_item_get_number_id (item));
}

void
xb_workspace_correct_register_async (XbWorkspace         *self,
                                     gint64               item,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  XbVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->id = item;
  xb_workspace_run (self, xb_workspace_correct_register_async, NULL, correct_job, verb, g_free, cancellable, callback,
                    user_data);
}
