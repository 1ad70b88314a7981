/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-day.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-inspection-digest.h"
#include "xb-inspection-private.h"
#include "xb-inspection-rules.h"

/* The end of an inspection, and when the next one is due. */

#define CLOCK_TOLERANCE 300 /* seconds; clocks are set right all the time */
#define RHYTHM "inspection-rhythm"

static gboolean
add_photos (XbDb                *db,
            XbInspectionDigest  *digest,
            gint64               item,
            GError             **error)
{
  g_autoptr(XbRows) rows = xb_db_query (db, error, "SELECT sha256, name FROM inspection_photo WHERE item_id = ? ORDER BY id",
                                        "i", item);

  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, NULL))
    xb_inspection_digest_add_photo (digest, xb_rows_text (rows, 0), xb_rows_text (rows, 1));
  return TRUE;
}

/** xb_inspection_dup_digest: Returns: (transfer full) (nullable): of what is stored now, or %NULL with @error */
char *
xb_inspection_dup_digest (XbDb    *db,
                          gint64   inspection,
                          GError **error)
{
  g_autoptr(XbInspection) record = NULL;
  g_autoptr(XbInspectionDigest) digest = NULL;
  g_autoptr(XbRows) rows = NULL;

  record = xb_records_single (xb_db_query (db, error, "SELECT * FROM inspection WHERE id = ?", "i", inspection),
                              XB_TYPE_INSPECTION, error);
  if (record == NULL)
    return NULL;
  digest = xb_inspection_digest_new (record);
  rows = xb_db_query (db, error, "SELECT * FROM inspection_item WHERE inspection_id = ? ORDER BY position", "i",
                      inspection);
  if (rows == NULL)
    return NULL;
  while (xb_rows_next (rows, NULL))
    {
      g_autoptr(XbInspectionItem) item = xb_records_make (rows, XB_TYPE_INSPECTION_ITEM);

      xb_inspection_digest_add_item (digest, item);
      if (!add_photos (db, digest, xb_record_get_id (XB_RECORD (item)), error))
        return NULL;
    }
  return g_strdup (xb_inspection_digest_end (digest));
}

typedef struct
{
  XbVerb  verb;
  char   *by;
  char   *note;
} Sign;

static void
sign_free (gpointer data)
{
  Sign *verb = data;

  g_free (verb->by);
  g_free (verb->note);
  g_free (verb);
}

static gboolean
check_all_done (XbDb    *db,
                gint64   inspection,
                GError **error)
{
  gint64 open = xb_db_int (db, 0, "SELECT count (*) FROM inspection_item WHERE inspection_id = ? AND result = 'open'", "i",
                           inspection);
  g_autofree char *key = NULL;

  if (open == 0)
    return TRUE;
  key = xb_db_text (db, "SELECT key FROM inspection_item WHERE inspection_id = ? AND result = 'open' "
                    "ORDER BY position LIMIT 1", "i", inspection);
  g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
               g_dngettext (GETTEXT_PACKAGE,
                            "%u item was not looked at yet (%s); look at it or skip it, then sign",
                            "%u items were not looked at yet (the first is %s); look at them or skip them, then sign",
                            (gulong) open), (guint) open, key);
  return FALSE;
}

/* A signature of before the last entry would be worth nothing. */
static gboolean
check_clock (XbDb    *db,
             gint64   inspection,
             gint64   now,
             GError **error)
{
  gint64 last = xb_db_int (db, 0, "SELECT max (started_at, recorded_at) FROM inspection WHERE id = ?", "i", inspection);
  g_autofree char *now_text = NULL;
  g_autofree char *last_text = NULL;

  if (now >= last - CLOCK_TOLERANCE)
    return TRUE;
  now_text = xb_instant_format (now);
  last_text = xb_instant_format (last);
  g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
               _("the computer’s clock says %s, but the last entry of this inspection is of %s; set the clock right, then "
                 "sign; nothing is lost"), now_text, last_text);
  return FALSE;
}

static gboolean
sign_job (XbDb     *db,
          gpointer  data,
          GError  **error)
{
  Sign *verb = data;
  gint64 id = verb->verb.id;
  g_autofree char *digest = NULL;

  if (!xb_inspection_check_open (db, id, error) || !check_clock (db, id, verb->verb.now, error) ||
      !xb_inspection_refresh (db, id, verb->verb.now, error) || !check_all_done (db, id, error) ||
      !xb_db_run (db, error, "UPDATE inspection SET signed_at = max (?, started_at, recorded_at), "
                  "signed_by = ifnull (?, (SELECT nullif (contact, '') FROM business)), note = ? WHERE id = ?", "itti",
                  verb->verb.now, verb->by, verb->note, id))
    return FALSE;
  digest = xb_inspection_dup_digest (db, id, error);
  return digest != NULL &&
         xb_db_run (db, error, "UPDATE inspection SET state = 'signed', digest = ? WHERE id = ?", "ti", digest, id);
}

static char *
keep (const char *text)
{
  return text != NULL && *text != '\0' ? g_utf8_make_valid (text, -1) : NULL;
}

void
xb_workspace_sign_inspection_async (XbWorkspace         *self,
                                    gint64               id,
                                    const char          *by,
                                    const char          *note,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  Sign *verb = xb_verb_new (self, sizeof *verb);

  verb->verb.id = id;
  verb->by = keep (by);
  verb->note = keep (note);
  xb_workspace_run (self, xb_workspace_sign_inspection_async, NULL, sign_job, verb, sign_free, cancellable, callback,
                    user_data);
}

static gboolean
verify_job (XbDb     *db,
            gpointer  data,
            GError  **error)
{
  gint64 id = *(gint64 *) data;
  g_autofree char *signed_as = xb_db_text (db, "SELECT digest FROM inspection WHERE id = ? AND state = 'signed'", "i", id);
  g_autofree char *digest = NULL;

  if (signed_as == NULL)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED, _("inspection %" PRId64 " is not signed"), id);
      return FALSE;
    }
  digest = xb_inspection_dup_digest (db, id, error);
  if (digest == NULL || strcmp (digest, signed_as) == 0)
    return digest != NULL;
  g_set_error (error, XB_ERROR, XB_ERROR_DAMAGED,
               _("inspection %" PRId64 " is not what was signed: somebody changed the file; restore a backup"), id);
  return FALSE;
}

static void
verified_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (xb_store_read_finish (XB_STORE (source), result, &error))
    g_task_return_int (task, *(gint64 *) g_task_get_task_data (task));
  else
    g_task_return_error (task, error);
}

void
xb_workspace_verify_inspection_async (XbWorkspace         *self,
                                      gint64               id,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  gint64 *data = g_new (gint64, 1);

  *data = id;
  g_task_set_source_tag (task, xb_workspace_verify_inspection_async);
  g_task_set_task_data (task, data, g_free);
  xb_store_read_async (xb_workspace_get_store (self), verify_job, data, NULL, cancellable, verified_cb, task);
}

XbInspectionRhythm
xb_inspection_read_rhythm (XbDb *db)
{
  g_autofree char *word = xb_db_text (db, "SELECT value FROM setting WHERE key = '" RHYTHM "'", "");
  int rhythm = XB_INSPECTION_RHYTHM_MONTHLY;

  xb_enum_from_nick (XB_TYPE_INSPECTION_RHYTHM, word, &rhythm);
  return rhythm;
}

/**
 * xb_inspection_read_next_day:
 * @after: (nullable): the day of one that is being made; %NULL: the last that was signed
 *
 * Returns: (transfer full) (nullable): when the next one is due; %NULL where there is nothing to inspect
 */
char *
xb_inspection_read_next_day (XbDb        *db,
                             const char  *after,
                             const char  *today,
                             gboolean    *estimated)
{
  g_autofree char *last = after != NULL ? g_strdup (after)
                                        : xb_db_text (db, "SELECT max (on_day) FROM inspection WHERE state = 'signed' "
                                                      "AND removed_at IS NULL", "");
  gint64 live = xb_db_int (db, -1, "SELECT min (live_at) FROM certification INDEXED BY certification_live_at "
                           "WHERE state = 'live'", "");
  g_autofree char *first_live = live >= 0 ? xb_instant_to_day (live) : NULL;

  if (first_live == NULL && after == NULL)
    return NULL; /* what was inspected is not shown any more */
  return xb_inspection_find_next_day (xb_workdays_get_default (), xb_inspection_read_rhythm (db), last, first_live, today,
                                      estimated);
}

void
xb_inspection_plan_free (XbInspectionPlan *self)
{
  if (self == NULL)
    return;
  g_free (self->next_day);
  g_free (self->last_day);
  g_free (self);
}

XbInspectionPlan *
xb_workspace_read_inspection_plan (XbWorkspace *self)
{
  XbDb *db = xb_workspace_get_db (self);
  XbInspectionPlan *plan = g_new0 (XbInspectionPlan, 1);
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self));

  plan->rhythm = xb_inspection_read_rhythm (db);
  plan->next_day = xb_inspection_read_next_day (db, NULL, today, &plan->estimated);
  plan->last_day = xb_db_text (db, "SELECT max (on_day) FROM inspection WHERE state = 'signed' AND removed_at IS NULL", "");
  plan->open = xb_db_int (db, 0, "SELECT id FROM inspection WHERE state = 'open' AND removed_at IS NULL", "");
  return plan;
}

typedef struct
{
  XbVerb             verb;
  XbInspectionRhythm rhythm;
} SetRhythm;

static gboolean
rhythm_job (XbDb     *db,
            gpointer  data,
            GError  **error)
{
  SetRhythm *verb = data;

  return xb_db_run (db, error, "INSERT INTO setting VALUES ('" RHYTHM "', ?) ON CONFLICT (key) DO UPDATE SET "
                    "value = excluded.value", "t", xb_enum_to_nick (XB_TYPE_INSPECTION_RHYTHM, verb->rhythm));
}

void
xb_workspace_set_inspection_rhythm_async (XbWorkspace         *self,
                                          XbInspectionRhythm   rhythm,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data)
{
  SetRhythm *verb = xb_verb_new (self, sizeof *verb);

  verb->rhythm = rhythm;
  xb_workspace_run (self, xb_workspace_set_inspection_rhythm_async, NULL, rhythm_job, verb, g_free, cancellable, callback,
                    user_data);
}
