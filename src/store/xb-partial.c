/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "xb-db-copy.h"
#include "xb-error.h"
#include "xb-partial.h"
#include "xb-store-private.h"

struct _XbPartial
{
  char      *path;
  char      *folder;   /* for messages: nobody knows the passing name */
  int        fd;       /* -1 once it is whole */
  GChecksum *checksum;
  gint64     size;
  gboolean   kept;
};

/**
 * xb_file_set_error:
 * @code: errno
 * @path: the file or folder that could not be used
 */
void
xb_file_set_error (GError    **error,
                   int         code,
                   const char *path)
{
  if (code == ENOSPC || code == EDQUOT || code == EFBIG)
    g_set_error (error, XB_ERROR, XB_ERROR_IO,
                 _("the disk is full: “%s” could not be written and nothing was changed; "
                   "make room and try again"), path);
  else if (code == ENOENT)
    g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND,
                 _("“%s” is not there; check the name"), path);
  else
    g_set_error (error, XB_ERROR, XB_ERROR_IO,
                 _("“%s” could not be read or written (%s); check its permissions and try again"),
                 path, g_strerror (code));
}

/**
 * xb_partial_new:
 * @folder: where to write; on the same file system as the place that it is for
 *
 * Returns: (transfer full) (nullable): an empty file, mode 0600; or %NULL with @error
 */
XbPartial *
xb_partial_new (const char *folder,
                GError    **error)
{
  g_autofree char *path = g_build_filename (folder, XB_STORE_PARTIAL "XXXXXX", NULL);
  int fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
  XbPartial *self;

  if (fd < 0)
    {
      xb_file_set_error (error, errno, folder);
      return NULL;
    }
  self = g_new0 (XbPartial, 1);
  self->path = g_steal_pointer (&path);
  self->folder = g_strdup (folder);
  self->fd = fd;
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  return self;
}

void
xb_partial_free (XbPartial *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    close (self->fd);
  if (!self->kept)
    g_unlink (self->path);
  g_checksum_free (self->checksum);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

gboolean
xb_partial_write (XbPartial  *self,
                  const void *data,
                  gsize       size,
                  GError    **error)
{
  const char *rest = data;

  g_checksum_update (self->checksum, data, size);
  self->size += size;
  while (size > 0)
    {
      gssize written = write (self->fd, rest, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        {
          xb_file_set_error (error, errno, self->folder);
          return FALSE;
        }
      rest += written;
      size -= written;
    }
  return TRUE;
}

/** xb_partial_finish: the bytes are on the disk, under the name of a file half written */
gboolean
xb_partial_finish (XbPartial *self,
                   GError   **error)
{
  int code = fsync (self->fd) == 0 ? 0 : errno;

  if (close (self->fd) != 0 && code == 0)
    code = errno;
  self->fd = -1;
  if (code != 0)
    xb_file_set_error (error, code, self->folder);
  return code == 0;
}

/**
 * xb_partial_keep:
 * @path: the name of the finished file; an older one is replaced at once
 *
 * Returns: whether the file is on the disk under its own name
 */
gboolean
xb_partial_keep (XbPartial  *self,
                 const char *path,
                 GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_return_val_if_fail (self->fd < 0, FALSE);

  if (g_rename (self->path, path) != 0)
    {
      xb_file_set_error (error, errno, path);
      return FALSE;
    }
  self->kept = TRUE;
  return xb_sync_folder (folder, error);
}

/** xb_partial_get_fd: Returns: the open file, for a library that writes by itself; -1 once finished */
int
xb_partial_get_fd (XbPartial *self)
{
  return self->fd;
}

const char *
xb_partial_get_path (XbPartial *self)
{
  return self->path;
}

/** xb_partial_get_sha256: Returns: of all that was written; call it after the last write */
const char *
xb_partial_get_sha256 (XbPartial *self)
{
  return g_checksum_get_string (self->checksum);
}

gint64
xb_partial_get_size (XbPartial *self)
{
  return self->size;
}
