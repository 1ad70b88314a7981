/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "xb-csv-writer.h"
#include "xb-output.h"
#include "xb-phone.h"

/* Writes CSV that Excel opens right: UTF-8 with its mark, CRLF. The file appears when it is whole. A first
 * failure is kept and reported at the end. */

#define FLUSH_AT (64 * 1024)

struct _XbCsvWriter
{
  char     *path;
  XbOutput *output;  /* (nullable): NULL when a pipe or a device is written directly */
  int       fd;      /* of that, or -1 */
  int       failure; /* errno of its first */
  GString  *pending;
  gboolean  in_row;
};

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
 * @path: where the file shall appear; one that is there is replaced when the new one is whole. A pipe or a
 *   device, such as /dev/stdout, is written as it is
 * @error: set to %XB_ERROR_IO
 *
 * Returns: (transfer full): a writer, or %NULL with @error
 */
XbCsvWriter *
xb_csv_writer_new (const char *path,
                   GError    **error)
{
  g_autoptr(XbCsvWriter) self = g_new0 (XbCsvWriter, 1);
  g_autofree char *target = NULL;
  struct stat there;

  g_return_val_if_fail (path != NULL, NULL);

  self->fd = -1;
  self->path = g_strdup (path);
  self->pending = g_string_new ("\xef\xbb\xbf");
  if (stat (path, &there) != 0 || S_ISREG (there.st_mode))
    {
      target = resolve (path);
      self->output = xb_output_new (target, error);
      return self->output != NULL ? g_steal_pointer (&self) : NULL;
    }
  self->fd = open (path, O_WRONLY | O_CLOEXEC); /* fails for a folder */
  if (self->fd >= 0)
    return g_steal_pointer (&self);
  xb_output_set_error (error, path, errno);
  return NULL;
}

/** xb_csv_writer_free: without xb_csv_writer_finish() before, nothing appears and an older file stays */
void
xb_csv_writer_free (XbCsvWriter *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_clear_pointer (&self->output, xb_output_free);
  if (self->pending != NULL)
    g_string_free (self->pending, TRUE);
  g_free (self->path);
  g_free (self);
}

static void
flush (XbCsvWriter *self)
{
  gsize done = 0;

  if (self->output != NULL)
    xb_output_write (self->output, self->pending->str, self->pending->len);
  while (self->fd >= 0 && self->failure == 0 && done < self->pending->len)
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
  flush (self);
  if (self->output != NULL)
    return xb_output_commit (self->output, NULL, error);
  if (close (self->fd) != 0 && self->failure == 0)
    self->failure = errno;
  self->fd = -1;
  if (self->failure != 0)
    xb_output_set_error (error, self->path, self->failure);
  return self->failure == 0;
}
