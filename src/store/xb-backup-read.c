/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>

#include "xb-backup-private.h"
#include "xb-error.h"

typedef struct archive Archive;

static void
archive_done (Archive *archive)
{
  archive_read_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_done)

/**
 * xb_work_advance:
 * @bytes: done since the last call
 *
 * Returns: %FALSE with @error when the user changed their mind
 */
gboolean
xb_work_advance (XbWork  *work,
                 gint64   bytes,
                 GError **error)
{
  work->done = MIN (work->done + bytes, work->total);
  if (work->progress != NULL)
    work->progress (work->done, work->total, work->user_data);
  return !g_cancellable_set_error_if_cancelled (work->cancellable, error);
}

/** xb_backup_fail: Returns: %FALSE, with the sentence for a backup that is not whole */
gboolean
xb_backup_fail (const char *file,
                GError    **error)
{
  g_set_error (error, XB_ERROR, XB_ERROR_DAMAGED,
               _("“%s” is not a whole backup of this program and nothing was changed; "
                 "choose another backup"), file);
  return FALSE;
}

static Archive *
open_archive (const char *file,
              GError    **error)
{
  g_autoptr(Archive) archive = archive_read_new ();
  struct stat status;

  /* A pipe might never end, and a folder is no backup. */
  if (stat (file, &status) != 0)
    {
      xb_file_set_error (error, errno, file);
      return NULL;
    }
  archive_read_support_filter_gzip (archive);
  archive_read_support_format_tar (archive);
  if (!S_ISREG (status.st_mode) ||
      archive_read_open_filename (archive, file, XB_BACKUP_BLOCK) != ARCHIVE_OK)
    {
      if (S_ISREG (status.st_mode) && archive_errno (archive) == EACCES)
        xb_file_set_error (error, EACCES, file);
      else
        xb_backup_fail (file, error);
      return NULL;
    }
  return g_steal_pointer (&archive);
}

static gboolean
is_plain_file (struct archive_entry *entry)
{
  return archive_entry_filetype (entry) == AE_IFREG && archive_entry_hardlink (entry) == NULL &&
         archive_entry_symlink (entry) == NULL && archive_entry_pathname (entry) != NULL &&
         archive_entry_size_is_set (entry);
}

static XbManifest *
read_manifest (Archive    *archive,
               const char *file,
               guint       newest,
               GError    **error)
{
  struct archive_entry *entry;
  g_autofree char *json = NULL;
  gint64 size;

  if (archive_read_next_header (archive, &entry) != ARCHIVE_OK || !is_plain_file (entry) ||
      !g_str_equal (archive_entry_pathname (entry), XB_MANIFEST_NAME) ||
      (size = archive_entry_size (entry)) <= 0 || size > XB_MANIFEST_MAX)
    {
      xb_backup_fail (file, error);
      return NULL;
    }
  json = g_malloc (size);
  if (archive_read_data (archive, json, size) != size)
    {
      xb_backup_fail (file, error);
      return NULL;
    }
  return xb_manifest_parse (json, size, newest, file, error);
}

/* Reads no more than the manifest promises, whatever the archive says or unpacks to. */
static gboolean
read_entry (Archive         *archive,
            const char      *file,
            XbManifestEntry *expected,
            XbPartial       *partial,
            XbWork          *work,
            GError         **error)
{
  g_autofree char *block = g_malloc (XB_BACKUP_BLOCK);
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gint64 total = 0;
  gssize size;

  while ((size = archive_read_data (archive, block, XB_BACKUP_BLOCK)) > 0)
    {
      total += size;
      if (total > expected->size)
        break;
      g_checksum_update (checksum, (const guchar *) block, size);
      if ((partial != NULL && !xb_partial_write (partial, block, size, error)) ||
          !xb_work_advance (work, size, error))
        return FALSE;
    }
  if (size != 0 || total != expected->size ||
      !g_str_equal (g_checksum_get_string (checksum), expected->sha256))
    return xb_backup_fail (file, error);
  return partial == NULL || xb_partial_finish (partial, error);
}

static gboolean
read_entries (Archive    *archive,
              const char *file,
              XbManifest *manifest,
              const char *folder,
              GHashTable *partials,
              XbWork     *work,
              GError    **error)
{
  struct archive_entry *entry;
  guint n = 0;
  int rc;

  while ((rc = archive_read_next_header (archive, &entry)) == ARCHIVE_OK)
    {
      XbManifestEntry *expected = is_plain_file (entry)
                                    ? xb_manifest_lookup (manifest, archive_entry_pathname (entry)) : NULL;
      g_autoptr(XbPartial) partial = NULL;

      if (expected == NULL || expected->seen || archive_entry_size (entry) != expected->size)
        return xb_backup_fail (file, error);
      expected->seen = TRUE;
      n++;
      if (folder != NULL && (partial = xb_partial_new (folder, error)) == NULL)
        return FALSE;
      if (!read_entry (archive, file, expected, partial, work, error))
        return FALSE;
      if (partial != NULL)
        g_hash_table_insert (partials, expected->name, g_steal_pointer (&partial));
    }
  if (rc != ARCHIVE_EOF || n != manifest->entries->len)
    return xb_backup_fail (file, error);
  return TRUE;
}

/**
 * xb_backup_read:
 * @newest: the file version that this program knows
 * @folder: (nullable): where to unpack to; %NULL only verifies
 * @partials: (nullable): takes a finished file for each name of the manifest
 * @error: set to %XB_ERROR_DAMAGED, %XB_ERROR_NEWER, %XB_ERROR_IO or %G_IO_ERROR_CANCELLED
 *
 * Reads a backup from its first byte to its last, and holds everything against the manifest.
 *
 * Returns: (transfer full) (nullable): the manifest of a whole backup, or %NULL with @error
 */
XbManifest *
xb_backup_read (const char *file,
                guint       newest,
                const char *folder,
                GHashTable *partials,
                XbWork     *work,
                GError    **error)
{
  g_autoptr(Archive) archive = open_archive (file, error);
  g_autoptr(XbManifest) manifest = NULL;

  if (archive == NULL)
    return NULL;
  manifest = read_manifest (archive, file, newest, error);
  if (manifest == NULL)
    return NULL;
  if (work->total == 0)
    work->total = work->passes * xb_manifest_get_total (manifest);
  if (!read_entries (archive, file, manifest, folder, partials, work, error))
    return NULL;
  return g_steal_pointer (&manifest);
}
