/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-incident-clock.h"
#include "xb-inspection-private.h"
#include "xb-incident-ledger.h"

/* What is written of a case, within somebody's transaction. */

/** xb_incident_log: a line of the case's history */
gboolean
xb_incident_log (XbDb        *db,
                 gint64       incident,
                 gint64       at,
                 const char  *what,
                 const char  *subject,
                 const char  *note,
                 GError     **error)
{
  return xb_db_run (db, error, "INSERT INTO incident_event (incident_id, at, what, subject, note) VALUES (?, ?, ?, ?, ?)",
                    "iittt", incident, at, what, subject, note);
}

/** xb_incident_check: @open: whether it must be open: Returns: whether there is such a case */
gboolean
xb_incident_check (XbDb      *db,
                   gint64     incident,
                   gboolean   open,
                   GError   **error)
{
  g_autofree char *state = xb_db_text (db, "SELECT state FROM incident WHERE id = ?", "i", incident);

  if (state == NULL)
    g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND,
                 _("there is no incident %" PRId64 "; see the list of incidents"), incident);
  else if (open && strcmp (state, "open") != 0)
    g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
                 _("incident %" PRId64 " is closed; open a new one if the trouble is back"), incident);
  else
    return TRUE;
  return FALSE;
}

static gboolean
insert_steps (XbDb      *db,
              gint64     incident,
              gint64     detected_at,
              GError   **error)
{
  for (XbStepKind step = 0; step < XB_N_STEPS; step++)
    if (!xb_db_run (db, error, "INSERT INTO incident_step (incident_id, step, due_at) VALUES (?, ?, ?)", "iti", incident,
                    xb_enum_to_nick (XB_TYPE_STEP_KIND, (int) step), xb_incident_get_due (detected_at, step)))
      return FALSE;
  return TRUE;
}

/** xb_incident_plan_rechecks: days to look again, counted from @from; those that were looked at stay */
gboolean
xb_incident_plan_rechecks (XbDb      *db,
                           gint64     incident,
                           gint64     from,
                           GError   **error)
{
  if (!xb_db_run (db, error, "DELETE FROM recheck WHERE incident_id = ? AND done_at = 0", "i", incident))
    return FALSE;
  for (guint i = 0; i < XB_N_RECHECKS; i++)
    {
      g_autofree char *day = xb_recheck_dup_day (from, i);

      if (!xb_db_run (db, error, "INSERT INTO recheck (incident_id, due) VALUES (?, ?)", "it", incident, day))
        return FALSE;
    }
  return TRUE;
}

/** xb_incident_add_appeal: something is asked of @platform; once */
gboolean
xb_incident_add_appeal (XbDb        *db,
                        gint64       incident,
                        const char  *platform,
                        gint64       now,
                        GError     **error)
{
  if (!xb_db_run (db, error, "INSERT INTO appeal (incident_id, platform) VALUES (?, ?) ON CONFLICT DO NOTHING", "it",
                  incident, platform))
    return FALSE;
  return xb_db_changes (db) == 0 || xb_incident_log (db, incident, now, "appeal", platform, NULL, error);
}

static gboolean
add_appeals (XbDb                   *db,
             gint64                  incident,
             const XbIncidentDraft  *draft,
             GError                **error)
{
  for (guint i = 0; draft->platforms != NULL && draft->platforms[i] != NULL; i++)
    if (!xb_db_run (db, error, "INSERT INTO appeal (incident_id, platform) VALUES (?, ?) ON CONFLICT DO NOTHING", "it",
                    incident, draft->platforms[i]))
      return FALSE;
  return TRUE;
}

/* One case a number and kind: what a machine finds of it belongs to the open one. */
static gboolean
join (XbDb                   *db,
      gint64                  incident,
      const XbIncidentDraft  *draft,
      GError                **error)
{
  if (draft->opened_by == XB_INCIDENT_ORIGIN_HAND)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
                   _("incident %" PRId64 " of this number is still open; go on with that one"), incident);
      return FALSE;
    }
  return add_appeals (db, incident, draft, error) &&
         xb_incident_log (db, incident, draft->now, "joined",
                          xb_enum_to_nick (XB_TYPE_INCIDENT_ORIGIN, (int) draft->opened_by), draft->seen, error);
}

static gboolean
insert_or_join (XbDb                   *db,
                const XbIncidentDraft  *draft,
                gint64                 *id,
                GError                **error)
{
  const char *kind = xb_enum_to_nick (XB_TYPE_INCIDENT_KIND, (int) draft->kind);
  const char *origin = xb_enum_to_nick (XB_TYPE_INCIDENT_ORIGIN, (int) draft->opened_by);

  if (xb_db_int (db, 0, "SELECT count (*) FROM number WHERE id = ? AND removed_at IS NULL", "i", draft->number_id) == 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND,
                   _("there is no number %" PRId64 " in the register; nothing was changed"), draft->number_id);
      return FALSE;
    }
  *id = xb_db_int (db, 0, "SELECT id FROM incident WHERE number_id = ? AND kind = ? AND state = 'open'", "it",
                   draft->number_id, kind);
  if (*id != 0)
    return join (db, *id, draft, error);
  if (!xb_db_run (db, error, "INSERT INTO incident (number_id, kind, detected_at, opened_at, opened_by, source_id, seen) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?)", "itiitit", draft->number_id, kind, draft->detected_at, draft->now, origin,
                  draft->source_id, draft->seen))
    return FALSE;
  *id = xb_db_last_id (db);
  return insert_steps (db, *id, draft->detected_at, error) &&
         xb_incident_plan_rechecks (db, *id, draft->detected_at, error) && add_appeals (db, *id, draft, error) &&
         xb_incident_log (db, *id, draft->detected_at, "opened", origin, draft->seen, error);
}

/**
 * xb_incident_insert:
 * @id: (out): the case; one that is open already where an alert or an inspection found the same again
 */
gboolean
xb_incident_insert (XbDb                   *db,
                    const XbIncidentDraft  *draft,
                    gint64                 *id,
                    GError                **error)
{
  if (!insert_or_join (db, draft, id, error))
    return FALSE;
  return draft->opened_by != XB_INCIDENT_ORIGIN_INSPECTION || draft->source_id == 0 ||
         xb_inspection_task_set_incident (db, draft->source_id, *id, draft->now, error);
}

/** xb_incident_finish_step: a step is done; done once more, its first time stays */
gboolean
xb_incident_finish_step (XbDb        *db,
                         gint64       incident,
                         XbStepKind   step,
                         gint64       at,
                         const char  *note,
                         GError     **error)
{
  const char *word = xb_enum_to_nick (XB_TYPE_STEP_KIND, (int) step);

  return xb_db_run (db, error, "UPDATE incident_step SET done_at = iif (done_at = 0, ?3, done_at), note = ifnull (?4, note) "
                    "WHERE incident_id = ?1 AND step = ?2", "itit", incident, word, at, note) &&
         xb_incident_log (db, incident, at, "step", word, note, error);
}
