/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-picture.h"

/* The outer shape of picture files. gdk-pixbuf shows what it can of a picture that breaks off and calls
 * that success, so the end is looked for here: a licence whose lower half is grey must not be stored. */

typedef struct
{
  const guint8 *data;
  gsize         size;
} Span;

static guint
get16 (const guint8 *at,
       gboolean      big)
{
  return big ? at[0] << 8 | at[1] : at[1] << 8 | at[0];
}

static guint32
get32 (const guint8 *at,
       gboolean      big)
{
  return big ? (guint32) get16 (at, TRUE) << 16 | get16 (at + 2, TRUE)
             : (guint32) get16 (at + 2, FALSE) << 16 | get16 (at, FALSE);
}

/* ITU-T T.81, annex B: segments with a length, entropy-coded data between, EOI at the end. Bytes after
 * it are allowed: phones append previews there. */
static gboolean
jpeg_is_complete (Span span)
{
  gboolean scan = FALSE;
  gsize at = 2;

  while (at + 1 < span.size)
    {
      guint marker = span.data[at + 1];

      if (span.data[at] != 0xff || marker == 0xff)
        at++;
      else if (marker == 0xd9)
        return scan;
      else if (marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8))
        at += 2;
      else if (at + 3 >= span.size || get16 (span.data + at + 2, TRUE) < 2)
        return FALSE;
      else
        {
          scan = scan || marker == 0xda;
          at += 2 + get16 (span.data + at + 2, TRUE);
        }
    }
  return FALSE;
}

/* PNG 1.2, section 3: chunks of length, type, data, CRC; the last is IEND. */
static gboolean
png_is_complete (Span span)
{
  gboolean data = FALSE;
  gsize at = 8;

  while (at + 12 <= span.size)
    {
      gsize length = get32 (span.data + at, TRUE);

      if (length > span.size - at - 12)
        return FALSE;
      if (memcmp (span.data + at + 4, "IEND", 4) == 0)
        return data;
      data = data || memcmp (span.data + at + 4, "IDAT", 4) == 0;
      at += 12 + length;
    }
  return FALSE;
}

static gboolean
skip_gif_blocks (Span   span,
                 gsize *at)
{
  while (*at < span.size && span.data[*at] != 0)
    *at += 1 + span.data[*at];
  return (*at)++ < span.size;
}

static gsize
gif_table_size (guint flags)
{
  return flags & 0x80 ? 3 << ((flags & 7) + 1) : 0;
}

/* GIF89a: a trailer after the last block; one picture is enough here. */
static gboolean
gif_is_complete (Span span)
{
  gboolean picture = FALSE;
  gsize at = 13;

  if (span.size <= at)
    return FALSE;
  at += gif_table_size (span.data[10]);
  while (at + 1 < span.size || (at < span.size && span.data[at] == 0x3b))
    {
      if (span.data[at] == 0x3b)
        return picture;
      if (span.data[at] == 0x21)
        at += 2;
      else if (span.data[at] == 0x2c && at + 10 < span.size)
        {
          picture = TRUE;
          at += 11 + gif_table_size (span.data[at + 9]);
        }
      else
        return FALSE;
      if (!skip_gif_blocks (span, &at))
        return FALSE;
    }
  return FALSE;
}

/* BMP: the offset of the rows and, where they are not packed, their size. */
static gboolean
bmp_is_complete (Span span)
{
  gint64 width, height, bits, start;

  if (span.size < 54 || get32 (span.data + 14, FALSE) < 40)
    return span.size >= 26; /* the OS/2 header of 1987: left to the decoder */
  start = get32 (span.data + 10, FALSE);
  width = (gint32) get32 (span.data + 18, FALSE);
  height = ABS ((gint64) (gint32) get32 (span.data + 22, FALSE));
  bits = get16 (span.data + 28, FALSE);
  switch (get32 (span.data + 30, FALSE))
    {
    case 0: /* plain */
    case 3: /* plain with masks */
    case 6:
      return width > 0 && bits <= 32 && height <= G_MAXINT64 / (width * 8) &&
             start + (width * bits + 31) / 32 * 4 * height <= (gint64) span.size;
    default:
      return start + get32 (span.data + 34, FALSE) <= (gint64) span.size;
    }
}

static gboolean
webp_is_complete (Span span)
{
  return (gsize) get32 (span.data + 4, FALSE) + 8 <= span.size;
}

static Span
span_of (GBytes *bytes)
{
  Span span = { NULL, 0 };

  span.data = g_bytes_get_data (bytes, &span.size);
  return span;
}

/**
 * xb_picture_is_complete:
 * @bytes: the content
 * @media_type: what xb_picture_sniff() said
 *
 * Returns: whether the file has its end; says nothing of what is between
 */
gboolean
xb_picture_is_complete (GBytes     *bytes,
                        const char *media_type)
{
  Span span = span_of (bytes);

  if (g_str_equal (media_type, "image/jpeg"))
    return jpeg_is_complete (span);
  if (g_str_equal (media_type, "image/png"))
    return png_is_complete (span);
  if (g_str_equal (media_type, "image/gif"))
    return gif_is_complete (span);
  if (g_str_equal (media_type, "image/bmp"))
    return bmp_is_complete (span);
  if (g_str_equal (media_type, "image/webp"))
    return webp_is_complete (span);
  return TRUE; /* TIFF: the decoder refuses what is not whole */
}

/**
 * xb_picture_is_several:
 * @bytes: the content
 * @media_type: what xb_picture_sniff() said
 *
 * Returns: whether it is a TIFF of more than one page: only the first would be seen, and copied
 */
gboolean
xb_picture_is_several (GBytes     *bytes,
                       const char *media_type)
{
  Span span = span_of (bytes);
  gboolean big;
  gsize first, next;

  if (!g_str_equal (media_type, "image/tiff") || span.size < 8)
    return FALSE;
  big = span.data[0] == 'M';
  first = get32 (span.data + 4, big);
  if (first > span.size - 2)
    return FALSE;
  next = first + 2 + 12 * get16 (span.data + first, big);
  return next + 4 <= span.size && get32 (span.data + next, big) != 0;
}

/**
 * xb_picture_sniff:
 * @bytes: the content
 *
 * Returns: (nullable): the media type by content, never by name; %NULL: none of the pictures we take
 */
const char *
xb_picture_sniff (GBytes *bytes)
{
  static const struct { const char *magic; gsize length; const char *media_type; } kinds[] = {
    { "\xff\xd8\xff", 3, "image/jpeg" },
    { "\x89PNG\r\n\x1a\n", 8, "image/png" },
    { "GIF87a", 6, "image/gif" },
    { "GIF89a", 6, "image/gif" },
    { "II*\0", 4, "image/tiff" },
    { "MM\0*", 4, "image/tiff" },
  };
  Span span = span_of (bytes);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (span.size >= kinds[i].length && memcmp (span.data, kinds[i].magic, kinds[i].length) == 0)
      return kinds[i].media_type;
  if (span.size >= 16 && memcmp (span.data, "RIFF", 4) == 0 && memcmp (span.data + 8, "WEBP", 4) == 0)
    return "image/webp";
  /* "BM" alone also begins many a text: the size of the second header tells. */
  if (span.size >= 26 && memcmp (span.data, "BM", 2) == 0 && get32 (span.data + 14, FALSE) >= 12 &&
      get32 (span.data + 14, FALSE) <= 124)
    return "image/bmp";
  return NULL;
}

/** xb_picture_extension: Returns: (nullable): the usual end of a file name, without the dot */
const char *
xb_picture_extension (const char *media_type)
{
  static const char *const pairs[][2] = {
    { "image/jpeg", "jpg" }, { "image/png", "png" },   { "image/gif", "gif" },
    { "image/tiff", "tif" }, { "image/webp", "webp" }, { "image/bmp", "bmp" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_str_equal (media_type, pairs[i][0]))
      return pairs[i][1];
  return NULL;
}
