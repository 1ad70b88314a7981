/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-csv-cells.h"
#include "xb-csv-decoder.h"
#include "xb-csv-reader.h"
#include "xb-error.h"

/* Reads CSV (RFC 4180 and what Excel makes of it) row by row from a stream of any size in bounded memory.
 * A row is first looked for in the buffer, then cut into cells in place. */

#define PIECE (128 * 1024)

typedef enum
{
  START,  /* of a cell */
  PLAIN,  /* in a cell without quotes */
  QUOTED, /* inside quotes */
  CLOSED, /* behind the closing quote */
} State;

typedef enum
{
  FOUND,
  MORE,     /* the buffer ends within the row */
  TOO_LONG,
} Scan;

struct _XbCsvReader
{
  XbCsvDecoder *decoder;
  char         *buffer;     /* one byte longer than size, for a terminator */
  gsize         size;
  gsize         piece;      /* decoded at a time */
  gsize         begin;      /* of the row */
  gsize         at;         /* how far it has been scanned */
  gsize         end;        /* of what is decoded */
  gboolean      ended;      /* nothing more will be decoded */
  gboolean      sniffed;
  gboolean      after_cr;   /* a line feed that comes next belongs to the line before */
  State         state;
  gboolean      suspicious; /* the row holds bytes that want a look */
  guint         line;       /* on which the row begins */
  guint         breaks;     /* line breaks inside the row's quotes so far */
  gsize         quote;      /* where the last quote opened, from begin */
  guint         quote_line;
  char          delimiter;
  char         *cells[XB_CSV_COLUMNS_MOST];
  XbCsvRow      row;
};

/**
 * xb_csv_reader_new:
 * @stream: a CSV file: UTF-8, UTF-16 or GB18030 text with commas, semicolons or tabs
 *
 * Returns: (transfer full): a reader; the encoding and the delimiter are found out on the way
 */
XbCsvReader *
xb_csv_reader_new (GInputStream *stream)
{
  return xb_csv_reader_new_in_pieces (stream, PIECE);
}

/**
 * xb_csv_reader_new_in_pieces:
 * @piece: bytes to decode at a time, at least 16; what is read does not depend on it
 *
 * Returns: (transfer full): a reader as from xb_csv_reader_new()
 */
XbCsvReader *
xb_csv_reader_new_in_pieces (GInputStream *stream,
                             gsize         piece)
{
  XbCsvReader *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  self = g_new0 (XbCsvReader, 1);
  self->decoder = xb_csv_decoder_new (stream);
  self->piece = self->size = MAX (piece, 16);
  self->buffer = g_malloc (self->size + 1);
  self->line = 1;
  self->delimiter = ',';
  self->row.cells = self->cells;
  return self;
}

/** xb_csv_reader_new_for_file: Returns: (transfer full): a reader of @file, or %NULL with %XB_ERROR_IO */
XbCsvReader *
xb_csv_reader_new_for_file (GFile        *file,
                            GCancellable *cancellable,
                            GError      **error)
{
  g_autoptr(GError) wrong = NULL;
  g_autoptr(GFileInputStream) stream = g_file_read (file, cancellable, &wrong);

  if (stream != NULL)
    return xb_csv_reader_new (G_INPUT_STREAM (stream));
  if (xb_error_is_cancelled (wrong))
    g_propagate_error (error, g_steal_pointer (&wrong));
  else
    g_set_error (error, XB_ERROR, XB_ERROR_IO,
                 _("“%s” could not be opened (%s); choose another file"), g_file_peek_path (file), wrong->message);
  return NULL;
}

void
xb_csv_reader_free (XbCsvReader *self)
{
  xb_csv_decoder_free (self->decoder);
  g_clear_error (&self->row.problem);
  g_free (self->buffer);
  g_free (self);
}

/** xb_csv_reader_get_encoding: Returns: "UTF-8", "UTF-16LE", "UTF-16BE" or "GB18030", as far as known by now */
const char *
xb_csv_reader_get_encoding (XbCsvReader *self)
{
  return xb_csv_decoder_get_encoding (self->decoder);
}

/** xb_csv_reader_get_delimiter: Returns: what separates the cells; known from the first row on */
char
xb_csv_reader_get_delimiter (XbCsvReader *self)
{
  return self->delimiter;
}

/** xb_csv_reader_get_offset: Returns: bytes read from the stream so far, for a progress bar */
goffset
xb_csv_reader_get_offset (XbCsvReader *self)
{
  return xb_csv_decoder_get_offset (self->decoder);
}

/* Decodes another piece behind what there is, keeping the row that was begun. */
static gboolean
read_more (XbCsvReader  *self,
           GCancellable *cancellable,
           GError      **error)
{
  gssize n;

  memmove (self->buffer, self->buffer + self->begin, self->end - self->begin);
  self->at -= self->begin;
  self->end -= self->begin;
  self->begin = 0;
  if (self->size - self->end < self->piece)
    {
      self->size = MAX (self->size * 2, self->end + self->piece);
      self->buffer = g_realloc (self->buffer, self->size + 1);
    }
  n = xb_csv_decoder_read (self->decoder, self->buffer + self->end, self->piece, cancellable, error);
  if (n < 0)
    return FALSE;
  self->ended = n == 0;
  self->end += n;
  return TRUE;
}

/* Moves on over a cell that is not in quotes. */
static gsize
skip_plain (XbCsvReader *self,
            gsize        at,
            gsize        end)
{
  const char *text = self->buffer;
  char delimiter = self->delimiter;

  while (at < end && text[at] != delimiter && text[at] != '\n' && text[at] != '\r')
    self->suspicious |= (gint8) text[at++] <= 0; /* NUL or beyond ASCII */
  return at;
}

/* Moves on inside quotes to the next quote, counting lines. */
static gsize
skip_quoted (XbCsvReader *self,
             gsize        at,
             gsize        end)
{
  const char *text = self->buffer;

  for (; at < end && text[at] != '"'; at++)
    {
      self->suspicious |= (gint8) text[at] <= 0;
      if (text[at] == '\r' || (text[at] == '\n' && text[at - 1] != '\r'))
        self->breaks++;
    }
  return at;
}

/* Is the quote that was reached the last byte of the file? */
static gboolean
is_last_quote (XbCsvReader *self)
{
  return self->ended && self->at + 1 == self->end && self->at - self->begin < XB_CSV_ROW_MOST;
}

/* Looks for the end of the row from where it stopped last. A quote opens a cell only at its start. */
static Scan
scan (XbCsvReader *self)
{
  gsize end = MIN (self->end, self->begin + XB_CSV_ROW_MOST + 1);
  const char *text = self->buffer;

  while (self->at < end)
    {
      char c = text[self->at];

      if (self->state == QUOTED)
        {
          self->at = skip_quoted (self, self->at, end);
          if (self->at + 1 >= end && !is_last_quote (self))
            break; /* what follows the quote decides what it is */
          if (self->at + 1 < end && text[self->at + 1] == '"')
            self->at += 2;
          else
            {
              self->at++;
              self->state = CLOSED;
            }
        }
      else if (c == '\n' || c == '\r')
        return FOUND;
      else if (c == self->delimiter)
        {
          self->at++;
          self->state = START;
        }
      else if (c == '"' && self->state == START)
        {
          self->quote = self->at++ - self->begin;
          self->quote_line = self->line + self->breaks;
          self->state = QUOTED;
        }
      else
        {
          self->at = skip_plain (self, self->at, end);
          self->state = self->state == START ? PLAIN : self->state;
        }
    }
  if (self->at - self->begin > XB_CSV_ROW_MOST || self->end - self->begin > XB_CSV_ROW_MOST)
    return TOO_LONG;
  return self->ended && self->state != QUOTED ? FOUND : MORE;
}

static void
start_row (XbCsvReader *self,
           gsize        begin,
           guint        line)
{
  self->begin = self->at = begin;
  self->line = line;
  self->state = START;
  self->breaks = 0;
  self->suspicious = FALSE;
}

/* The row that ends at @at is done: goes behind its line break. */
static void
finish_row (XbCsvReader *self)
{
  gboolean broken = self->at < self->end;

  start_row (self, self->at + broken, self->line + self->breaks + broken);
}

/* Gives up the row up to the first line break from @at on, which may not be decoded yet. */
static gboolean
skip_line (XbCsvReader  *self,
           gsize         at,
           GCancellable *cancellable,
           GError      **error)
{
  self->at = at;
  for (;;)
    {
      while (self->at < self->end && self->buffer[self->at] != '\n' && self->buffer[self->at] != '\r')
        self->at++;
      if (self->at < self->end || self->ended)
        break;
      self->begin = self->at; /* forgets it */
      if (!read_more (self, cancellable, error))
        return FALSE;
    }
  self->breaks = 0;
  self->after_cr = self->at < self->end && self->buffer[self->at] == '\r';
  finish_row (self);
  return TRUE;
}

static void
report (XbCsvReader *self,
        guint        line,
        GError      *problem)
{
  self->row.n_cells = 0;
  self->row.line = line;
  self->row.problem = problem;
}

/* A quote that never closes, or not within a row's most, swallows all that follows: only its own line is given
 * up, and reading goes on behind that. */
static gboolean
give_up (XbCsvReader  *self,
         GCancellable *cancellable,
         GError      **error)
{
  if (self->state != QUOTED)
    {
      report (self, self->line,
              g_error_new (XB_ERROR, XB_ERROR_INVALID, _("The row is longer than 1 MiB; it was left out")));
      return skip_line (self, self->at, cancellable, error);
    }
  report (self, self->quote_line,
          g_error_new (XB_ERROR, XB_ERROR_INVALID,
                       _("A quote opens here and is never closed; close it, or take it out")));
  self->line = self->quote_line;
  return skip_line (self, self->begin + self->quote, cancellable, error);
}

/* Cuts the row that was found into cells. Returns FALSE for a row without anything in it. */
static gboolean
cut_row (XbCsvReader *self)
{
  char *at = self->buffer + self->begin;
  char *end = self->buffer + self->at;
  gboolean empty = TRUE;
  guint n = 0;

  if (self->suspicious && !g_utf8_validate_len (at, (gsize) (end - at), NULL))
    {
      report (self, self->line,
              g_error_new (XB_ERROR, XB_ERROR_INVALID,
                           _("The row holds damaged characters (no %s text); type them anew"),
                           xb_csv_reader_get_encoding (self)));
      return TRUE;
    }
  for (;;)
    {
      char *stop = xb_csv_cell_end (at, end, self->delimiter);
      gboolean last = stop == end;

      if (n == XB_CSV_COLUMNS_MOST)
        {
          report (self, self->line,
                  g_error_new (XB_ERROR, XB_ERROR_INVALID,
                               _("The row has more than %d columns; is this the right file?"), XB_CSV_COLUMNS_MOST));
          return TRUE;
        }
      self->cells[n] = xb_csv_unquote (at, stop);
      empty &= self->cells[n][0] == '\0';
      n++;
      if (last)
        break;
      at = stop + 1;
    }
  self->row.n_cells = n;
  self->row.line = self->line;
  return !empty;
}

/**
 * xb_csv_reader_next:
 * @row: (out) (transfer none): the next row that is not empty, until the next call
 * @error: set to %XB_ERROR_INVALID when the file is no text that can be read, or to %XB_ERROR_IO
 *
 * A row that cannot be used comes with a problem in it and reading goes on; it is not an error.
 *
 * Returns: whether there was a row; %FALSE without @error at the end of the file
 */
gboolean
xb_csv_reader_next (XbCsvReader     *self,
                    const XbCsvRow **row,
                    GCancellable    *cancellable,
                    GError         **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (row != NULL, FALSE);

  *row = &self->row;
  g_clear_error (&self->row.problem);
  for (;;)
    {
      Scan found;
      gboolean full;

      if (!self->sniffed || (self->begin == self->end && !self->ended))
        {
          if (!self->ended && !read_more (self, cancellable, error))
            return FALSE;
          if (!self->sniffed && !self->ended && self->end < PIECE)
            continue; /* the first line is wanted whole */
          if (!self->sniffed)
            self->begin = xb_csv_sniff (self->buffer, MIN (self->end, PIECE), &self->delimiter);
          self->at = self->begin;
          self->sniffed = TRUE;
        }
      if (self->begin == self->end)
        return FALSE;
      if (self->after_cr && self->buffer[self->begin] == '\n')
        start_row (self, self->begin + 1, self->line);
      self->after_cr = FALSE;

      found = scan (self);
      if (found == MORE && !self->ended)
        {
          if (!read_more (self, cancellable, error))
            return FALSE;
          continue;
        }
      if (found != FOUND)
        return give_up (self, cancellable, error);
      self->after_cr = self->at < self->end && self->buffer[self->at] == '\r';
      full = cut_row (self); /* ends the last cell where the line break was */
      finish_row (self);
      if (full)
        return TRUE;
    }
}
