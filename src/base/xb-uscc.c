/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-error.h"
#include "xb-quote.h"
#include "xb-uscc.h"

/* The unified social credit code, GB 32100-2015: authority (1), kind (1), place (6 digits), organisation code
 * (9, GB 11714 with a check character of its own), check character. */

#define N XB_USCC_LENGTH

static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY"; /* no I O S V Z */

static int
value_of (char c)
{
  const char *at = c != '\0' ? strchr (alphabet, c) : NULL;

  return at != NULL ? (int) (at - alphabet) : -1;
}

/* C18 = 31 - sum (C_i * 3^(i-1)) mod 31 */
static char
check_character (const char *code)
{
  guint sum = 0, weight = 1;

  for (guint i = 0; i < N - 1; i++)
    {
      sum += value_of (code[i]) * weight;
      weight = weight * 3 % 31;
    }
  return alphabet[(31 - sum % 31) % 31];
}

/* Whether the organisation code, characters 9 to 17, fits its own check character. */
static gboolean
organisation_fits (const char *code)
{
  static const guint weights[] = { 3, 7, 9, 10, 5, 8, 4, 2 };
  guint sum = 0, rest;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      char c = code[8 + i];

      sum += (g_ascii_isdigit (c) ? c - '0' : c - 'A' + 10) * weights[i];
    }
  rest = (11 - sum % 11) % 11;
  return code[16] == (rest == 10 ? 'X' : (char) ('0' + rest));
}

static gboolean
is_right (const char *code)
{
  for (guint i = 2; i < 8; i++)
    if (!g_ascii_isdigit (code[i]))
      return FALSE;
  return check_character (code) == code[N - 1];
}

/* Upper case, narrow, without blanks. Returns the number of characters, N + 1 for more than N;
 * stops at the first that is not of ASCII and gives it in @odd. */
static guint
clean (const char  *text,
       char         out[N + 1],
       const char **odd)
{
  guint n = 0;

  *odd = NULL;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char_validated (at, -1);

      if (c >= 0xff01 && c <= 0xff5e)
        c = c - 0xff01 + '!';
      if (c < (gunichar) -2 && (g_unichar_isspace (c) || g_unichar_iszerowidth (c) || c == '-'))
        continue;
      if (c >= 0x80 || !g_ascii_isgraph (c))
        {
          *odd = at;
          break;
        }
      if (n == N)
        {
          n++;
          break;
        }
      out[n++] = g_ascii_toupper (c);
    }
  out[MIN (n, N)] = '\0';
  return n;
}

/* The letters that the code never has, and what was meant. */
static const char *
meant_by (char c)
{
  switch (c)
    {
    case 'I': return "1";
    case 'O': return "0";
    case 'S': return "5";
    case 'Z': return "2";
    case 'V': return "U";
    default: return NULL;
    }
}

static gboolean
check_characters (const char *quoted,
                  const char *code,
                  GError    **error)
{
  for (guint i = 0; i < N; i++)
    {
      const char *meant = meant_by (code[i]);

      if (meant != NULL)
        g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                     _("“%s”: character %u is the letter %c, which no credit code has; it is probably %s"),
                     quoted, i + 1, code[i], meant);
      else if (value_of (code[i]) < 0)
        g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                     _("“%s”: character %u is “%c”; a credit code has digits and capital letters only"),
                     quoted, i + 1, code[i]);
      else if (i >= 2 && i < 8 && !g_ascii_isdigit (code[i]))
        g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                     _("“%s”: character %u is “%c”, but characters 3 to 8 are digits; look at the licence again"),
                     quoted, i + 1, code[i]);
      else
        continue;
      return FALSE;
    }
  return TRUE;
}

/* Looks for the one slip of the pen that would make the code right: a look-alike, or two characters
 * that changed places. Returns whether there is exactly one; @first is its index, @with 0 for a swap. */
static gboolean
find_slip (const char *code,
           guint      *first,
           char       *with)
{
  static const char *const twins[] = { "8B", "0D", "0Q", "6G", "1L", "17", "CG", "EF", "MN", "UY", "KX", "PR" };
  gboolean in_organisation = !organisation_fits (code);
  guint found = 0;
  char tried[N + 1];

  for (guint i = 0; i < N; i++)
    {
      if (in_organisation != (i >= 8 && i < 17))
        continue;
      memcpy (tried, code, sizeof tried);
      for (guint t = 0; t < G_N_ELEMENTS (twins); t++)
        {
          if (code[i] != twins[t][0] && code[i] != twins[t][1])
            continue;
          tried[i] = code[i] == twins[t][0] ? twins[t][1] : twins[t][0];
          if (!is_right (tried) || !organisation_fits (tried))
            continue;
          *first = i;
          *with = tried[i];
          found++;
        }
      tried[i] = code[i];
      if (i + 1 < N && code[i] != code[i + 1])
        {
          tried[i] = code[i + 1];
          tried[i + 1] = code[i];
          if (is_right (tried) && organisation_fits (tried))
            {
              *first = i;
              *with = '\0';
              found++;
            }
        }
    }
  return found == 1;
}

static void
set_check_error (GError    **error,
                 const char *quoted,
                 const char *code)
{
  guint first = 0;
  char with = '\0';

  if (find_slip (code, &first, &with) && with != '\0')
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s”: the check character does not fit; character %u may be %c instead of %c"),
                 quoted, first + 1, with, code[first]);
  else if (find_slip (code, &first, &with))
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s”: the check character does not fit; characters %u and %u may have changed places"),
                 quoted, first + 1, first + 2);
  else if (organisation_fits (code))
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s”: the check character does not fit; compare characters 1 to 8 (%.8s) and the last (%c) "
                   "with the licence"),
                 quoted, code, code[N - 1]);
  else
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s”: the check character does not fit; compare characters 9 to 17 (%.9s) with the licence first"),
                 quoted, code + 8);
}

/**
 * xb_uscc_normalise:
 * @text: a unified social credit code as someone typed it: blanks, lower case and full-width letters are fine
 * @out: (out): the 18 characters
 * @error: set to %XB_ERROR_INVALID; says what is wrong and where to look
 *
 * Source: GB 32100-2015. The check character of the organisation code inside (GB 11714) only helps to say
 * where a mistake is: some codes of sole traders do not follow it.
 *
 * Returns: whether @text is a unified social credit code
 */
gboolean
xb_uscc_normalise (const char *text,
                   char        out[XB_USCC_LENGTH + 1],
                   GError    **error)
{
  g_autofree char *quoted = NULL;
  const char *odd;
  guint n;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (out != NULL, FALSE);

  n = clean (text, out, &odd);
  quoted = xb_quote_dup (text);
  if (odd != NULL)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s”: character %u is not a digit or a Latin letter; type the code as on the licence"),
                 quoted, n + 1);
  else if (n == 0)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("The credit code is empty; type the 18 characters on the licence"));
  else if (n == 15 && strspn (out, "0123456789") == 15)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” is an old registration number of 15 digits; take the 18-character code from the new licence"),
                 quoted);
  else if (n > N)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” has more than 18 characters; a credit code has 18"), quoted);
  else if (n < N)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 g_dngettext (GETTEXT_PACKAGE,
                              "“%s” has %u character; a credit code has 18",
                              "“%s” has %u characters; a credit code has 18", n),
                 quoted, n);
  else if (check_characters (quoted, out, error))
    {
      if (check_character (out) == out[N - 1])
        return TRUE;
      set_check_error (error, quoted, out);
    }
  return FALSE;
}
