/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "xb-csv-decoder.h"
#include "xb-error.h"

/* Turns a stream of unknown encoding into UTF-8. In China a text file is UTF-8 with or without a mark,
 * UTF-16 with a mark (Excel's "Unicode text"), or GB18030, which includes GBK and GB2312. Plain ASCII is
 * passed on until the first other byte: from there on a sample decides. */

#define RAW_SIZE (64 * 1024)
#define DAMAGED '\xff' /* in no UTF-8 text: marks a place that could not be decoded */

typedef enum
{
  UNKNOWN, /* nothing read yet */
  ASCII,
  UTF8,
  UTF16LE,
  UTF16BE,
  GB18030,
} Encoding;

struct _XbCsvDecoder
{
  GInputStream *stream;
  Encoding      encoding;
  GIConv        converter; /* or (GIConv) -1 */
  guint8        raw[RAW_SIZE];
  gsize         begin;     /* of what is not yet decoded */
  gsize         end;
  gboolean      ended;     /* the stream has */
  goffset       offset;    /* bytes taken from the stream */
};

/** xb_csv_decoder_new: Returns: (transfer full): a decoder that reads @stream (kept alive) */
XbCsvDecoder *
xb_csv_decoder_new (GInputStream *stream)
{
  XbCsvDecoder *self = g_new0 (XbCsvDecoder, 1);

  self->stream = g_object_ref (stream);
  self->converter = (GIConv) -1;
  return self;
}

void
xb_csv_decoder_free (XbCsvDecoder *self)
{
  if (self->converter != (GIConv) -1)
    g_iconv_close (self->converter);
  g_object_unref (self->stream);
  g_free (self);
}

/** xb_csv_decoder_get_encoding: Returns: the name of the encoding, as far as it is known by now */
const char *
xb_csv_decoder_get_encoding (XbCsvDecoder *self)
{
  switch (self->encoding)
    {
    case UTF16LE:
      return "UTF-16LE";
    case UTF16BE:
      return "UTF-16BE";
    case GB18030:
      return "GB18030";
    case UNKNOWN:
    case ASCII:
    case UTF8:
    default:
      return "UTF-8";
    }
}

/** xb_csv_decoder_get_offset: Returns: bytes read from the stream so far, for a progress bar */
goffset
xb_csv_decoder_get_offset (XbCsvDecoder *self)
{
  return self->offset;
}

/* Fills the raw buffer, unless the stream ends. */
static gboolean
fill (XbCsvDecoder *self,
      GCancellable *cancellable,
      GError      **error)
{
  memmove (self->raw, self->raw + self->begin, self->end - self->begin);
  self->end -= self->begin;
  self->begin = 0;
  while (!self->ended && self->end < RAW_SIZE)
    {
      g_autoptr(GError) wrong = NULL;
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error)) /* not every stream looks */
        return FALSE;
      n = g_input_stream_read (self->stream, self->raw + self->end, RAW_SIZE - self->end, cancellable, &wrong);
      if (n < 0 && xb_error_is_cancelled (wrong))
        {
          g_propagate_error (error, g_steal_pointer (&wrong));
          return FALSE;
        }
      if (n < 0)
        {
          g_set_error (error, XB_ERROR, XB_ERROR_IO,
                       _("The file could not be read to its end (%s); copy it to this computer and try again"),
                       wrong->message);
          return FALSE;
        }
      self->ended = n == 0;
      self->end += n;
      self->offset += n;
    }
  return TRUE;
}

/* Length of the UTF-8 sequence of several bytes at @at: 0 for none, -1 for one that is cut off at @end. */
static int
utf8_length (const guint8 *at,
             const guint8 *end)
{
  gunichar c = g_utf8_get_char_validated ((const char *) at, end - at);

  if (c == (gunichar) -2)
    return -1;
  return c == (gunichar) -1 ? 0 : g_unichar_to_utf8 (c, NULL);
}

/* The same for GB18030. */
static int
gb_length (const guint8 *at,
           const guint8 *end)
{
  if (*at == 0x80 || *at == 0xff)
    return 0;
  if (end - at < 2)
    return -1;
  if ((at[1] >= 0x40 && at[1] <= 0x7e) || (at[1] >= 0x80 && at[1] <= 0xfe))
    return 2;
  if (at[1] < 0x30 || at[1] > 0x39)
    return 0;
  if (end - at < 4)
    return -1;
  return at[2] >= 0x81 && at[2] <= 0xfe && at[3] >= 0x30 && at[3] <= 0x39 ? 4 : 0;
}

typedef struct
{
  guint two, more; /* whole characters of two bytes, of more */
  guint bad;       /* bytes that begin none */
  guint odd;       /* pairs outside GB2312 */
} Score;

static Score
score (const guint8 *at,
       const guint8 *end,
       int         (*length) (const guint8 *, const guint8 *))
{
  Score result = { 0, 0, 0, 0 };

  while (at < end)
    {
      int n = *at < 0x80 ? 1 : length (at, end);

      if (n < 0)
        break; /* cut off by the end of the sample */
      if (*at >= 0x80)
        {
          result.two += n == 2;
          result.more += n > 2;
          result.bad += n == 0;
          result.odd += n == 2 && at[1] < 0xa1;
        }
      at += MAX (n, 1);
    }
  return result;
}

/* UTF-8 is hard to hit by chance with three bytes; with two it is not (GB2312 "模" reads as "ģ"), and Chinese
 * never has two. A few damaged places do not change the verdict: those rows are reported. */
static Encoding
guess (const guint8 *at,
       const guint8 *end)
{
  Score utf8 = score (at, end, utf8_length);
  Score gb = score (at, end, gb_length);

  if (utf8.bad == 0)
    return utf8.more == 0 && utf8.two > 0 && utf8.odd == 0 && gb.bad == 0 ? GB18030 : UTF8;
  if (utf8.more > utf8.bad)
    return UTF8;
  return gb.two + gb.more > 8 * gb.bad ? GB18030 : UNKNOWN;
}

static gboolean
open_converter (XbCsvDecoder *self,
                GError      **error)
{
  if (self->encoding < UTF16LE)
    return TRUE;
  self->converter = g_iconv_open ("UTF-8", xb_csv_decoder_get_encoding (self));
  if (self->converter != (GIConv) -1)
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_IO,
               _("This computer cannot read %s text; save the file as UTF-8"), xb_csv_decoder_get_encoding (self));
  return FALSE;
}

static gboolean
starts_with (XbCsvDecoder *self,
             const char   *mark,
             gsize         length)
{
  return self->end - self->begin >= length && memcmp (self->raw + self->begin, mark, length) == 0;
}

/* What the first bytes tell: a byte order mark, or that it is no text at all. */
static gboolean
look_at_start (XbCsvDecoder *self,
               GError      **error)
{
  if (starts_with (self, "\xef\xbb\xbf", 3))
    {
      self->encoding = UTF8;
      self->begin += 3;
    }
  else if (starts_with (self, "\xff\xfe", 2) || starts_with (self, "\xfe\xff", 2))
    {
      self->encoding = self->raw[0] == 0xff ? UTF16LE : UTF16BE;
      self->begin += 2;
    }
  else if (starts_with (self, "PK\3\4", 4) || starts_with (self, "\xd0\xcf\x11\xe0", 4))
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                   _("This is an Excel workbook, not a CSV file; open it in Excel and save it as “CSV UTF-8”"));
      return FALSE;
    }
  else if (memchr (self->raw + self->begin, '\0', self->end - self->begin) != NULL)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                   _("This is no text file; choose a CSV file"));
      return FALSE;
    }
  else
    self->encoding = ASCII;
  return open_converter (self, error);
}

static gsize
copy (XbCsvDecoder *self,
      char         *out,
      gsize         size)
{
  gsize n = MIN (size, self->end - self->begin);

  if (self->encoding == ASCII)
    for (gsize i = 0; i < n; i++)
      if (self->raw[self->begin + i] >= 0x80)
        n = i;
  memcpy (out, self->raw + self->begin, n);
  self->begin += n;
  return n;
}

/* Decodes what fits. A place that cannot be decoded becomes one byte that makes its row invalid. */
static gsize
convert (XbCsvDecoder *self,
         char         *out,
         gsize         size)
{
  gsize unit = self->encoding == GB18030 ? 1 : 2;
  char *at = (char *) self->raw + self->begin;
  gsize left = self->end - self->begin;
  char *to = out;
  gsize room = size;

  while (left > 0)
    {
      if (g_iconv (self->converter, &at, &left, &to, &room) != (gsize) -1 || left == 0)
        break;
      if (errno == E2BIG || room == 0 || (errno == EINVAL && !self->ended))
        break;
      *to++ = DAMAGED;
      room--;
      at += MIN (unit, left);
      left -= MIN (unit, left);
    }
  self->begin = self->end - left;
  return size - room;
}

/**
 * xb_csv_decoder_read:
 * @out: (out caller-allocates): room for @size bytes
 * @size: at least 16
 * @error: set to %XB_ERROR_INVALID when the stream is no text in a known encoding, or to %XB_ERROR_IO
 *
 * Returns: how many bytes of UTF-8 were written to @out, 0 at the end, -1 with @error. A byte 0xff stands where
 *   something could not be decoded; UTF-8 itself is passed on as it is, not checked
 */
gssize
xb_csv_decoder_read (XbCsvDecoder *self,
                     char         *out,
                     gsize         size,
                     GCancellable *cancellable,
                     GError      **error)
{
  for (;;)
    {
      gboolean low = self->end - self->begin < 4 || self->encoding == ASCII;
      gsize n;

      if (low && !self->ended && !fill (self, cancellable, error))
        return -1;
      if (self->encoding == UNKNOWN && !look_at_start (self, error))
        return -1;
      if (self->begin == self->end)
        return 0;
      if (self->encoding == ASCII && self->raw[self->begin] >= 0x80)
        {
          if (!fill (self, cancellable, error))
            return -1;
          self->encoding = guess (self->raw + self->begin, self->raw + self->end);
          if (self->encoding == UNKNOWN)
            {
              g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                           _("The text is neither UTF-8 nor GB18030; save the file as “CSV UTF-8” and try again"));
              return -1;
            }
          if (!open_converter (self, error))
            return -1;
        }
      n = self->encoding >= UTF16LE ? convert (self, out, size) : copy (self, out, size);
      if (n > 0)
        return n;
    }
}
