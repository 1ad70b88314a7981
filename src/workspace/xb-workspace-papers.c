/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-day.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-files.h"
#include "xb-lifecycle.h"
#include "xb-material-probe.h"
#include "xb-papers-private.h"
#include "xb-workspace-papers.h"

/**
 * xb_paper_take:
 * @paper: with @folder and @path set
 *
 * Looks what the file really is and stores its bytes once. Off the main thread, before the
 * transaction: when that fails, bytes without a row stay behind, which `check` names.
 */
gboolean
xb_paper_take (XbPaper      *paper,
               GCancellable *cancellable,
               GError      **error)
{
  goffset size;

  if (!xb_material_probe (paper->path, &paper->info, cancellable, error))
    return FALSE;
  paper->sha256 = xb_files_add (paper->folder, paper->path, &size, cancellable, error);
  paper->size = size;
  paper->name = g_path_get_basename (paper->path);
  if (!g_utf8_validate (paper->name, -1, NULL))
    {
      char *valid = g_utf8_make_valid (paper->name, -1);

      g_free (paper->name);
      paper->name = valid;
    }
  return paper->sha256 != NULL;
}

/** xb_paper_store: inside a transaction: the bytes are known from here on */
gboolean
xb_paper_store (XbPaper *paper,
                XbDb    *db,
                GError **error)
{
  return xb_db_run (db, error, "INSERT INTO stored_file VALUES (?, ?, ?) ON CONFLICT DO NOTHING", "tit",
                    paper->sha256, paper->size, paper->info.media_type);
}

void
xb_paper_clear (XbPaper *paper)
{
  g_free (paper->folder);
  g_free (paper->path);
  g_free (paper->name);
  g_free (paper->sha256);
}

typedef struct
{
  XbVerb         verb;
  XbPaper        paper;
  XbMaterialType type;
  char          *name;
  char          *expires;
  gboolean       remove;
} MaterialVerb;

static void
material_verb_free (gpointer data)
{
  MaterialVerb *verb = data;

  xb_paper_clear (&verb->paper);
  g_free (verb->name);
  g_free (verb->expires);
  g_free (verb);
}

static gboolean
take_material (gpointer      data,
               GCancellable *cancellable,
               GError      **error)
{
  return xb_paper_take (&((MaterialVerb *) data)->paper, cancellable, error);
}

static gboolean
insert_material (XbDb           *db,
                 XbPaper        *paper,
                 XbMaterialType  type,
                 const char     *expires,
                 gint64          now,
                 gint64         *id,
                 GError        **error)
{
  const char *word = xb_enum_to_nick (XB_TYPE_MATERIAL_TYPE, type);

  if (!xb_paper_store (paper, db, error) ||
      !xb_db_run (db, error,
                  "INSERT INTO material (sha256, name, type, width, height, pages, expires, added_at) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sha256, type) DO UPDATE SET "
                  "removed_at = NULL, expires = ifnull (excluded.expires, expires)", "tttiiiti",
                  paper->sha256, paper->name, word, (gint64) paper->info.width, (gint64) paper->info.height,
                  (gint64) paper->info.pages, expires, now))
    return FALSE;
  *id = xb_db_int (db, 0, "SELECT id FROM material WHERE sha256 = ? AND type = ?", "tt", paper->sha256, word);
  return TRUE;
}

static gboolean
add_material_job (XbDb     *db,
                  gpointer  data,
                  GError  **error)
{
  MaterialVerb *verb = data;

  return insert_material (db, &verb->paper, verb->type, verb->expires, verb->verb.now, &verb->verb.id, error);
}

static gboolean
take_day (const char *text,
          char      **day,
          GError    **error)
{
  guint32 julian;

  if (text == NULL || *text == '\0')
    return TRUE;
  if (!xb_day_parse (text, &julian, error))
    return FALSE;
  *day = g_strdup (text);
  return TRUE;
}

void
xb_workspace_add_material_async (XbWorkspace         *self,
                                 const char          *path,
                                 XbMaterialType       type,
                                 const char          *expires,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  MaterialVerb *verb = xb_verb_new (self, sizeof *verb);
  GError *error = NULL;

  if (!take_day (expires, &verb->expires, &error))
    {
      material_verb_free (verb);
      xb_workspace_fail (self, xb_workspace_add_material_async, error, callback, user_data);
      return;
    }
  verb->paper.folder = g_strdup (xb_workspace_get_folder (self));
  verb->paper.path = g_strdup (path);
  verb->type = type;
  xb_workspace_run (self, xb_workspace_add_material_async, take_material, add_material_job, verb,
                    material_verb_free, cancellable, callback, user_data);
}

static gboolean
edit_material_job (XbDb     *db,
                   gpointer  data,
                   GError  **error)
{
  MaterialVerb *verb = data;
  const char *word = xb_enum_to_nick (XB_TYPE_MATERIAL_TYPE, verb->type);

  if (xb_db_int (db, 0, "SELECT count (*) FROM material WHERE id <> ?1 AND type = ?2 AND sha256 = "
                 "(SELECT sha256 FROM material WHERE id = ?1)", "it", verb->verb.id, word) > 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED, _("the same paper is there already as “%s”"),
                   xb_material_type_get_title (verb->type));
      return FALSE;
    }
  return xb_db_run (db, error, "UPDATE material SET name = ifnull (?, name), type = ?, expires = ? WHERE id = ?",
                    "ttti", verb->name, word, verb->expires, verb->verb.id);
}

void
xb_workspace_edit_material_async (XbWorkspace         *self,
                                  gint64               id,
                                  const char          *name,
                                  XbMaterialType       type,
                                  const char          *expires,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  MaterialVerb *verb = xb_verb_new (self, sizeof *verb);
  GError *error = NULL;

  if (!take_day (expires, &verb->expires, &error))
    {
      material_verb_free (verb);
      xb_workspace_fail (self, xb_workspace_edit_material_async, error, callback, user_data);
      return;
    }
  verb->verb.id = id;
  verb->name = name != NULL && *name != '\0' ? g_strdup (name) : NULL;
  verb->type = type;
  xb_workspace_run (self, xb_workspace_edit_material_async, NULL, edit_material_job, verb, material_verb_free,
                    cancellable, callback, user_data);
}

static gboolean
remove_material_job (XbDb     *db,
                     gpointer  data,
                     GError  **error)
{
  MaterialVerb *verb = data;

  return xb_db_run (db, error, "UPDATE material SET removed_at = iif (?, ?, NULL) WHERE id = ?", "iii",
                    (gint64) verb->remove, verb->verb.now, verb->verb.id);
}

/* The row and the bytes stay: who holds copies of it must remain known. */
void
xb_workspace_remove_material_async (XbWorkspace         *self,
                                    gint64               id,
                                    gboolean             remove,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  MaterialVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->verb.id = id;
  verb->remove = remove;
  xb_workspace_run (self, xb_workspace_remove_material_async, NULL, remove_material_job, verb,
                    material_verb_free, cancellable, callback, user_data);
}

typedef struct
{
  XbVerb  verb;
  XbPaper paper; /* path NULL: no scan */
  char   *platform;
  char   *signed_on;
  char   *expires;
} AddNda;

static void
add_nda_free (gpointer data)
{
  AddNda *verb = data;

  xb_paper_clear (&verb->paper);
  g_free (verb->platform);
  g_free (verb->signed_on);
  g_free (verb->expires);
  g_free (verb);
}

static gboolean
take_nda (gpointer      data,
          GCancellable *cancellable,
          GError      **error)
{
  AddNda *verb = data;

  return verb->paper.path == NULL || xb_paper_take (&verb->paper, cancellable, error);
}

static gboolean
add_nda_job (XbDb     *db,
             gpointer  data,
             GError  **error)
{
  AddNda *verb = data;
  gint64 material = 0;

  if (verb->paper.path != NULL &&
      !insert_material (db, &verb->paper, XB_MATERIAL_TYPE_OTHER, verb->expires, verb->verb.now, &material, error))
    return FALSE;
  if (!xb_db_run (db, error, "INSERT INTO nda (platform, signed, expires, material_id) VALUES (?, ?, ?, nullif (?, 0))",
                  "ttti", verb->platform, verb->signed_on, verb->expires, material))
    return FALSE;
  verb->verb.id = xb_db_last_id (db);
  return TRUE;
}

static gboolean
fill_nda (XbWorkspace *self,
          AddNda      *verb,
          const char  *platform,
          const char  *signed_on,
          const char  *expires,
          GError     **error)
{
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self));

  if (xb_catalogue_lookup (xb_workspace_get_catalogue (self), platform) == NULL)
    g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND, _("there is no platform “%s”; see the list of platforms"),
                 platform);
  else if (!take_day (signed_on, &verb->signed_on, error) || !take_day (expires, &verb->expires, error))
    return FALSE;
  else if (verb->signed_on == NULL || verb->expires == NULL)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("an agreement needs the day it was signed and the day it ends; enter both"));
  else if (strcmp (verb->signed_on, today) > 0)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("%s is still to come; enter the day it was signed"),
                 verb->signed_on);
  else if (strcmp (verb->expires, verb->signed_on) < 0)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("the agreement ends (%s) before it was signed (%s); "
                 "look at the dates again"), verb->expires, verb->signed_on);
  else
    return TRUE;
  return FALSE;
}

void
xb_workspace_add_nda_async (XbWorkspace         *self,
                            const char          *platform,
                            const char          *signed_on,
                            const char          *expires,
                            const char          *path,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  AddNda *verb = xb_verb_new (self, sizeof *verb);
  GError *error = NULL;

  if (!fill_nda (self, verb, platform, signed_on, expires, &error))
    {
      add_nda_free (verb);
      xb_workspace_fail (self, xb_workspace_add_nda_async, error, callback, user_data);
      return;
    }
  verb->platform = g_strdup (platform);
  verb->paper.folder = g_strdup (xb_workspace_get_folder (self));
  verb->paper.path = g_strdup (path);
  xb_workspace_run (self, xb_workspace_add_nda_async, take_nda, add_nda_job, verb, add_nda_free,
                    cancellable, callback, user_data);
}

char *
xb_workspace_dup_file_path (XbWorkspace *self,
                            const char  *sha256)
{
  return xb_files_path (xb_workspace_get_folder (self), sha256);
}
