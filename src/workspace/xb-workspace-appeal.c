/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-incident-ledger.h"
#include "xb-money.h"
#include "xb-workdays.h"
#include "xb-workspace-incident.h"
#include "xb-workspace-private.h"

/* What is asked of the platforms in a case, and the days to look again. */

/* Where the catalogue knows nothing: the longest of what platforms usually take. */
#define USUAL_DAYS 7

static char *
keep (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

typedef struct
{
  XbVerb        verb;
  gint64        appeal;
  char         *platform;
  char         *name; /* of the platform */
  XbAppealStep  step; /* its texts are owned */
  char         *expected;
  gboolean      estimated;
  gboolean      indicative;
  gboolean      marked;
} AppealVerb;

static void
appeal_verb_free (gpointer data)
{
  AppealVerb *verb = data;

  g_free (verb->platform);
  g_free (verb->name);
  g_free ((char *) verb->step.case_no);
  g_free ((char *) verb->step.note);
  g_free ((char *) verb->step.refusal);
  g_free (verb->expected);
  g_free (verb);
}

static gboolean
add_job (XbDb     *db,
         gpointer  data,
         GError  **error)
{
  AppealVerb *verb = data;

  return xb_incident_check (db, verb->verb.id, TRUE, error) &&
         xb_incident_add_appeal (db, verb->verb.id, verb->platform, verb->verb.now, error);
}

void
xb_workspace_add_appeal_async (XbWorkspace         *self,
                               gint64               incident_id,
                               const char          *platform,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  AppealVerb *verb;
  GError *error = NULL;

  if (xb_catalogue_lookup (xb_workspace_get_catalogue (self), platform) == NULL)
    {
      g_set_error (&error, XB_ERROR, XB_ERROR_NOT_FOUND, _("there is no platform “%s”; see the list of platforms"), platform);
      xb_workspace_fail (self, xb_workspace_add_appeal_async, error, callback, user_data);
      return;
    }
  verb = xb_verb_new (self, sizeof *verb);
  verb->verb.id = incident_id;
  verb->platform = g_strdup (platform);
  xb_workspace_run (self, xb_workspace_add_appeal_async, NULL, add_job, verb, appeal_verb_free, cancellable, callback,
                    user_data);
}

/* Sets the verb's id to the case. */
static gboolean
find_case (XbDb        *db,
           AppealVerb  *verb,
           GError     **error)
{
  verb->verb.id = xb_db_int (db, 0, "SELECT incident_id FROM appeal WHERE id = ?", "i", verb->appeal);
  if (verb->verb.id != 0)
    return xb_incident_check (db, verb->verb.id, TRUE, error);
  g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND, _("there is no appeal %" PRId64 "; see the incident"), verb->appeal);
  return FALSE;
}

static gboolean
remove_job (XbDb     *db,
            gpointer  data,
            GError  **error)
{
  AppealVerb *verb = data;

  if (!find_case (db, verb, error))
    return FALSE;
  if (xb_db_int (db, 0, "SELECT count (*) FROM appeal WHERE id = ? AND state = 'planned'", "i", verb->appeal) == 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
                   _("appeal %" PRId64 " was filed and stays in the case; record what the platform said"), verb->appeal);
      return FALSE;
    }
  return xb_db_run (db, error, "DELETE FROM appeal WHERE id = ?", "i", verb->appeal);
}

void
xb_workspace_remove_appeal_async (XbWorkspace         *self,
                                  gint64               appeal_id,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  AppealVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->appeal = appeal_id;
  xb_workspace_run (self, xb_workspace_remove_appeal_async, NULL, remove_job, verb, appeal_verb_free, cancellable,
                    callback, user_data);
}

/* The first of them is what the two hours are for. */
static gboolean
write_filed (XbDb        *db,
             AppealVerb  *verb,
             GError     **error)
{
  return xb_db_run (db, error, "UPDATE appeal SET state = 'filed', filed_at = ?, case_no = ifnull (?, case_no), "
                    "expected = ?, estimated = ?, note = ifnull (?, note), answered_at = 0, refusal = NULL WHERE id = ?",
                    "ittiti", verb->step.at, verb->step.case_no, verb->expected, (gint64) verb->estimated,
                    verb->step.note, verb->appeal) &&
         xb_incident_log (db, verb->verb.id, verb->step.at, "filed", verb->platform, verb->step.case_no, error);
}

static gboolean
write_answer (XbDb        *db,
              AppealVerb  *verb,
              GError     **error)
{
  const char *word = xb_enum_to_nick (XB_TYPE_APPEAL_STATE, (int) verb->step.to);
  gint64 open;

  if (!xb_db_run (db, error, "UPDATE appeal SET state = ?, answered_at = ?, refusal = ?, case_no = ifnull (?, case_no), "
                  "note = ifnull (?, note) WHERE id = ?", "tittti", word, verb->step.at, verb->step.refusal,
                  verb->step.case_no, verb->step.note, verb->appeal) ||
      !xb_incident_log (db, verb->verb.id, verb->step.at, word, verb->platform,
                        verb->step.refusal != NULL ? verb->step.refusal : verb->step.note, error))
    return FALSE;
  /* Days to look again count from the moment at which the last mark was gone. */
  open = xb_db_int (db, 1, "SELECT count (*) FROM appeal WHERE incident_id = ? AND state = 'filed'", "i", verb->verb.id);
  return verb->step.to != XB_APPEAL_STATE_CLEARED || open > 0 ||
         xb_incident_plan_rechecks (db, verb->verb.id, verb->step.at, error);
}

static gboolean
write_expedite (XbDb        *db,
                AppealVerb  *verb,
                GError     **error)
{
  g_autofree char *day = xb_instant_to_day (verb->step.at);
  g_autofree char *fee = verb->step.fee >= 0 ? xb_money_format (verb->step.fee) : NULL;

  if (!verb->step.expedite || xb_db_int (db, 1, "SELECT expedite FROM appeal WHERE id = ?", "i", verb->appeal) != 0)
    return TRUE;
  if (!xb_db_run (db, error, "UPDATE appeal SET expedite = 1 WHERE id = ?", "i", verb->appeal) ||
      !xb_incident_log (db, verb->verb.id, verb->step.at, "expedited", verb->platform, fee, error))
    return FALSE;
  return verb->step.fee < 0 ||
         xb_db_run (db, error, "INSERT INTO cost (amount, category, on_date, number_id, platform, incident_id, indicative) "
                    "SELECT ?, 'expedite', ?, number_id, ?, id, ? FROM incident WHERE id = ?", "ittii", verb->step.fee,
                    day, verb->platform, (gint64) verb->indicative, verb->verb.id);
}

static gboolean
record_job (XbDb     *db,
            gpointer  data,
            GError  **error)
{
  AppealVerb *verb = data;
  g_autofree char *state = NULL;

  if (!find_case (db, verb, error))
    return FALSE;
  state = xb_db_text (db, "SELECT state FROM appeal WHERE id = ?", "i", verb->appeal);
  if (verb->step.to == XB_APPEAL_STATE_PLANNED)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED, _("an appeal that was filed stays so; record what the platform said"));
      return FALSE;
    }
  /* Cleared without having been filed here: another platform passed it on. */
  if (verb->step.to == XB_APPEAL_STATE_REFUSED && strcmp (state, "planned") == 0 && !write_filed (db, verb, error))
    return FALSE;
  if (!(verb->step.to == XB_APPEAL_STATE_FILED ? write_filed (db, verb, error) : write_answer (db, verb, error)))
    return FALSE;
  return write_expedite (db, verb, error);
}

/* How long this platform takes, by its own working days. */
static gboolean
count_days (XbWorkspace  *self,
            AppealVerb   *verb,
            GError      **error)
{
  XbPlatform *platform;
  g_autofree char *day = xb_instant_to_day (verb->step.at);
  gint64 days = USUAL_DAYS, fee;
  gboolean past_calendar = FALSE;

  verb->platform = xb_db_text (xb_workspace_get_db (self), "SELECT platform FROM appeal WHERE id = ?", "i", verb->appeal);
  platform = verb->platform != NULL ? xb_catalogue_lookup (xb_workspace_get_catalogue (self), verb->platform) : NULL;
  if (platform == NULL || !xb_platform_get_int (platform, "appeal_days_max", &days))
    verb->estimated = TRUE;
  if (platform != NULL && verb->step.fee < 0 && xb_platform_get_int (platform, "appeal_expedite_fee_fen", &fee))
    {
      verb->step.fee = fee;
      verb->indicative = TRUE;
    }
  verb->expected = xb_workdays_add (xb_workdays_get_default (), day, (int) days, &past_calendar, error);
  verb->estimated |= past_calendar;
  return verb->expected != NULL;
}

static gboolean
check_step (const AppealVerb  *verb,
            GError           **error)
{
  if (verb->step.refusal != NULL && xb_appeal_book_find_refusal (verb->step.refusal) == NULL)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("“%s” is no cause of the list; choose one of it"), verb->step.refusal);
  else if (verb->step.fee > XB_MONEY_MAX)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("this is more than can be written down as a cost"));
  else
    return TRUE;
  return FALSE;
}

void
xb_workspace_record_appeal_async (XbWorkspace         *self,
                                  gint64               appeal_id,
                                  const XbAppealStep  *step,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  AppealVerb *verb = xb_verb_new (self, sizeof *verb);
  GError *error = NULL;

  verb->appeal = appeal_id;
  verb->step = *step;
  verb->step.at = step->at != 0 ? step->at : verb->verb.now;
  verb->step.case_no = keep (step->case_no);
  verb->step.note = keep (step->note);
  verb->step.refusal = keep (step->refusal);
  if (!check_step (verb, &error) || !count_days (self, verb, &error))
    {
      appeal_verb_free (verb);
      xb_workspace_fail (self, xb_workspace_record_appeal_async, error, callback, user_data);
      return;
    }
  xb_workspace_run (self, xb_workspace_record_appeal_async, NULL, record_job, verb, appeal_verb_free, cancellable, callback,
                    user_data);
}

/* A new case of the same number, at the platforms of the old one. */
static gboolean
open_again (XbDb        *db,
            AppealVerb  *verb,
            gint64       old,
            GError     **error)
{
  g_autofree char *seen = xb_db_text (db, "SELECT seen FROM incident WHERE id = ?", "i", old);
  g_autofree char *word = xb_db_text (db, "SELECT kind FROM incident WHERE id = ?", "i", old);
  g_autofree char *keys = xb_db_text (db, "SELECT ifnull (group_concat (platform), '') FROM appeal WHERE incident_id = ?",
                                      "i", old);
  g_auto(GStrv) platforms = g_strsplit (keys != NULL ? keys : "", ",", -1);
  int kind = XB_INCIDENT_KIND_MARK;

  xb_enum_from_nick (XB_TYPE_INCIDENT_KIND, word, &kind);
  return xb_incident_insert (db, &(XbIncidentDraft) {
           .number_id = xb_db_int (db, 0, "SELECT number_id FROM incident WHERE id = ?", "i", old), .kind = kind,
           .opened_by = XB_INCIDENT_ORIGIN_RECHECK, .source_id = old, .detected_at = verb->verb.now, .now = verb->verb.now,
           .seen = seen, .platforms = *platforms != NULL && **platforms != '\0' ? (const char *const *) platforms : NULL },
           &verb->verb.id, error);
}

static gboolean
recheck_job (XbDb     *db,
             gpointer  data,
             GError  **error)
{
  AppealVerb *verb = data;
  gint64 incident = xb_db_int (db, 0, "SELECT incident_id FROM recheck WHERE id = ?", "i", verb->appeal);

  if (incident == 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND, _("there is no day to look again %" PRId64 "; see the incident"),
                   verb->appeal);
      return FALSE;
    }
  verb->verb.id = incident;
  if (!xb_db_run (db, error, "UPDATE recheck SET done_at = ?, marked = ?, note = ? WHERE id = ?", "iiti", verb->verb.now,
                  (gint64) verb->marked, verb->step.note, verb->appeal) ||
      !xb_incident_log (db, incident, verb->verb.now, "recheck", verb->marked ? "marked" : "clear", verb->step.note, error))
    return FALSE;
  if (!verb->marked || xb_db_int (db, 0, "SELECT count (*) FROM incident WHERE id = ? AND state = 'open'", "i", incident) != 0)
    return TRUE;
  return open_again (db, verb, incident, error);
}

void
xb_workspace_record_recheck_async (XbWorkspace         *self,
                                   gint64               recheck_id,
                                   gboolean             marked,
                                   const char          *note,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  AppealVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->appeal = recheck_id;
  verb->marked = marked;
  verb->step.note = keep (note);
  xb_workspace_run (self, xb_workspace_record_recheck_async, NULL, recheck_job, verb, appeal_verb_free, cancellable,
                    callback, user_data);
}
