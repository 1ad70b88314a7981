/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "xb-error.h"
#include "xb-output.h"
#include "xb-quote.h"

/* A file that is there whole or not at all: written under a temporary name beside the target, readable
 * by its owner alone, flushed to the disk, then renamed. */
struct _XbOutput
{
  char      *path;
  char      *temporary; /* (nullable): gone once it has its own name */
  int        fd;
  int        code;      /* errno of the first failure; writers of cairo and libarchive only pass FALSE on */
  GChecksum *checksum;
};

/**
 * xb_output_set_error:
 * @error: (out) (optional): where the sentence goes
 * @path: what was to be written
 * @code: errno
 */
void
xb_output_set_error (GError    **error,
                     const char *path,
                     int         code)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = xb_quote_dup (base);

  if (code == ENOSPC || code == EDQUOT || code == EFBIG)
    g_set_error (error, XB_ERROR, XB_ERROR_IO,
                 _("There is no room left for “%s”. Free some space or choose another place; nothing was changed."),
                 name);
  else if (code == EACCES || code == EPERM || code == EROFS)
    g_set_error (error, XB_ERROR, XB_ERROR_IO,
                 _("“%s” cannot be written: you may not write there. Choose another folder."), name);
  else if (code == ENOENT || code == ENOTDIR)
    g_set_error (error, XB_ERROR, XB_ERROR_IO,
                 _("“%s” cannot be written: its folder is not there. Choose another folder."), name);
  else
    g_set_error (error, XB_ERROR, XB_ERROR_IO, _("“%s” cannot be written: %s. Choose another place."), name,
                 g_strerror (code));
}

/**
 * xb_output_new:
 * @path: where the file will be; a file of that name is replaced at the end
 *
 * Returns: (transfer full): the file to write to, or %NULL with @error
 */
XbOutput *
xb_output_new (const char *path,
               GError    **error)
{
  g_autoptr(XbOutput) self = g_new0 (XbOutput, 1);
  g_autofree char *folder = g_path_get_dirname (path);

  self->fd = -1;
  self->path = g_strdup (path);
  self->temporary = g_build_filename (folder, ".xinbiao-XXXXXX", NULL);
  self->fd = g_mkstemp_full (self->temporary, O_RDWR | O_CLOEXEC, 0600);
  if (self->fd < 0)
    {
      xb_output_set_error (error, path, errno);
      g_clear_pointer (&self->temporary, g_free);
      return NULL;
    }
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  return g_steal_pointer (&self);
}

/** xb_output_write: Returns: FALSE when it failed; xb_output_failed() says why */
gboolean
xb_output_write (XbOutput      *self,
                 gconstpointer  data,
                 gsize          length)
{
  const guint8 *bytes = data;

  g_checksum_update (self->checksum, data, length);
  while (self->code == 0 && length > 0)
    {
      gssize done = write (self->fd, bytes, length);

      if (done > 0)
        {
          bytes += done;
          length -= done;
        }
      else if (done == 0 || errno != EINTR)
        self->code = done == 0 ? ENOSPC : errno;
    }
  return self->code == 0;
}

/** xb_output_failed: Returns: whether a write failed, with its sentence in @error */
gboolean
xb_output_failed (XbOutput *self,
                  GError  **error)
{
  if (self->code != 0)
    xb_output_set_error (error, self->path, self->code);
  return self->code != 0;
}

/**
 * xb_output_sync_folder:
 * @path: a folder
 *
 * Makes the names in a folder survive a power cut, where the file system can; all else was done before.
 */
void
xb_output_sync_folder (const char *path)
{
  int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  (void) fsync (fd);
  close (fd);
}

/**
 * xb_output_commit:
 * @sha256: (out) (optional): the checksum of what was written
 *
 * Gives the file its name. Returns: FALSE with @error, and nothing left behind, when it cannot be
 */
gboolean
xb_output_commit (XbOutput *self,
                  char    **sha256,
                  GError  **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (self->code == 0 && fsync (self->fd) != 0 && errno != EINVAL)
    self->code = errno;
  if (close (self->fd) != 0 && self->code == 0)
    self->code = errno;
  self->fd = -1;
  if (self->code == 0 && g_rename (self->temporary, self->path) != 0)
    self->code = errno;
  if (xb_output_failed (self, error))
    return FALSE;
  g_clear_pointer (&self->temporary, g_free);
  if (sha256 != NULL)
    *sha256 = g_strdup (g_checksum_get_string (self->checksum));
  xb_output_sync_folder (folder);
  return TRUE;
}

void
xb_output_free (XbOutput *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_clear_pointer (&self->checksum, g_checksum_free);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}
