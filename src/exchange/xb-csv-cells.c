/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-csv-cells.h"

/* The parts of reading CSV that look at text in memory alone. */

/* The delimiter is the most frequent candidate outside quotes on the first line that has text; Excel may also
 * say it: "sep=;". Returns how much of the text is no data. */
gsize
xb_csv_sniff (const char *text,
              gsize       length,
              char       *delimiter)
{
  static const char candidates[] = ",;\t";
  guint counts[] = { 0, 0, 0 };
  const char *end = text + length;
  gboolean quoted = FALSE, begun = FALSE;
  guint best = 0;

  if (length > 5 && g_ascii_strncasecmp (text, "sep=", 4) == 0 && (text[5] == '\r' || text[5] == '\n')
      && strchr (",;\t|:", text[4]) != NULL && text[4] != '\0')
    {
      *delimiter = text[4];
      return 5; /* leaves an empty line, which is skipped */
    }
  for (const char *at = text; at < end && (quoted || !begun || (*at != '\r' && *at != '\n')); at++)
    {
      const char *found = *at != '\0' ? strchr (candidates, *at) : NULL;

      quoted ^= *at == '"';
      begun |= !g_ascii_isspace (*at);
      if (found != NULL && !quoted)
        counts[found - candidates]++;
    }
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;
  *delimiter = candidates[best];
  return 0;
}

/* Takes the quotes off the cell from @from to @to and ends it. Also off ="0288612", Excel's way to keep a zero,
 * and off an apostrophe before a sign that xb-csv-writer put there. */
char *
xb_csv_unquote (char *from,
                char *to)
{
  char *write = from;

  if (to - from >= 3 && from[0] == '=' && from[1] == '"' && to[-1] == '"' && memchr (from + 2, '"', to - from - 3) == NULL)
    {
      to[-1] = '\0';
      return from + 2;
    }
  if (to > from && *from == '"')
    {
      char *read = from + 1;

      while (read < to && !(*read == '"' && (read + 1 == to || read[1] != '"')))
        {
          read += *read == '"';
          *write++ = *read++;
        }
      for (read++; read < to; read++) /* text behind the closing quote */
        *write++ = *read;
    }
  else
    write = to;
  *write = '\0';
  if (*from == '\'')
    {
      char sign = from[strspn (from, "'")];

      if (sign != '\0' && strchr ("=+-@\t\r\n", sign) != NULL)
        return from + 1;
    }
  return from;
}

/* Where the cell that begins at @at ends. The row is whole, so quotes are closed. */
char *
xb_csv_cell_end (char *at,
                 char *end,
                 char  delimiter)
{
  if (at < end && *at == '"')
    {
      for (at++; at < end && !(*at == '"' && (at + 1 == end || at[1] != '"')); at++)
        at += *at == '"';
      at = MIN (at + 1, end);
    }
  at = memchr (at, delimiter, end - at);
  return at != NULL ? at : end;
}
