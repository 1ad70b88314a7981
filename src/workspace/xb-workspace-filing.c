/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-workspace-filing.h"
#include "xb-workspace-private.h"

/* The wizard's draft. Each step is written as it is left, so a crash costs nothing. */

typedef struct
{
  XbVerb   verb;
  char    *step;
  char    *platform;
  char    *platform_name;
  GArray  *numbers;
  GArray  *without;
  char    *display_name; /* NULL: the usual one */
  char    *label;
  char    *purpose;
  char    *agent;
  char    *agent_phone;
  gboolean expedite;
  gboolean wants_certifications;
  gint64   certification; /* of the first number */
  gboolean remove;
} FilingVerb;

static void
filing_verb_free (gpointer data)
{
  FilingVerb *verb = data;

  g_free (verb->step);
  g_free (verb->platform);
  g_free (verb->platform_name);
  g_clear_pointer (&verb->numbers, g_array_unref);
  g_clear_pointer (&verb->without, g_array_unref);
  g_free (verb->display_name);
  g_free (verb->label);
  g_free (verb->purpose);
  g_free (verb->agent);
  g_free (verb->agent_phone);
  g_free (verb);
}

/* The name that handsets show is the brand where there is one, else the licence's. */
static char *
usual_name (XbDb *db)
{
  char *name = xb_db_text (db, "SELECT name FROM brand ORDER BY registered DESC, id LIMIT 1", "");

  if (name == NULL)
    name = xb_db_text (db, "SELECT name FROM business", "");
  return name != NULL ? name : g_strdup ("");
}

static gboolean
write_filing (XbDb        *db,
              FilingVerb  *verb,
              GError     **error)
{
  g_autofree char *usual = usual_name (db);
  const char *name = verb->display_name != NULL ? verb->display_name : usual;

  if (verb->verb.id == 0)
    {
      if (!xb_db_run (db, error, "INSERT INTO filing (created_at, updated_at) VALUES (?1, ?1)", "i", verb->verb.now))
        return FALSE;
      verb->verb.id = xb_db_last_id (db);
    }
  else if (xb_db_int (db, 1, "SELECT submitted_at FROM filing WHERE id = ?", "i", verb->verb.id) != 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
                   _("this hand-in was submitted already; its papers can no longer be changed"));
      return FALSE;
    }
  return xb_db_run (db, error,
                    "UPDATE filing SET platform = ?, step = ?, display_name = ?, label = ifnull (?, ''), "
                    "purpose = ifnull (?, ''), agent = ifnull (?, ''), agent_phone = ifnull (?, ''), expedite = ?, "
                    "updated_at = ?, removed_at = NULL WHERE id = ?", "tttttttiii", verb->platform, verb->step, name,
                    verb->label, verb->purpose, verb->agent, verb->agent_phone, (gint64) verb->expedite,
                    verb->verb.now, verb->verb.id);
}

static gboolean
write_set (XbDb        *db,
           const char  *clear_sql,
           const char  *insert_sql,
           gint64       filing,
           GArray      *ids,
           GError     **error)
{
  if (!xb_db_run (db, error, clear_sql, "i", filing))
    return FALSE;
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!xb_db_run (db, error, insert_sql, "ii", filing, g_array_index (ids, gint64, i)))
      return FALSE;
  return TRUE;
}

/* One number has one certification on a platform; a second hand-in would only confuse both. */
static gboolean
check_free (XbDb        *db,
            FilingVerb  *verb,
            GError     **error)
{
  g_autoptr(XbRows) rows = NULL;

  rows = xb_db_query (db, error,
                      "SELECT n.national, c.id, c.state FROM filing_number f JOIN number n ON n.id = f.number_id "
                      "JOIN certification c ON c.number_id = n.id AND c.platform = ?1 AND c.state <> 'withdrawn' "
                      "WHERE f.filing_id = ?2 AND c.filing_id <> ?2 LIMIT 1", "ti", verb->platform, verb->verb.id);
  if (rows == NULL)
    return FALSE;
  if (!xb_rows_next (rows, error))
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
               _("%s is with %s already (certification %" PRId64 ", “%s”); go on there, or withdraw it first"),
               xb_rows_text (rows, 0), verb->platform_name, xb_rows_int (rows, 1), xb_rows_text (rows, 2));
  return FALSE;
}

/* Every chosen number gets its draft; drafts of numbers (or a platform) no longer chosen go. What
 * was handed in once stays as it is. */
static gboolean
write_certifications (XbDb        *db,
                      FilingVerb  *verb,
                      GError     **error)
{
  gint64 id = verb->verb.id;

  return check_free (db, verb, error) &&
         xb_db_run (db, error,
                    "DELETE FROM certification WHERE filing_id = ?1 AND submitted_at = 0 AND state IN ('draft', 'ready') "
                    "AND (platform <> ?2 OR number_id NOT IN (SELECT number_id FROM filing_number WHERE filing_id = ?1))",
                    "it", id, verb->platform) &&
         xb_db_run (db, error,
                    "INSERT INTO certification (number_id, platform, filing_id, updated_at) "
                    "SELECT f.number_id, ?2, ?1, ?3 FROM filing_number f WHERE f.filing_id = ?1 AND NOT EXISTS "
                    "(SELECT 1 FROM certification c WHERE c.number_id = f.number_id AND c.platform = ?2 AND "
                    "c.state <> 'withdrawn') ORDER BY f.number_id", "iti", id, verb->platform, verb->verb.now) &&
         xb_db_run (db, error,
                    "INSERT INTO event (certification_id, at, to_state) SELECT c.id, ?2, 'draft' FROM certification c "
                    "WHERE c.filing_id = ?1 AND NOT EXISTS (SELECT 1 FROM event e WHERE e.certification_id = c.id)",
                    "ii", id, verb->verb.now) &&
         xb_db_run (db, error,
                    "UPDATE certification SET display_name = f.display_name, label = f.label, updated_at = ?2 "
                    "FROM filing f WHERE f.id = ?1 AND certification.filing_id = ?1 AND "
                    "certification.state IN ('draft', 'ready')", "ii", id, verb->verb.now);
}

static gboolean
save_filing_job (XbDb     *db,
                 gpointer  data,
                 GError  **error)
{
  FilingVerb *verb = data;

  if (!write_filing (db, verb, error) ||
      !write_set (db, "DELETE FROM filing_number WHERE filing_id = ?",
                  "INSERT INTO filing_number VALUES (?, ?)", verb->verb.id, verb->numbers, error) ||
      !write_set (db, "DELETE FROM filing_without WHERE filing_id = ?",
                  "INSERT INTO filing_without VALUES (?, ?)", verb->verb.id, verb->without, error))
    return FALSE;
  return !verb->wants_certifications || write_certifications (db, verb, error);
}

static gboolean
start_job (XbDb     *db,
           gpointer  data,
           GError  **error)
{
  FilingVerb *verb = data;

  if (!save_filing_job (db, data, error))
    return FALSE;
  verb->verb.id = xb_db_int (db, 0, "SELECT id FROM certification WHERE filing_id = ?", "i", verb->verb.id);
  return TRUE;
}

static gboolean
fill_platform (XbWorkspace *self,
               FilingVerb  *verb,
               const char  *key,
               GError     **error)
{
  XbPlatform *platform = key != NULL ? xb_catalogue_lookup (xb_workspace_get_catalogue (self), key) : NULL;

  if (key == NULL)
    return TRUE;
  if (platform == NULL)
    g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND, _("there is no platform “%s”; see the list of platforms"), key);
  else if (xb_platform_get_withdrawn (platform))
    g_set_error (error, XB_ERROR, XB_ERROR_REFUSED, _("%s has ended its service; choose another platform"),
                 xb_platform_get_name (platform));
  else
    {
      verb->platform = g_strdup (key);
      verb->platform_name = g_strdup (xb_platform_get_name (platform));
      return TRUE;
    }
  return FALSE;
}

static GArray *
dup_ids (GArray *ids)
{
  return ids != NULL ? g_array_copy (ids) : g_array_new (FALSE, FALSE, sizeof (gint64));
}

void
xb_workspace_save_filing_async (XbWorkspace         *self,
                                const XbFilingDraft *draft,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  FilingVerb *verb = xb_verb_new (self, sizeof *verb);
  GError *error = NULL;

  if (!fill_platform (self, verb, draft->platform, &error))
    {
      filing_verb_free (verb);
      xb_workspace_fail (self, xb_workspace_save_filing_async, error, callback, user_data);
      return;
    }
  verb->verb.id = draft->id;
  verb->step = g_strdup (xb_enum_to_nick (XB_TYPE_FILING_STEP, draft->step));
  verb->numbers = dup_ids (draft->numbers);
  verb->without = dup_ids (draft->without);
  verb->display_name = g_strdup (draft->display_name);
  verb->label = g_strdup (draft->label);
  verb->purpose = g_strdup (draft->purpose);
  verb->agent = g_strdup (draft->agent);
  verb->agent_phone = g_strdup (draft->agent_phone);
  verb->expedite = draft->expedite;
  verb->wants_certifications = verb->platform != NULL && draft->step != XB_FILING_STEP_NUMBERS;
  xb_workspace_run (self, xb_workspace_save_filing_async, NULL, save_filing_job, verb, filing_verb_free,
                    cancellable, callback, user_data);
}

void
xb_workspace_start_certification_async (XbWorkspace         *self,
                                        gint64               number_id,
                                        const char          *platform,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  FilingVerb *verb = xb_verb_new (self, sizeof *verb);
  GError *error = NULL;

  verb->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (verb->numbers, number_id);
  if (!fill_platform (self, verb, platform, &error))
    {
      filing_verb_free (verb);
      xb_workspace_fail (self, xb_workspace_start_certification_async, error, callback, user_data);
      return;
    }
  verb->step = g_strdup (xb_enum_to_nick (XB_TYPE_FILING_STEP, XB_FILING_STEP_CHECK));
  verb->wants_certifications = TRUE;
  xb_workspace_run (self, xb_workspace_start_certification_async, NULL, start_job, verb, filing_verb_free,
                    cancellable, callback, user_data);
}

static gboolean
restore_filing (XbDb        *db,
                FilingVerb  *verb,
                GError     **error)
{
  g_autofree char *step = xb_db_text (db, "SELECT step FROM filing WHERE id = ?", "i", verb->verb.id);

  verb->platform = xb_db_text (db, "SELECT platform FROM filing WHERE id = ?", "i", verb->verb.id);
  verb->platform_name = g_strdup (verb->platform);
  if (!xb_db_run (db, error, "UPDATE filing SET removed_at = NULL WHERE id = ?", "i", verb->verb.id))
    return FALSE;
  return verb->platform == NULL || g_strcmp0 (step, "numbers") == 0 || write_certifications (db, verb, error);
}

static gboolean
remove_filing_job (XbDb     *db,
                   gpointer  data,
                   GError  **error)
{
  FilingVerb *verb = data;

  if (!verb->remove)
    return restore_filing (db, verb, error);
  if (xb_db_int (db, 1, "SELECT (SELECT submitted_at FROM filing WHERE id = ?1) + "
                 "(SELECT count (*) FROM certification WHERE filing_id = ?1 AND submitted_at <> 0)", "i",
                 verb->verb.id) != 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
                   _("this was handed in before; withdraw its certifications instead"));
      return FALSE;
    }
  return xb_db_run (db, error, "DELETE FROM certification WHERE filing_id = ?", "i", verb->verb.id) &&
         xb_db_run (db, error, "UPDATE filing SET removed_at = ? WHERE id = ?", "ii", verb->verb.now, verb->verb.id);
}

void
xb_workspace_remove_filing_async (XbWorkspace         *self,
                                  gint64               id,
                                  gboolean             remove,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  FilingVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->verb.id = id;
  verb->remove = remove;
  xb_workspace_run (self, xb_workspace_remove_filing_async, NULL, remove_filing_job, verb, filing_verb_free,
                    cancellable, callback, user_data);
}
