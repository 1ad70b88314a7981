/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-phone-private.h"

/* Reads the digits out of any usual spelling. What the digits mean is decided in xb-phone.c. */

typedef enum
{
  OTHER,
  DIGIT,
  PLUS,
  SEPARATOR,
  IGNORED,   /* marks that are not seen */
  EXTENSION, /* 转, ext., # */
  SEVERAL,   /* what stands between two numbers */
} Kind;

static Kind
kind_of_ascii (char c)
{
  switch (c)
    {
    case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9':
      return DIGIT;
    case '+':
      return PLUS;
    case ' ': case '\t': case '\r': case '\n': case '-': case '.': case '/': case '(': case ')': case '[': case ']':
    case '_':
      return SEPARATOR;
    case '\'': case '"':
      return IGNORED;
    case '#': case '*': case 'x': case 'X': case 'e': case 'E':
      return EXTENSION;
    case ',': case ';': case '|':
      return SEVERAL;
    default:
      return OTHER;
    }
}

/* As above for what is not ASCII; a full-width character becomes its narrow twin. */
static Kind
kind_of_wide (gunichar c,
              char    *narrow)
{
  if (c >= 0xff01 && c <= 0xff5e)
    {
      *narrow = (char) (c - 0xff01 + '!');
      return kind_of_ascii (*narrow);
    }
  if ((c >= 0x2010 && c <= 0x2015) || (c >= 0x2000 && c <= 0x200a))
    return SEPARATOR; /* hyphens and dashes; spaces of any width */
  if ((c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069))
    return IGNORED; /* zero width, writing direction: address books put them around numbers */
  switch (c)
    {
    case 0x00a0: case 0x202f: case 0x205f: case 0x3000: /* spaces */
    case 0x00ad: case 0x2043: case 0x2212: case 0xfe58: case 0xfe63: /* hyphens, minus */
    case 0x00b7: case 0x2022: case 0x2027: case 0x30fb: /* middle dots */
    case 0x2044: case 0x2215: case 0x2f0f: /* slashes */
    case 0x3010: case 0x3011: case 0x3014: case 0x3015: /* brackets */
    case 0x30fc: case 0x4e00: /* a long-vowel mark, the character one: typed for a dash */
      return SEPARATOR;
    case 0xfeff: case 0x2018: case 0x2019: case 0x201c: case 0x201d:
      return IGNORED;
    case 0x8f6c: case 0x8f49: /* 转 轉 */
      return EXTENSION;
    case 0x3001: case 0x6216: /* 、 或 */
      return SEVERAL;
    default:
      return OTHER;
    }
}

/* What people write before a number; "tel:" may also be a link with parameters. */
static const char *
skip_prefix (const char *text,
             gboolean   *link)
{
  static const char *const words[] = { "电话号码", "手机号码", "联系电话", "客服电话", "电话", "手机", "座机", "热线" };

  *link = FALSE;
  while (g_ascii_isspace (*text))
    text++;
  if (g_ascii_strncasecmp (text, "tel", 3) == 0)
    {
      text += 3;
      *link = *text == ':';
    }
  else
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
      if (g_str_has_prefix (text, words[i]))
        {
          text += strlen (words[i]);
          break;
        }
  if (*text == ':')
    return text + 1;
  return g_str_has_prefix (text, "：") ? text + strlen ("：") : text;
}

/* Digits of either width in the rest of the text, up to 7: more is no extension. */
static guint
count_digits (const char *text)
{
  guint count = 0;

  for (; *text != '\0' && count < 7; text++)
    if (g_ascii_isdigit (*text)
        || ((guchar) text[0] == 0xef && (guchar) text[1] == 0xbc && (guchar) text[2] >= 0x90 && (guchar) text[2] <= 0x99))
      count++;
  return count;
}

/* A letter or sign ended the digits: an extension, a second number, or nothing a number has. */
static XbPhoneProblem
stopped_by (Kind               kind,
            const char        *rest,
            const XbPhoneScan *scan)
{
  guint count = count_digits (rest);

  if (scan->n == 0)
    return XB_PHONE_BAD_CHARACTER;
  if ((*rest == 'e' || *rest == 'E') && (rest[1] == '+' || g_ascii_isdigit (rest[1])))
    return XB_PHONE_SPREADSHEET;
  if (count == 0 || (kind == OTHER && !g_str_has_prefix (rest, "分机")))
    return XB_PHONE_BAD_CHARACTER;
  return count < 7 ? XB_PHONE_EXTENSION : XB_PHONE_SEVERAL;
}

/* The rest of a tel: link: only ;ext= changes the number. */
static XbPhoneProblem
check_parameters (const char *rest)
{
  return strstr (rest, ";ext=") != NULL ? XB_PHONE_EXTENSION : XB_PHONE_OK;
}

static gboolean
add_digit (XbPhoneScan *scan,
           char         digit,
           gboolean     separated)
{
  if (scan->n == XB_PHONE_DIGITS)
    return FALSE;
  if (separated && scan->n > 0)
    {
      scan->last_group = scan->n;
      if (scan->first_group == 0)
        scan->first_group = scan->n;
    }
  scan->digits[scan->n++] = digit;
  return TRUE;
}

/**
 * xb_phone_scan:
 * @text: anything, also invalid UTF-8
 * @scan: (out): the digits and how they were grouped
 *
 * Returns: %XB_PHONE_OK or why @text is not the spelling of one number
 */
XbPhoneProblem
xb_phone_scan (const char  *text,
               XbPhoneScan *scan)
{
  gboolean link, separated = FALSE;
  const char *at = skip_prefix (text, &link);

  *scan = (XbPhoneScan) { .bad = NULL };
  while (*at != '\0')
    {
      const char *start = at;
      char narrow = *at;
      Kind kind;

      if ((guchar) *at < 0x80)
        {
          kind = kind_of_ascii (*at);
          at++;
        }
      else
        {
          gunichar c = g_utf8_get_char_validated (at, -1);

          if (c >= (gunichar) -2)
            return XB_PHONE_BAD_ENCODING;
          kind = kind_of_wide (c, &narrow);
          at = g_utf8_next_char (at);
        }
      if (kind == DIGIT)
        {
          if (!add_digit (scan, narrow, separated))
            return XB_PHONE_SEVERAL;
          separated = FALSE;
        }
      else if (kind == SEPARATOR)
        {
          separated = TRUE;
          scan->slash = narrow == '/';
        }
      else if (kind == PLUS && scan->n == 0 && !scan->plus)
        scan->plus = TRUE;
      else if (link && *start == ';')
        {
          scan->digits[scan->n] = '\0';
          return check_parameters (start);
        }
      else if (kind != IGNORED)
        {
          scan->bad = start;
          return stopped_by (kind, start, scan);
        }
    }
  scan->digits[scan->n] = '\0';
  if (scan->first_group == 0)
    scan->first_group = scan->n;
  return scan->n > 0 ? XB_PHONE_OK : XB_PHONE_EMPTY;
}
