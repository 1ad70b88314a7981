/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-quote.h"

#define LONGEST 40 /* characters: enough to recognise what was typed, short enough for one line */

/**
 * xb_quote_dup:
 * @text: what a user or a file gave: any bytes, any length
 *
 * What to put between the quotes of an error message: valid UTF-8 on one line, shortened with “…”.
 *
 * Returns: (transfer full): the text to show
 */
char *
xb_quote_dup (const char *text)
{
  gsize length = strnlen (text, LONGEST * 6);
  g_autofree char *valid = g_utf8_make_valid (text, length);
  GString *out = g_string_new (NULL);
  guint count = 0;
  const char *at;

  for (at = valid; *at != '\0' && count < LONGEST; at = g_utf8_next_char (at), count++)
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (out, g_unichar_iscntrl (c) ? ' ' : c);
    }
  if (*at != '\0' || text[length] != '\0')
    g_string_append (out, "…");
  return g_string_free (out, FALSE);
}
