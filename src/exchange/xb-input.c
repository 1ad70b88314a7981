/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "xb-error.h"
#include "xb-input.h"
#include "xb-quote.h"

#define CHUNK (256 * 1024)

static void
set_unreadable (GError    **error,
                const char *name,
                int         code)
{
  g_set_error (error, XB_ERROR, code == ENOENT ? XB_ERROR_NOT_FOUND : XB_ERROR_IO,
               _("“%s” cannot be read: %s. Check that it is still there and that you may open it."), name,
               g_strerror (code));
}

static gboolean
check_kind (const struct stat *info,
            const char        *name,
            gint64             limit,
            GError           **error)
{
  g_autofree char *size = NULL;
  g_autofree char *most = NULL;

  if (S_ISDIR (info->st_mode))
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("“%s” is a folder. Choose a photo, a scan or a PDF."), name);
      return FALSE;
    }
  if (!S_ISREG (info->st_mode))
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                   _("“%s” is a device or a pipe, not a file. Choose a photo, a scan or a PDF."), name);
      return FALSE;
    }
  if (info->st_size == 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                   _("“%s” is empty. Take the photo or the scan again and choose that."), name);
      return FALSE;
    }
  if (info->st_size <= limit)
    return TRUE;

  size = g_format_size_full (info->st_size, G_FORMAT_SIZE_IEC_UNITS);
  most = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
               _("“%s” is too large (%s; %s at most). Choose a smaller photo or scan, or a PDF of a few pages."), name,
               size, most);
  return FALSE;
}

/**
 * xb_input_read:
 * @path: a file of the user's
 * @limit: most bytes to take
 * @cancellable: (nullable): to stop early
 *
 * Reads an ordinary file whole. Folders, pipes, devices, empty and too large files are refused before
 * a byte of them is read. The answer is a snapshot: what is checked is what is used.
 *
 * Returns: (transfer full): the content, or %NULL with a sentence in @error
 */
GBytes *
xb_input_read (const char   *path,
               gint64        limit,
               GCancellable *cancellable,
               GError      **error)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = xb_quote_dup (base);
  g_autoptr(GByteArray) content = NULL;
  struct stat info;
  int fd;

  /* Looked at before it is opened: opening a device can already do something to it. */
  if (stat (path, &info) != 0)
    {
      set_unreadable (error, name, errno);
      return NULL;
    }
  if (!check_kind (&info, name, limit, error))
    return NULL;
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0 || fstat (fd, &info) != 0)
    {
      set_unreadable (error, name, errno);
      if (fd >= 0)
        close (fd);
      return NULL;
    }
  if (!check_kind (&info, name, limit, error))
    {
      close (fd);
      return NULL;
    }

  content = g_byte_array_sized_new (info.st_size);
  while (content->len < info.st_size) /* what is appended meanwhile is not read */
    {
      guint start = content->len;
      gsize wanted = MIN (CHUNK, info.st_size - start);
      gssize got;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          close (fd);
          return NULL;
        }
      g_byte_array_set_size (content, start + wanted);
      got = read (fd, content->data + start, wanted);
      if (got < 0 && errno != EINTR)
        {
          set_unreadable (error, name, errno);
          close (fd);
          return NULL;
        }
      g_byte_array_set_size (content, start + MAX (got, 0));
      if (got == 0)
        break;
    }
  close (fd);
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}
