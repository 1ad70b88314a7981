/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-error.h"
#include "xb-money.h"
#include "xb-quote.h"

#define LONGEST 64 /* no sum needs more characters */

/* Only a sign was read so far: the currency may come before or after it. */
static gboolean
is_start (const char *out,
          gsize       n)
{
  return n == 0 || (n == 1 && (out[0] == '-' || out[0] == '+'));
}

/* One text of ASCII: full-width signs narrowed, blanks around and currency words taken off. */
static gboolean
clean (const char *text,
       char        out[LONGEST + 1])
{
  static const char *const signs[] = { "¥", "￥", "CNY", "RMB", "人民币" };
  gsize n = 0;
  gboolean ended = FALSE;

  while (*text != '\0')
    {
      gunichar c = g_utf8_get_char_validated (text, -1);
      gboolean skipped = FALSE;

      if (c >= (gunichar) -2)
        return FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (signs) && !skipped; i++)
        if (is_start (out, n) && g_str_has_prefix (text, signs[i]))
          {
            text += strlen (signs[i]);
            skipped = TRUE;
          }
      if (skipped)
        continue;
      text = g_utf8_next_char (text);
      if (c >= 0xff01 && c <= 0xff5e)
        c = c - 0xff01 + '!';
      if (c == 0x2212)
        c = '-';
      if (g_unichar_isspace (c) || c == 0xfeff || c == 0x200b)
        {
          ended = !is_start (out, n);
          continue;
        }
      if (c == 0x5143 && n > 0) /* 元 */
        {
          ended = TRUE;
          continue;
        }
      if (ended || c >= 0x80 || n == LONGEST)
        return FALSE;
      out[n++] = (char) c;
    }
  out[n] = '\0';
  return TRUE;
}

/* Digits with or without commas between groups of three; moves @text behind them. */
static gboolean
read_yuan (const char **text,
           gint64      *yuan,
           guint       *digits)
{
  const char *at = *text;
  guint group = 0;
  gboolean commas = FALSE;

  *yuan = 0;
  *digits = 0;
  for (;; at++)
    {
      if (g_ascii_isdigit (*at))
        {
          *yuan = MIN (*yuan * 10 + (*at - '0'), XB_MONEY_MAX);
          ++*digits;
          group++;
        }
      else if (*at == ',')
        {
          if (group == 0 || group > 3 || (commas && group != 3))
            return FALSE;
          commas = TRUE;
          group = 0;
        }
      else
        break;
    }
  *text = at;
  return !commas || group == 3;
}

static gboolean
parse (const char *text,
       gboolean    negative_allowed,
       gint64     *fen,
       GError    **error)
{
  g_autofree char *quoted = xb_quote_dup (text);
  char buffer[LONGEST + 1];
  const char *at = buffer;
  gboolean negative, whole;
  gint64 yuan = 0, cents = 0;
  guint digits = 0, decimals = 0;

  whole = clean (text, buffer);
  negative = whole && *at == '-';
  if (whole)
    {
      at += negative || *at == '+';
      whole = read_yuan (&at, &yuan, &digits);
    }
  if (whole && *at == '.')
    for (at++; g_ascii_isdigit (*at); at++, decimals++)
      if (decimals < 2)
        cents = cents * 10 + (*at - '0');
  if (!whole || *at != '\0' || digits + decimals == 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                   _("“%s” is no sum of money; write it in yuan like 1234.50"), quoted);
      return FALSE;
    }
  if (decimals > 2)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                   _("“%s” has parts of a fen; give at most two digits after the point"), quoted);
      return FALSE;
    }
  if (negative && !negative_allowed)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                   _("“%s” is below zero; give the sum without a minus"), quoted);
      return FALSE;
    }
  if (yuan >= XB_MONEY_MAX / 100)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                   _("“%s” is more than can be kept; check the digits"), quoted);
      return FALSE;
    }
  *fen = yuan * 100 + (decimals == 1 ? cents * 10 : cents);
  if (negative)
    *fen = -*fen;
  return TRUE;
}

/**
 * xb_money_parse:
 * @text: a sum in yuan: "123.45", "1,234.5", "￥12", "12元"
 * @fen: (out): the sum in fen
 * @error: set to %XB_ERROR_INVALID
 *
 * Returns: whether @text is a sum of money from zero up, exact to the fen
 */
gboolean
xb_money_parse (const char *text,
                gint64     *fen,
                GError    **error)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (fen != NULL, FALSE);

  return parse (text, FALSE, fen, error);
}

/** xb_money_parse_signed: as xb_money_parse(), but a minus is taken too (a refund, a correction) */
gboolean
xb_money_parse_signed (const char *text,
                       gint64     *fen,
                       GError    **error)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (fen != NULL, FALSE);

  return parse (text, TRUE, fen, error);
}

/** xb_money_format_plain: Returns: (transfer full): @fen in yuan for files: "1234.50" */
char *
xb_money_format_plain (gint64 fen)
{
  guint64 sum = fen < 0 ? -(guint64) fen : (guint64) fen;

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02u", fen < 0 ? "-" : "", sum / 100, (guint) (sum % 100));
}

/** xb_money_format: Returns: (transfer full): @fen in yuan for people: "1,234.50", below zero with a true minus; the caller adds 元 */
char *
xb_money_format (gint64 fen)
{
  g_autofree char *plain = xb_money_format_plain (fen);
  const char *digits = plain + (fen < 0);
  gsize left = strlen (digits) - 3;
  GString *out = g_string_new (fen < 0 ? "\u2212" : NULL);

  for (; left > 0; digits++, left--)
    {
      g_string_append_c (out, *digits);
      if (left % 3 == 1 && left > 1)
        g_string_append_c (out, ',');
    }
  g_string_append (out, digits);
  return g_string_free (out, FALSE);
}
