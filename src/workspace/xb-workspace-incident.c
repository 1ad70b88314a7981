/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-incident-ledger.h"
#include "xb-papers-private.h"
#include "xb-recording-probe.h"
#include "xb-files.h"
#include "xb-workspace-incident.h"
#include "xb-workspace-private.h"

/* Opening a case, its steps and evidence, its words, and its end. */

static char *
keep (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

typedef struct
{
  XbVerb          verb;
  XbIncidentDraft draft; /* its texts are owned */
} Open;

static void
open_free (gpointer data)
{
  Open *verb = data;

  g_free ((char *) verb->draft.seen);
  g_strfreev ((char **) verb->draft.platforms);
  g_free (verb);
}

static gboolean
open_job (XbDb     *db,
          gpointer  data,
          GError  **error)
{
  Open *verb = data;
  const XbIncidentDraft *draft = &verb->draft;

  if (!xb_incident_insert (db, draft, &verb->verb.id, error))
    return FALSE;
  return draft->opened_by != XB_INCIDENT_ORIGIN_ALERT ||
         xb_db_run (db, error, "UPDATE alert SET incident_id = ?, state = 'handled' WHERE id = ?", "ii", verb->verb.id,
                    draft->source_id);
}

/* Everyone that marks numbers of this kind; an operator only where it is known to be the number's. */
static gboolean
is_asked (XbWorkspace       *self,
          const XbAppealWay *way,
          gint64             number_id,
          const char        *type)
{
  XbPlatform *platform = xb_catalogue_lookup (xb_workspace_get_catalogue (self), way->platform);
  g_auto(GStrv) types = NULL;

  if (platform == NULL || xb_platform_get_withdrawn (platform) || way->is_abroad != g_str_equal (type, "international"))
    return FALSE;
  if (way->is_operator)
    return xb_db_int (xb_workspace_get_db (self), 0, "SELECT count (*) FROM certification WHERE number_id = ? AND "
                      "platform = ?", "it", number_id, way->platform) != 0;
  types = xb_platform_dup_list (platform, "number_types");
  return types == NULL || *types == NULL || g_strv_contains ((const char *const *) types, type);
}

static void
add_marking (XbWorkspace *self,
             gint64       number_id,
             GPtrArray   *keys)
{
  g_autofree char *type = xb_db_text (xb_workspace_get_db (self), "SELECT type FROM number WHERE id = ?", "i", number_id);

  for (guint i = 0; type != NULL && i < xb_appeal_book_get_n_ways (); i++)
    if (is_asked (self, xb_appeal_book_get_way (i), number_id, type))
      g_ptr_array_add (keys, g_strdup (xb_appeal_book_get_way (i)->platform));
}

/* Wrong information is mended where it is shown. */
static void
add_showing (XbWorkspace *self,
             gint64       number_id,
             GPtrArray   *keys)
{
  g_autoptr(XbRows) rows = xb_db_query (xb_workspace_get_db (self), NULL,
                                        "SELECT DISTINCT platform FROM certification WHERE number_id = ? AND state IN "
                                        "('approved', 'syncing', 'live', 'suspended') ORDER BY platform", "i", number_id);

  while (xb_rows_next (rows, NULL))
    g_ptr_array_add (keys, g_strdup (xb_rows_text (rows, 0)));
}

static char **
choose_platforms (XbWorkspace    *self,
                  gint64          number_id,
                  XbIncidentKind  kind,
                  const char     *platform)
{
  GPtrArray *keys = g_ptr_array_new ();

  if (platform != NULL)
    g_ptr_array_add (keys, g_strdup (platform));
  else if (kind == XB_INCIDENT_KIND_MARK)
    add_marking (self, number_id, keys);
  else
    add_showing (self, number_id, keys);
  g_ptr_array_add (keys, NULL);
  return (char **) g_ptr_array_free (keys, FALSE);
}

static gboolean
check_open (XbWorkspace  *self,
            const char   *platform,
            gint64        at,
            GError      **error)
{
  if (platform != NULL && xb_catalogue_lookup (xb_workspace_get_catalogue (self), platform) == NULL)
    g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND, _("there is no platform “%s”; see the list of platforms"), platform);
  else if (at > xb_clock_now (xb_workspace_get_clock (self)))
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("an incident cannot be detected in the future; give the time at which it was seen"));
  else
    return TRUE;
  return FALSE;
}

void
xb_workspace_open_incident_async (XbWorkspace         *self,
                                  gint64               number_id,
                                  XbIncidentKind       kind,
                                  const char          *platform,
                                  XbIncidentOrigin     opened_by,
                                  gint64               source_id,
                                  gint64               at,
                                  const char          *seen,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  Open *verb;
  GError *error = NULL;

  if (!check_open (self, platform, at, &error))
    {
      xb_workspace_fail (self, xb_workspace_open_incident_async, error, callback, user_data);
      return;
    }
  verb = xb_verb_new (self, sizeof *verb);
  verb->draft = (XbIncidentDraft) {
    .number_id = number_id, .kind = kind, .opened_by = opened_by, .source_id = source_id,
    .detected_at = at != 0 ? at : verb->verb.now, .now = verb->verb.now, .seen = keep (seen),
    .platforms = (const char *const *) choose_platforms (self, number_id, kind, platform) };
  xb_workspace_run (self, xb_workspace_open_incident_async, NULL, open_job, verb, open_free, cancellable, callback,
                    user_data);
}

typedef struct
{
  XbVerb     verb;
  XbStepKind step;
  GArray    *papers; /* XbPaper */
  char      *note;
  gint64     at;
  gboolean   done;
} StepVerb;

static void
step_verb_free (gpointer data)
{
  StepVerb *verb = data;

  g_array_unref (verb->papers);
  g_free (verb->note);
  g_free (verb);
}

/* Looked at all of them before a byte is stored. */
static gboolean
take_papers (gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  StepVerb *verb = data;

  for (guint i = 0; i < verb->papers->len; i++)
    {
      XbPaper *paper = &g_array_index (verb->papers, XbPaper, i);

      if (!xb_evidence_probe (paper->path, &paper->info, cancellable, error))
        return FALSE;
    }
  for (guint i = 0; i < verb->papers->len; i++)
    {
      XbPaper *paper = &g_array_index (verb->papers, XbPaper, i);
      g_autofree char *base = g_path_get_basename (paper->path);
      goffset size = 0;

      paper->sha256 = xb_files_add (paper->folder, paper->path, &size, cancellable, error);
      paper->size = size;
      paper->name = g_utf8_make_valid (base, -1);
      if (paper->sha256 == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
store_paper (XbDb      *db,
             StepVerb  *verb,
             XbPaper   *paper,
             GError   **error)
{
  const char *step = xb_enum_to_nick (XB_TYPE_STEP_KIND, (int) verb->step);

  return xb_paper_store (paper, db, error) &&
         xb_db_run (db, error, "INSERT INTO incident_evidence (incident_id, step, at, sha256, name, note) "
                    "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", "itittt", verb->verb.id, step, verb->at,
                    paper->sha256, paper->name, verb->done ? NULL : verb->note) &&
         (xb_db_changes (db) == 0 ||
          xb_incident_log (db, verb->verb.id, verb->at, "evidence", step, paper->name, error));
}

static gboolean
step_job (XbDb     *db,
          gpointer  data,
          GError  **error)
{
  StepVerb *verb = data;

  if (!xb_incident_check (db, verb->verb.id, TRUE, error))
    return FALSE;
  for (guint i = 0; i < verb->papers->len; i++)
    if (!store_paper (db, verb, &g_array_index (verb->papers, XbPaper, i), error))
      return FALSE;
  return !verb->done || xb_incident_finish_step (db, verb->verb.id, verb->step, verb->at, verb->note, error);
}

static void
run_step (XbWorkspace         *self,
          gpointer             tag,
          gint64               incident_id,
          XbStepKind           step,
          const char *const   *evidence,
          const char          *note,
          gint64               at,
          gboolean             done,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  StepVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->verb.id = incident_id;
  verb->step = step;
  verb->papers = g_array_new (FALSE, TRUE, sizeof (XbPaper));
  g_array_set_clear_func (verb->papers, (GDestroyNotify) xb_paper_clear);
  for (guint i = 0; evidence != NULL && evidence[i] != NULL; i++)
    {
      XbPaper paper = { .folder = g_strdup (xb_workspace_get_folder (self)), .path = g_strdup (evidence[i]) };

      g_array_append_val (verb->papers, paper);
    }
  verb->note = keep (note);
  verb->at = at != 0 ? at : verb->verb.now;
  verb->done = done;
  xb_workspace_run (self, tag, verb->papers->len > 0 ? take_papers : NULL, step_job, verb, step_verb_free, cancellable,
                    callback, user_data);
}

void
xb_workspace_record_incident_step_async (XbWorkspace         *self,
                                         gint64               incident_id,
                                         XbStepKind           step,
                                         const char *const   *evidence,
                                         const char          *note,
                                         gint64               at,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data)
{
  run_step (self, xb_workspace_record_incident_step_async, incident_id, step, evidence, note, at, TRUE, cancellable,
            callback, user_data);
}

void
xb_workspace_add_incident_evidence_async (XbWorkspace         *self,
                                          gint64               incident_id,
                                          XbStepKind           step,
                                          const char *const   *evidence,
                                          const char          *note,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data)
{
  run_step (self, xb_workspace_add_incident_evidence_async, incident_id, step, evidence, note, 0, FALSE, cancellable,
            callback, user_data);
}

typedef struct
{
  XbVerb  verb;
  char   *texts[5]; /* seen, purpose, appeal, script, notice; or the note */
  XbLayer layer;
} EditVerb;

static void
edit_verb_free (gpointer data)
{
  EditVerb *verb = data;

  for (guint i = 0; i < G_N_ELEMENTS (verb->texts); i++)
    g_free (verb->texts[i]);
  g_free (verb);
}

static EditVerb *
edit_verb_new (XbWorkspace *self,
               gint64       incident_id,
               const char  *text)
{
  EditVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->verb.id = incident_id;
  verb->texts[0] = keep (text);
  return verb;
}

static gboolean
edit_job (XbDb     *db,
          gpointer  data,
          GError  **error)
{
  EditVerb *verb = data;

  return xb_incident_check (db, verb->verb.id, FALSE, error) &&
         xb_db_run (db, error, "UPDATE incident SET seen = ?, purpose = ?, appeal_text = ?, script_text = ?, "
                    "notice_text = ? WHERE id = ?", "ttttti", verb->texts[0], verb->texts[1], verb->texts[2],
                    verb->texts[3], verb->texts[4], verb->verb.id);
}

void
xb_workspace_edit_incident_async (XbWorkspace           *self,
                                  gint64                 incident_id,
                                  const XbIncidentWords *words,
                                  GCancellable          *cancellable,
                                  GAsyncReadyCallback    callback,
                                  gpointer               user_data)
{
  EditVerb *verb;
  GError *error = NULL;

  if (words->purpose != NULL && *words->purpose != '\0' && xb_appeal_book_find_purpose (words->purpose) == NULL)
    {
      g_set_error (&error, XB_ERROR, XB_ERROR_INVALID, _("“%s” is no purpose of the list; choose one of it"), words->purpose);
      xb_workspace_fail (self, xb_workspace_edit_incident_async, error, callback, user_data);
      return;
    }
  verb = edit_verb_new (self, incident_id, words->seen);
  verb->texts[1] = keep (words->purpose);
  verb->texts[2] = keep (words->appeal);
  verb->texts[3] = keep (words->script);
  verb->texts[4] = keep (words->notice);
  xb_workspace_run (self, xb_workspace_edit_incident_async, NULL, edit_job, verb, edit_verb_free, cancellable, callback,
                    user_data);
}

static gboolean
layer_job (XbDb     *db,
           gpointer  data,
           GError  **error)
{
  EditVerb *verb = data;
  const char *word = xb_enum_to_nick (XB_TYPE_LAYER, (int) verb->layer);

  return xb_incident_check (db, verb->verb.id, TRUE, error) &&
         xb_db_run (db, error, "UPDATE incident SET layer = ? WHERE id = ?", "ti", word, verb->verb.id) &&
         xb_incident_log (db, verb->verb.id, verb->verb.now, "layer", word, NULL, error);
}

void
xb_workspace_set_incident_layer_async (XbWorkspace         *self,
                                       gint64               incident_id,
                                       XbLayer              layer,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  EditVerb *verb = edit_verb_new (self, incident_id, NULL);

  verb->layer = layer;
  xb_workspace_run (self, xb_workspace_set_incident_layer_async, NULL, layer_job, verb, edit_verb_free, cancellable,
                    callback, user_data);
}

static gboolean
close_job (XbDb     *db,
           gpointer  data,
           GError  **error)
{
  EditVerb *verb = data;
  gint64 left;

  if (!xb_incident_check (db, verb->verb.id, TRUE, error))
    return FALSE;
  left = xb_db_int (db, 0, "SELECT count (*) FROM incident_step WHERE incident_id = ? AND done_at = 0", "i", verb->verb.id);
  if (left > 0 && verb->texts[0] == NULL)
    {
      g_autofree char *steps = xb_db_text (db, "SELECT group_concat (step, ', ') FROM (SELECT step FROM incident_step "
                                           "WHERE incident_id = ? AND done_at = 0 ORDER BY due_at)", "i", verb->verb.id);

      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
                   _("incident %" PRId64 " is not done: %s; do that, or close it with a note why not"), verb->verb.id,
                   steps);
      return FALSE;
    }
  return xb_db_run (db, error, "UPDATE incident SET state = 'closed', closed_at = ?, close_note = ? WHERE id = ?", "iti",
                    verb->verb.now, verb->texts[0], verb->verb.id) &&
         xb_incident_log (db, verb->verb.id, verb->verb.now, "closed", NULL, verb->texts[0], error);
}

void
xb_workspace_close_incident_async (XbWorkspace         *self,
                                   gint64               incident_id,
                                   const char          *note,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  xb_workspace_run (self, xb_workspace_close_incident_async, NULL, close_job, edit_verb_new (self, incident_id, note),
                    edit_verb_free, cancellable, callback, user_data);
}

static gboolean
reopen_job (XbDb     *db,
            gpointer  data,
            GError  **error)
{
  EditVerb *verb = data;
  gint64 other;

  if (!xb_incident_check (db, verb->verb.id, FALSE, error))
    return FALSE;
  other = xb_db_int (db, 0, "SELECT o.id FROM incident i JOIN incident o ON o.number_id = i.number_id AND o.kind = i.kind "
                     "AND o.state = 'open' WHERE i.id = ?", "i", verb->verb.id);
  if (other != 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
                   _("incident %" PRId64 " of this number is still open; go on with that one"), other);
      return FALSE;
    }
  return xb_db_run (db, error, "UPDATE incident SET state = 'open', closed_at = 0, close_note = NULL WHERE id = ?", "i",
                    verb->verb.id) &&
         xb_incident_log (db, verb->verb.id, verb->verb.now, "reopened", NULL, NULL, error);
}

void
xb_workspace_reopen_incident_async (XbWorkspace         *self,
                                    gint64               incident_id,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  xb_workspace_run (self, xb_workspace_reopen_incident_async, NULL, reopen_job, edit_verb_new (self, incident_id, NULL),
                    edit_verb_free, cancellable, callback, user_data);
}
