/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>

#include "xb-backup-private.h"
#include "xb-db-private.h"
#include "xb-error.h"
#include "xb-files.h"
#include "xb-migrations.h"
#include "xb-store-private.h"

/* A file is stored before the row that names it: a fresh one without a row may be work under way. */
#define FRESH (24 * 3600)

static void G_GNUC_PRINTF (2, 3)
add (GPtrArray  *problems,
     const char *format,
     ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (problems, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static void
check_mode (const char *path,
            guint       mode,
            GPtrArray  *problems)
{
  struct stat status;

  if (lstat (path, &status) != 0)
    add (problems, _("“%s” cannot be looked at (%s); check its permissions"), path, g_strerror (errno));
  else if ((status.st_mode & 0777) != mode)
    add (problems, _("“%s” may be read by others or not by you (mode %03o); run: chmod %03o '%s'"), path,
         (guint) (status.st_mode & 0777), mode, path);
}

static gboolean
check_shape (XbDb      *db,
             GPtrArray *problems,
             GError   **error)
{
  g_autoptr(GPtrArray) steps = xb_migrations_load (error);
  gboolean ours = TRUE;

  if (steps == NULL || !xb_database_is_ours (db, steps, &ours, error))
    return FALSE;
  if (!ours)
    add (problems, _("the tables of “%s” are not those that this program makes; restore a backup"), db->path);
  return TRUE;
}

static gboolean
check_stored (const char   *folder,
              XbDb         *db,
              GHashTable   *known,
              GPtrArray    *problems,
              GCancellable *cancellable,
              GError      **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(XbRows) rows = xb_db_query (db, &local, "SELECT sha256, size FROM stored_file", "");

  while (xb_rows_next (rows, &local))
    {
      const char *sha256 = xb_rows_text (rows, 0);
      g_autoptr(GError) problem = NULL;
      g_autofree char *path = NULL;

      if (sha256 == NULL || !xb_files_is_name (sha256))
        {
          add (problems, _("a stored file has the impossible name “%s”; restore a backup"),
               sha256 != NULL ? sha256 : "");
          continue;
        }
      g_hash_table_add (known, g_strdup (sha256));
      path = xb_files_path (folder, sha256);
      if (xb_files_verify (folder, sha256, xb_rows_int (rows, 1), cancellable, &problem))
        check_mode (path, 0600, problems);
      else if (xb_error_is_cancelled (problem))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      else if (g_error_matches (problem, XB_ERROR, XB_ERROR_NOT_FOUND))
        add (problems, _("the stored file “%s” is missing; add the material again, or restore a backup"), path);
      else
        g_ptr_array_add (problems, g_strdup (problem->message));
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
is_fresh (const char *path,
          const char *name)
{
  struct stat status;

  return xb_files_is_name (name) && lstat (path, &status) == 0 && S_ISREG (status.st_mode) &&
         status.st_mtime > g_get_real_time () / G_USEC_PER_SEC - FRESH;
}

static void
check_group (const char *path,
             GHashTable *known,
             GPtrArray  *problems)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  check_mode (path, 0700, problems);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (!g_hash_table_contains (known, name) && !is_fresh (file, name))
        add (problems, _("nothing refers to the file “%s”; it can be deleted"), file);
    }
}

static void
check_orphans (const char *folder,
               GHashTable *known,
               GPtrArray  *problems)
{
  g_autofree char *files = g_build_filename (folder, XB_STORE_FILES, NULL);
  g_autoptr(GDir) dir = g_dir_open (files, 0, NULL);
  const char *name;

  check_mode (files, 0700, problems);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (files, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        check_group (path, known, problems);
      else
        add (problems, _("nothing refers to the file “%s”; it can be deleted"), path);
    }
}

/**
 * xb_store_check:
 * @problems: (element-type utf8): takes a sentence for each problem; none means all is well
 * @error: set when the check could not be carried through
 *
 * Looks at everything that is stored: each page and reference of the database, each stored file's
 * contents, and who may read them. Takes long: call it from a thread of its own.
 *
 * Returns: whether the check was carried through
 */
gboolean
xb_store_check (XbStore      *store,
                GPtrArray    *problems,
                GCancellable *cancellable,
                GError      **error)
{
  const char *folder = xb_store_get_folder (store);
  const char *path = xb_store_get_path (store);
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GError) local = NULL;
  g_autoptr(XbDb) db = xb_store_file_reader (path, 5000, &local);

  check_mode (folder, 0700, problems);
  check_mode (path, 0600, problems);
  if (db != NULL)
    {
      xb_db_set_cancellable (db, cancellable);
      if (xb_database_verify (db, problems, &local) && check_shape (db, problems, &local) &&
          check_stored (folder, db, known, problems, cancellable, &local))
        check_orphans (folder, known, problems);
    }
  if (local == NULL)
    return TRUE;
  /* Damage so bad that the check cannot go on is what it was to find. */
  if (g_error_matches (local, XB_ERROR, XB_ERROR_DAMAGED))
    {
      g_ptr_array_add (problems, g_strdup (local->message));
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
