/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/statvfs.h>

#include "xb-backup-private.h"
#include "xb-clock.h"
#include "xb-db-private.h"
#include "xb-error.h"
#include "xb-files-private.h"
#include "xb-migrations.h"
#include "xb-store-private.h"

/* What a restore unpacks before it touches anything. */
typedef struct
{
  const char *folder;
  const char *file;
  XbManifest *manifest;
  GHashTable *partials;  /* name → XbPartial */
  GPtrArray  *added;     /* paths of stored files that were not there before */
} Restore;

/* The files are unpacked beside the old ones, and the database passes through the log. */
static gboolean
check_space (Restore *self,
             GError **error)
{
  gint64 needed = xb_manifest_get_total (self->manifest) +
                  2 * xb_manifest_lookup (self->manifest, XB_STORE_DATABASE)->size;
  g_autofree char *needed_text = NULL;
  g_autofree char *free_text = NULL;
  struct statvfs status;
  gint64 available;

  if (statvfs (self->folder, &status) != 0)
    return TRUE;
  available = (gint64) status.f_bavail * status.f_frsize;
  if (available >= needed)
    return TRUE;
  needed_text = g_format_size (needed);
  free_text = g_format_size (available);
  g_set_error (error, XB_ERROR, XB_ERROR_IO,
               _("restoring “%s” needs %s and “%s” has %s free; nothing was changed, make room and "
                 "try again"), self->file, needed_text, self->folder, free_text);
  return FALSE;
}

/* A file of an older version is brought to today's before it is judged. */
static gboolean
verify_database (Restore   *self,
                 XbDb      *db,
                 GPtrArray *steps,
                 GError   **error)
{
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  gboolean ours = FALSE;

  if (!xb_migrations_look (db, steps->len, error) || !xb_database_verify (db, problems, error))
    return FALSE;
  if (problems->len > 0 || xb_db_int (db, 0, "PRAGMA user_version", "") != self->manifest->schema)
    return xb_backup_fail (self->file, error);
  if (!xb_migrations_apply (db, steps, FALSE, error) ||
      !xb_database_is_ours (db, steps, &ours, error))
    return FALSE;
  return ours || xb_backup_fail (self->file, error);
}

static gboolean
verify_files (Restore *self,
              XbDb    *db,
              GError **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(XbRows) rows = xb_db_query (db, &local, "SELECT sha256, size FROM stored_file", "");

  while (xb_rows_next (rows, &local))
    {
      const char *sha256 = xb_rows_text (rows, 0);
      g_autofree char *name = NULL;
      XbManifestEntry *entry;

      if (sha256 == NULL || !xb_files_is_name (sha256))
        return xb_backup_fail (self->file, error);
      name = xb_manifest_file_name (sha256);
      entry = xb_manifest_lookup (self->manifest, name);
      if (entry == NULL || entry->size != xb_rows_int (rows, 1))
        return xb_backup_fail (self->file, error);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Whatever SQLite finds wrong in the unpacked database is wrong with the backup. */
static XbDb *
open_unpacked (Restore   *self,
               GPtrArray *steps,
               GError   **error)
{
  XbPartial *partial = g_hash_table_lookup (self->partials, XB_STORE_DATABASE);
  g_autoptr(GError) local = NULL;
  g_autoptr(XbDb) db = xb_db_open (xb_partial_get_path (partial), FALSE, &local);

  if (db != NULL && verify_database (self, db, steps, &local) && verify_files (self, db, &local) &&
      /* One of other pages could not be copied into a file that keeps a log. */
      xb_db_exec (db, "PRAGMA journal_mode = DELETE", &local) &&
      (xb_db_int (db, 0, "PRAGMA page_size", "") == XB_STORE_PAGE_SIZE ||
       xb_db_exec (db, "PRAGMA page_size = 4096; VACUUM", &local)))
    return g_steal_pointer (&db);
  if (local == NULL || g_error_matches (local, XB_ERROR, XB_ERROR_DAMAGED))
    xb_backup_fail (self->file, error);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gboolean
place_files (Restore *self,
             GError **error)
{
  GHashTableIter iter;
  gpointer name, partial;

  g_hash_table_iter_init (&iter, self->partials);
  while (g_hash_table_iter_next (&iter, &name, &partial))
    {
      g_autofree char *path = NULL;

      if (g_str_equal (name, XB_STORE_DATABASE))
        continue;
      path = g_build_filename (self->folder, name, NULL);
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        g_ptr_array_add (self->added, g_strdup (path));
      if (!xb_files_keep (self->folder, partial, error))
        return FALSE;
    }
  return TRUE;
}

/* The bytes of a file too damaged for SQLite, read through its own file so that the locks that this
 * process may hold on it stay. */
static gboolean
keep_bytes (XbDb       *db,
            const char *folder,
            const char *copy,
            GError    **error)
{
  g_autoptr(XbPartial) partial = xb_partial_new (folder, error);
  g_autofree char *block = g_malloc (XB_BACKUP_BLOCK);
  sqlite3_file *file = NULL;
  sqlite3_int64 size = 0;

  if (partial == NULL)
    return FALSE;
  sqlite3_file_control (db->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (file != NULL && file->pMethods != NULL)
    file->pMethods->xFileSize (file, &size);
  for (sqlite3_int64 at = 0; at < size; at += XB_BACKUP_BLOCK)
    {
      int length = MIN (size - at, XB_BACKUP_BLOCK);

      if (file->pMethods->xRead (file, block, length, at) != SQLITE_OK)
        break; /* a bad place on the disk: what comes before it is worth keeping */
      if (!xb_partial_write (partial, block, length, error))
        return FALSE;
    }
  return xb_partial_finish (partial, error) && xb_partial_keep (partial, copy, error);
}

/* The present file could not be opened: it is kept as it is, and written anew as if it were empty. */
static XbDb *
open_damaged (const char *folder,
              const char *suffix,
              GError    **error)
{
  g_autofree char *path = g_build_filename (folder, XB_STORE_DATABASE, NULL);
  g_autofree char *copy = g_strconcat (path, ".before-", suffix, NULL);
  g_autoptr(XbDb) db = xb_db_open_flags (path, NULL, SQLITE_OPEN_READWRITE, error);

  if (db == NULL || !keep_bytes (db, folder, copy, error))
    return NULL;
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_RESET_DATABASE, 1, NULL);
  return g_steal_pointer (&db);
}

/* When it was, in China; another restore in the same second must not replace the first copy. */
static char *
choose_suffix (const char *folder)
{
  g_autoptr(XbClock) clock = xb_clock_new_system ();
  gint64 now = xb_clock_now (clock);

  for (guint i = 0;; i++)
    {
      g_autofree char *instant = xb_instant_format (now + i);
      g_autofree char *suffix = g_strdup_printf ("restore-%.10s-%.2s%.2s%.2s", instant, instant + 11,
                                                 instant + 14, instant + 17);
      g_autofree char *path = g_strconcat (folder, G_DIR_SEPARATOR_S XB_STORE_DATABASE ".before-",
                                           suffix, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&suffix);
    }
}

/* Opens the present file for writing, after keeping a copy of it. */
static XbDb *
open_present (const char *folder,
              GError    **error)
{
  g_autofree char *suffix = choose_suffix (folder);
  g_autoptr(GError) local = NULL;
  g_autoptr(XbDb) db = xb_store_file_open (folder, &local);

  if (db != NULL && xb_db_keep_copy (db->path, suffix, &local))
    return g_steal_pointer (&db);
  g_clear_pointer (&db, xb_db_close);
  if (g_error_matches (local, XB_ERROR, XB_ERROR_DAMAGED))
    return open_damaged (folder, suffix, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* Files first: one without a row does no harm. Then the database in one transaction, so that a crash
 * leaves the old or the new one, and other processes see it change. */
static gboolean
put_in_place (Restore *self,
              XbDb    *unpacked,
              GError **error)
{
  g_autoptr(XbDb) present = open_present (self->folder, error);

  if (present == NULL)
    return FALSE;
  if (place_files (self, error) && xb_db_copy (unpacked, present, NULL, NULL, NULL, error))
    {
      xb_db_exec (present, "PRAGMA wal_checkpoint (TRUNCATE)", NULL);
      return TRUE;
    }
  for (guint i = 0; i < self->added->len; i++)
    g_unlink (g_ptr_array_index (self->added, i));
  return FALSE;
}

static void
partial_free (gpointer data)
{
  xb_partial_free (data);
}

/**
 * xb_backup_restore_folder:
 * @folder: the data folder; made when it is missing
 * @file: a backup
 * @progress: (nullable): told how far it is, in the calling thread
 * @error: set to %XB_ERROR_DAMAGED (the backup is not whole), %XB_ERROR_NEWER, %XB_ERROR_IO,
 *   %XB_ERROR_BUSY or %G_IO_ERROR_CANCELLED; then nothing has changed
 *
 * Puts everything back as it was when the backup was made. The backup is unpacked and verified first;
 * the present database is kept beside it as xinbiao.db.before-restore-…. Works also where the present
 * database is damaged, and while other processes have it open.
 *
 * Returns: whether it is restored
 */
gboolean
xb_backup_restore_folder (const char   *folder,
                          const char   *file,
                          GCancellable *cancellable,
                          XbProgress    progress,
                          gpointer      user_data,
                          GError      **error)
{
  XbWork work = { cancellable, progress, user_data, 2, 0, 0 };
  g_autoptr(GPtrArray) steps = xb_migrations_load (error);
  g_autoptr(GHashTable) partials = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, partial_free);
  g_autoptr(GPtrArray) added = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(XbManifest) manifest = NULL;
  g_autoptr(XbDb) unpacked = NULL;
  Restore self = { folder, file, NULL, partials, added };

  if (steps == NULL || !xb_store_prepare_folder (folder, error))
    return FALSE;
  /* Once only to judge it: a backup that is not whole takes no room on the disk. */
  manifest = xb_backup_read (file, steps->len, NULL, NULL, &work, error);
  self.manifest = manifest;
  if (manifest == NULL || !check_space (&self, error))
    return FALSE;
  self.manifest = NULL;
  g_clear_pointer (&manifest, xb_manifest_free);
  manifest = xb_backup_read (file, steps->len, folder, partials, &work, error);
  self.manifest = manifest;
  if (manifest == NULL)
    return FALSE;
  unpacked = open_unpacked (&self, steps, error);
  return unpacked != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         put_in_place (&self, unpacked, error);
}

/**
 * xb_backup_restore:
 *
 * Like xb_backup_restore_folder(), for a store that is open: it shows what was restored at once.
 */
gboolean
xb_backup_restore (XbStore      *store,
                   const char   *file,
                   GCancellable *cancellable,
                   XbProgress    progress,
                   gpointer      user_data,
                   GError      **error)
{
  g_return_val_if_fail (XB_IS_STORE (store), FALSE);

  if (!xb_backup_restore_folder (xb_store_get_folder (store), file, cancellable, progress, user_data,
                                 error))
    return FALSE;
  xb_store_emit_changed (store, NULL);
  return TRUE;
}
