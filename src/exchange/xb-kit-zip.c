/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>

#include "xb-error.h"
#include "xb-input.h"
#include "xb-kit-private.h"
#include "xb-output.h"

typedef struct archive Archive;
typedef struct archive_entry ArchiveEntry;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_write_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArchiveEntry, archive_entry_free)

static la_ssize_t
write_cb (Archive    *archive,
          void       *user_data,
          const void *data,
          size_t      length)
{
  if (xb_output_write (user_data, data, length))
    return length;
  archive_set_error (archive, EIO, "%s", "output"); /* what it was, the output knows */
  return -1;
}

static gboolean
add_file (Archive      *archive,
          const char   *folder,
          const char   *name,
          gint64        modified,
          GCancellable *cancellable,
          GError      **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GBytes) bytes = xb_input_read (path, G_MAXINT32, cancellable, error);
  g_autoptr(ArchiveEntry) entry = archive_entry_new ();
  gsize size;
  const void *data;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, size);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_mtime (entry, modified, 0);
  return archive_write_header (archive, entry) == ARCHIVE_OK && archive_write_data (archive, data, size) == (gssize) size;
}

static gboolean
add_files (const char   *folder,
           GPtrArray    *names,
           gint64        modified,
           XbOutput     *output,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr(Archive) archive = archive_write_new ();
  gboolean good;

  good = archive_write_set_format_zip (archive) == ARCHIVE_OK &&
         archive_write_set_options (archive, "zip:hdrcharset=UTF-8") == ARCHIVE_OK &&
         archive_write_set_bytes_in_last_block (archive, 1) == ARCHIVE_OK &&
         archive_write_open (archive, output, NULL, write_cb, NULL) == ARCHIVE_OK;
  for (guint i = 0; good && i < names->len; i++)
    good = add_file (archive, folder, g_ptr_array_index (names, i), modified, cancellable, error);
  return archive_write_close (archive) == ARCHIVE_OK && good;
}

/**
 * xb_kit_zip_folder:
 * @folder: where the files lie
 * @names: (element-type utf8): their names
 * @modified: the time that all get, in UTC seconds
 * @out_file: the archive, there whole or not at all
 * @cancellable: (nullable): to stop early
 */
gboolean
xb_kit_zip_folder (const char   *folder,
                   GPtrArray    *names,
                   gint64        modified,
                   const char   *out_file,
                   GCancellable *cancellable,
                   GError      **error)
{
  g_autoptr(XbOutput) output = xb_output_new (out_file, error);
  g_autoptr(GError) cause = NULL;
  locale_t utf8, before;
  gboolean good;

  if (output == NULL)
    return FALSE;
  /* libarchive takes names in the locale's encoding; in the locale C it would lose the Chinese ones. For this
   * thread alone. */
  utf8 = newlocale (LC_CTYPE_MASK, "C.UTF-8", (locale_t) 0);
  before = utf8 == (locale_t) 0 ? (locale_t) 0 : uselocale (utf8);
  good = add_files (folder, names, modified, output, cancellable, &cause);
  if (utf8 != (locale_t) 0)
    {
      uselocale (before);
      freelocale (utf8);
    }
  if (good)
    return xb_output_commit (output, NULL, error);
  if (xb_output_failed (output, error))
    return FALSE;
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    g_set_error_literal (error, XB_ERROR, XB_ERROR_IO,
                         _("The archive cannot be written. Choose a folder instead of a .zip file."));
  return FALSE;
}
