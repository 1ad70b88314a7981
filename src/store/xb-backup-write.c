/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "xb-backup-private.h"
#include "xb-clock.h"
#include "xb-db-private.h"
#include "xb-error.h"
#include "xb-files.h"
#include "xb-store-private.h"

typedef struct archive Archive;

static void
archive_done (Archive *archive)
{
  archive_write_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_done)

/* What one backup needs on its way. */
typedef struct
{
  const char *folder;
  const char *file;
  Archive    *archive;
  gint64      now;
  XbWork      work;
} Backup;

static gboolean
fail_archive (Backup  *self,
              GError **error)
{
  int code = archive_errno (self->archive);

  xb_file_set_error (error, code > 0 ? code : EIO, self->file);
  return FALSE;
}

static gboolean
write_header (Backup     *self,
              const char *name,
              gint64      size,
              GError    **error)
{
  struct archive_entry *entry = archive_entry_new ();
  int rc;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_mtime (entry, self->now, 0);
  archive_entry_set_size (entry, size);
  rc = archive_write_header (self->archive, entry);
  archive_entry_free (entry);
  return rc == ARCHIVE_OK || fail_archive (self, error);
}

static gboolean
write_data (Backup     *self,
            const void *data,
            gsize       size,
            GError    **error)
{
  return archive_write_data (self->archive, data, size) == (gssize) size || fail_archive (self, error);
}

/* A stored file that is gone or damaged must not end up in a backup that looks whole. */
static gboolean
fail_source (const char *source,
             GError    **error)
{
  g_set_error (error, XB_ERROR, XB_ERROR_DAMAGED,
               _("no backup was made: the stored file “%s” is missing or damaged; add the material "
                 "again, or restore an older backup"), source);
  return FALSE;
}

static gboolean
write_file (Backup          *self,
            const char      *source,
            XbManifestEntry *entry,
            GError         **error)
{
  g_autofree char *block = g_malloc (XB_BACKUP_BLOCK);
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  int fd = open (source, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  gboolean fine = fd >= 0 || fail_source (source, error);
  gint64 total = 0;
  gssize size = 0;

  fine = fine && write_header (self, entry->name, entry->size, error);
  while (fine && (size = read (fd, block, XB_BACKUP_BLOCK)) > 0 && total + size <= entry->size)
    {
      total += size;
      g_checksum_update (checksum, (const guchar *) block, size);
      fine = write_data (self, block, size, error) && xb_work_advance (&self->work, size, error);
    }
  if (fine && (size != 0 || total != entry->size ||
               !g_str_equal (g_checksum_get_string (checksum), entry->sha256)))
    fine = fail_source (source, error);
  if (fd >= 0)
    close (fd);
  return fine;
}

/* The database comes first in the list; its bytes are those of the copy. */
static gboolean
write_entries (Backup     *self,
               XbManifest *manifest,
               const char *copy,
               GError    **error)
{
  g_autofree char *json = xb_manifest_to_json (manifest, self->now);

  if (!write_header (self, XB_MANIFEST_NAME, strlen (json), error) ||
      !write_data (self, json, strlen (json), error))
    return FALSE;
  for (guint i = 0; i < manifest->entries->len; i++)
    {
      XbManifestEntry *entry = g_ptr_array_index (manifest->entries, i);
      g_autofree char *source = i == 0 ? g_strdup (copy)
                                       : g_build_filename (self->folder, entry->name, NULL);

      if (!write_file (self, source, entry, error))
        return FALSE;
    }
  return archive_write_close (self->archive) == ARCHIVE_OK || fail_archive (self, error);
}

static gboolean
add_copy (XbManifest   *manifest,
          const char   *copy,
          GCancellable *cancellable,
          GError      **error)
{
  g_autofree char *block = g_malloc (XB_BACKUP_BLOCK);
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  int fd = open (copy, O_RDONLY | O_CLOEXEC);
  gint64 total = 0;
  gssize size = -1;

  while (fd >= 0 && !g_cancellable_is_cancelled (cancellable) &&
         (size = read (fd, block, XB_BACKUP_BLOCK)) > 0)
    {
      g_checksum_update (checksum, (const guchar *) block, size);
      total += size;
    }
  if (size < 0)
    xb_file_set_error (error, errno, copy);
  if (fd >= 0)
    close (fd);
  if (size < 0 || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  xb_manifest_add (manifest, XB_STORE_DATABASE, g_checksum_get_string (checksum), total);
  return TRUE;
}

static gboolean
add_files (XbManifest *manifest,
           XbDb       *db,
           GError    **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(XbRows) rows = xb_db_query (db, &local,
                                        "SELECT sha256, size FROM stored_file ORDER BY sha256", "");

  while (xb_rows_next (rows, &local))
    {
      const char *sha256 = xb_rows_text (rows, 0);
      g_autofree char *name = NULL;

      if (sha256 == NULL || !xb_files_is_name (sha256))
        continue; /* no file can have that name; a check tells */
      name = xb_manifest_file_name (sha256);
      xb_manifest_add (manifest, name, sha256, xb_rows_int (rows, 1));
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* A backup of a damaged file could not be restored: better to say so now. */
static gboolean
check_copy (XbDb       *db,
            const char *path,
            GError    **error)
{
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (!xb_database_verify (db, problems, error))
    return FALSE;
  if (problems->len == 0)
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_DAMAGED,
               _("no backup was made: “%s” is damaged (%s); restore an older backup"), path,
               (char *) g_ptr_array_index (problems, 0));
  return FALSE;
}

static XbManifest *
describe (XbStore    *store,
          const char *copy,
          XbWork     *work,
          GError    **error)
{
  g_autoptr(XbDb) db = xb_db_open (copy, TRUE, error);
  g_autoptr(XbManifest) manifest = NULL;

  if (db == NULL)
    return NULL;
  xb_db_set_cancellable (db, work->cancellable);
  manifest = xb_manifest_new (xb_db_int (db, 0, "PRAGMA user_version", ""));
  if (!check_copy (db, xb_store_get_path (store), error) ||
      !add_copy (manifest, copy, work->cancellable, error) || !add_files (manifest, db, error))
    return NULL;
  return g_steal_pointer (&manifest);
}

static gboolean
copy_database (XbStore    *store,
               const char *copy,
               XbWork     *work,
               GError    **error)
{
  g_autoptr(XbDb) db = xb_store_file_reader (xb_store_get_path (store), 5000, error);

  return db != NULL && xb_db_copy_to_file (db, copy, work->cancellable, NULL, NULL, error);
}

/**
 * xb_backup_write:
 * @file: the backup; an older one of that name is replaced once the new one is verified
 * @progress: (nullable): told how far it is, in the calling thread
 * @error: set to %XB_ERROR_IO, %XB_ERROR_DAMAGED or %G_IO_ERROR_CANCELLED; then @file is as it was
 *
 * Writes one file with the whole business in it: a tar archive, packed by gzip, of a manifest, the
 * database as it is at one moment, and every stored file. It is read again to its end before it gets
 * its name. Takes long: call it from a thread of its own.
 *
 * Returns: whether the backup is on the disk
 */
gboolean
xb_backup_write (XbStore      *store,
                 const char   *file,
                 GCancellable *cancellable,
                 XbProgress    progress,
                 gpointer      user_data,
                 GError      **error)
{
  Backup self = { xb_store_get_folder (store), file, NULL, 0, { cancellable, progress, user_data, 2, 0, 0 } };
  g_autofree char *absolute = g_canonicalize_filename (file, NULL);
  g_autofree char *beside = g_path_get_dirname (absolute);
  g_autoptr(XbPartial) target = xb_partial_new (beside, error);
  g_autoptr(XbPartial) copy = NULL;
  g_autoptr(Archive) archive = NULL;
  g_autoptr(XbManifest) manifest = NULL;
  g_autoptr(XbManifest) again = NULL;
  g_autoptr(XbClock) clock = xb_clock_new_system ();
  g_autoptr(GError) local = NULL;

  if (target == NULL || (copy = xb_partial_new (self.folder, error)) == NULL ||
      !xb_partial_finish (copy, error) ||
      !copy_database (store, xb_partial_get_path (copy), &self.work, error) ||
      (manifest = describe (store, xb_partial_get_path (copy), &self.work, error)) == NULL)
    return FALSE;

  self.now = xb_clock_now (clock);
  self.work.total = self.work.passes * xb_manifest_get_total (manifest); /* written, and read again */
  self.archive = archive = archive_write_new ();
  archive_write_set_format_pax_restricted (archive);
  archive_write_add_filter_gzip (archive);
  if (archive_write_open_fd (archive, xb_partial_get_fd (target)) != ARCHIVE_OK)
    return fail_archive (&self, error);
  if (!write_entries (&self, manifest, xb_partial_get_path (copy), error) ||
      !xb_partial_finish (target, error))
    return FALSE;
  again = xb_backup_read (xb_partial_get_path (target), manifest->schema, NULL, NULL, &self.work, &local);
  if (again != NULL)
    return xb_partial_keep (target, absolute, error);
  if (g_error_matches (local, XB_ERROR, XB_ERROR_DAMAGED))
    g_set_error (error, XB_ERROR, XB_ERROR_IO,
                 _("the backup “%s” could not be read back as it was written and was not kept; "
                   "check the disk and try again"), file);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
