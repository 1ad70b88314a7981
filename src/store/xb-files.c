/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "xb-db-copy.h"
#include "xb-error.h"
#include "xb-files-private.h"
#include "xb-store-private.h"

#define BLOCK (128 * 1024)

typedef gboolean (*BlockFunc) (gpointer    target,
                               const void *data,
                               gsize       size,
                               GError    **error);

/** xb_files_is_name: Returns: whether this is a SHA-256 in small hexadecimal digits */
gboolean
xb_files_is_name (const char *sha256)
{
  return strlen (sha256) == 64 && strspn (sha256, "0123456789abcdef") == 64;
}

/**
 * xb_files_path:
 * @folder: the data folder
 * @sha256: of the contents
 *
 * Returns: (transfer full): where the file is kept
 */
char *
xb_files_path (const char *folder,
               const char *sha256)
{
  char group[3];

  g_return_val_if_fail (xb_files_is_name (sha256), NULL);

  memcpy (group, sha256, 2);
  group[2] = '\0';
  return g_build_filename (folder, XB_STORE_FILES, group, sha256, NULL);
}

/* Reads a plain file from start to end; a pipe or a device could go on for ever. */
static gboolean
read_blocks (const char   *path,
             BlockFunc     function,
             gpointer      target,
             GCancellable *cancellable,
             GError      **error)
{
  g_autofree char *block = g_malloc (BLOCK);
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  gboolean fine = TRUE;
  struct stat status;
  gssize size = 0;

  if (fd < 0)
    {
      xb_file_set_error (error, errno, path);
      return FALSE;
    }
  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode))
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("“%s” is not a file; choose a file"), path);
      fine = FALSE;
    }
  while (fine && (size = read (fd, block, BLOCK)) != 0)
    if (size > 0)
      fine = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
             function (target, block, size, error);
    else if (errno != EINTR)
      {
        xb_file_set_error (error, errno, path);
        fine = FALSE;
      }
  close (fd);
  return fine && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * xb_files_keep:
 * @partial: a finished file
 *
 * Gives a file its place; the same contents are kept once.
 */
gboolean
xb_files_keep (const char *folder,
               XbPartial  *partial,
               GError    **error)
{
  g_autofree char *path = xb_files_path (folder, xb_partial_get_sha256 (partial));
  g_autofree char *group = g_path_get_dirname (path);
  g_autofree char *files = g_path_get_dirname (group);

  if (g_mkdir (group, 0700) == 0)
    {
      if (!xb_sync_folder (files, error))
        return FALSE;
    }
  else if (errno != EEXIST)
    {
      xb_file_set_error (error, errno, group);
      return FALSE;
    }
  return xb_partial_keep (partial, path, error);
}

static gboolean
write_block (gpointer    target,
             const void *data,
             gsize       size,
             GError    **error)
{
  return xb_partial_write (target, data, size, error);
}

/**
 * xb_files_add:
 * @folder: the data folder
 * @source: the file to store; it is only read
 * @size: (out) (nullable): its size in bytes
 * @error: set to %XB_ERROR_IO, %XB_ERROR_NOT_FOUND, %XB_ERROR_INVALID (not a plain file) or
 *   %G_IO_ERROR_CANCELLED; then nothing is left behind
 *
 * Stores a copy under the SHA-256 of its contents, from any thread. Add it before the row that names
 * it is committed: a file without a row is harmless, a row without a file is not.
 *
 * Returns: (transfer full) (nullable): the SHA-256
 */
char *
xb_files_add (const char   *folder,
              const char   *source,
              goffset      *size,
              GCancellable *cancellable,
              GError      **error)
{
  g_autoptr(XbPartial) partial = NULL;

  g_return_val_if_fail (folder != NULL && source != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  partial = xb_partial_new (folder, error);
  if (partial == NULL || !read_blocks (source, write_block, partial, cancellable, error) ||
      !xb_partial_finish (partial, error) || !xb_files_keep (folder, partial, error))
    return NULL;
  if (size != NULL)
    *size = xb_partial_get_size (partial);
  return g_strdup (xb_partial_get_sha256 (partial));
}

/**
 * xb_files_add_bytes:
 *
 * Like xb_files_add(), for what is in memory.
 *
 * Returns: (transfer full) (nullable): the SHA-256
 */
char *
xb_files_add_bytes (const char *folder,
                    GBytes     *bytes,
                    GError    **error)
{
  g_autoptr(XbPartial) partial = xb_partial_new (folder, error);
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  if (partial == NULL || !xb_partial_write (partial, data, size, error) ||
      !xb_partial_finish (partial, error) || !xb_files_keep (folder, partial, error))
    return NULL;
  return g_strdup (xb_partial_get_sha256 (partial));
}

typedef struct
{
  GChecksum *checksum;
  gint64     size;
} Sum;

static gboolean
sum_block (gpointer    target,
           const void *data,
           gsize       size,
           GError    **error)
{
  Sum *sum = target;

  g_checksum_update (sum->checksum, data, size);
  sum->size += size;
  return TRUE;
}

/**
 * xb_files_verify:
 * @size: what it must be, or -1
 * @error: set to %XB_ERROR_DAMAGED, %XB_ERROR_NOT_FOUND, %XB_ERROR_IO or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the stored file is there, whole
 */
gboolean
xb_files_verify (const char   *folder,
                 const char   *sha256,
                 gint64        size,
                 GCancellable *cancellable,
                 GError      **error)
{
  g_autofree char *path = xb_files_path (folder, sha256);
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  Sum sum = { checksum, 0 };

  if (!read_blocks (path, sum_block, &sum, cancellable, error))
    return FALSE;
  if (g_str_equal (g_checksum_get_string (checksum), sha256) && (size < 0 || size == sum.size))
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_DAMAGED,
               _("the stored file “%s” is damaged; add the material again, or restore a backup"), path);
  return FALSE;
}
