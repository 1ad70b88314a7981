/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "xb-csv-writer.h"
#include "xb-error.h"
#include "xb-phone.h"

/* Writes CSV that Excel opens right: UTF-8 with its mark, CRLF. The file appears when it is whole: it is written
 * beside its place and moved there. A first failure is kept and reported at the end. */

#define FLUSH_AT (64 * 1024)

struct _XbCsvWriter
{
  char    *path;      /* what the caller named, for messages */
  char    *target;    /* the file itself, links followed */
  char    *temporary; /* (nullable): NULL when a device or a pipe is written directly */
  int      fd;
  GString *pending;
  gboolean in_row;
  int      failure;   /* errno of the first */
};

static void
set_failure (GError    **error,
             const char *path,
             int         code)
{
  g_set_error (error, XB_ERROR, XB_ERROR_IO,
               _("“%s” could not be written (%s); choose another place or make room there"), path, g_strerror (code));
}

/* Follows links, so that one that points at the file stays one. */
static char *
resolve (const char *path)
{
  char *real = realpath (path, NULL);
  char *target = g_strdup (real != NULL ? real : path);

  free (real); /* realpath's */
  return target;
}

/**
 * xb_csv_writer_new:
 * @path: where the file shall appear; one that is there is replaced when the new one is whole
 * @error: set to %XB_ERROR_IO
 *
 * Returns: (transfer full): a writer, or %NULL with @error
 */
XbCsvWriter *
xb_csv_writer_new (const char *path,
                   GError    **error)
{
  g_autoptr(XbCsvWriter) self = g_new0 (XbCsvWriter, 1);
  struct stat there = { 0 };

  g_return_val_if_fail (path != NULL, NULL);

  self->path = g_strdup (path);
  self->target = resolve (path);
  self->pending = g_string_new ("\xef\xbb\xbf");
  self->fd = -1;
  if (stat (self->target, &there) == 0 && !S_ISREG (there.st_mode))
    self->fd = open (self->target, O_WRONLY | O_CLOEXEC); /* fails for a folder */
  else
    {
      g_autofree char *folder = g_path_get_dirname (self->target);

      self->temporary = g_build_filename (folder, ".xinbiao-XXXXXX", NULL);
      self->fd = g_mkstemp_full (self->temporary, O_WRONLY | O_CLOEXEC, 0666); /* less the umask */
    }
  if (self->fd < 0)
    {
      set_failure (error, path, errno);
      g_clear_pointer (&self->temporary, g_free);
      return NULL;
    }
  if (self->temporary != NULL && there.st_mode != 0)
    (void) fchmod (self->fd, there.st_mode & 0777); /* who may read it stays as it was */
  return g_steal_pointer (&self);
}

/** xb_csv_writer_free: without xb_csv_writer_finish() before, nothing appears and an older file stays */
void
xb_csv_writer_free (XbCsvWriter *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  if (self->pending != NULL)
    g_string_free (self->pending, TRUE);
  g_free (self->temporary);
  g_free (self->target);
  g_free (self->path);
  g_free (self);
}

static void
flush (XbCsvWriter *self)
{
  gsize done = 0;

  while (self->failure == 0 && done < self->pending->len)
    {
      gssize n = write (self->fd, self->pending->str + done, self->pending->len - done);

      if (n >= 0)
        done += n;
      else if (errno != EINTR)
        self->failure = errno;
    }
  g_string_truncate (self->pending, 0);
}

static gboolean
is_plain_amount (const char *cell)
{
  cell += *cell == '-';
  cell += strspn (cell, "0123456789");
  if (*cell == '.')
    cell += 1 + strspn (cell + 1, "0123456789");
  return *cell == '\0';
}

/* Spreadsheets run what begins so as a formula. Telephone numbers and sums only look like it. */
static gboolean
is_formula (const char *cell)
{
  XbPhone phone;
  gboolean marked = *cell == '\'';

  cell += strspn (cell, "'"); /* one that looks marked already is marked once more, to read back the same */
  switch (*cell)
    {
    case '=': case '@': case '\t': case '\r': case '\n':
      return TRUE;
    case '-':
      return marked || !is_plain_amount (cell);
    case '+':
      return marked || !xb_phone_parse (cell, &phone, NULL);
    default:
      return FALSE;
    }
}

/**
 * xb_csv_writer_add:
 * @cell: (nullable): UTF-8; %NULL is an empty cell
 *
 * Adds a cell to the row. One that a spreadsheet would run as a formula gets an apostrophe before it, which
 * xb_csv_reader_next() takes off again.
 */
void
xb_csv_writer_add (XbCsvWriter *self,
                   const char  *cell)
{
  GString *out = self->pending;

  if (self->in_row)
    g_string_append_c (out, ',');
  self->in_row = TRUE;
  if (cell == NULL)
    return;
  if (!is_formula (cell) && cell[strcspn (cell, "\",\r\n;\t")] == '\0')
    {
      g_string_append (out, cell);
      return;
    }
  g_string_append_c (out, '"');
  if (is_formula (cell))
    g_string_append_c (out, '\'');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *cell);
    }
  g_string_append_c (out, '"');
}

void
xb_csv_writer_end_row (XbCsvWriter *self)
{
  g_string_append (self->pending, "\r\n");
  self->in_row = FALSE;
  if (self->pending->len >= FLUSH_AT)
    flush (self);
}

/* The new name must outlast a power cut too. */
static void
sync_folder (const char *target)
{
  g_autofree char *folder = g_path_get_dirname (target);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return; /* the file itself is safe */
  (void) fsync (fd);
  close (fd);
}

/**
 * xb_csv_writer_finish:
 * @error: set to %XB_ERROR_IO; nothing has appeared then, and an older file is as it was
 *
 * Writes what is left and lets the file appear. Once only.
 *
 * Returns: whether all was written
 */
gboolean
xb_csv_writer_finish (XbCsvWriter *self,
                      GError     **error)
{
  g_return_val_if_fail (self->fd >= 0, FALSE);

  flush (self);
  if (self->failure == 0 && self->temporary != NULL && fsync (self->fd) != 0)
    self->failure = errno;
  if (close (self->fd) != 0 && self->failure == 0)
    self->failure = errno;
  self->fd = -1;
  if (self->failure == 0 && self->temporary != NULL && g_rename (self->temporary, self->target) != 0)
    self->failure = errno;
  if (self->failure != 0)
    {
      set_failure (error, self->path, self->failure);
      return FALSE;
    }
  if (self->temporary != NULL)
    sync_folder (self->target);
  g_clear_pointer (&self->temporary, g_free);
  return TRUE;
}
