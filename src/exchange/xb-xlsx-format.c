/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "xb-day.h"
#include "xb-xlsx-format.h"

/** xb_xlsx_format_from_id: Returns: what the built-in format @id shows; 27 … 36 and 50 … 58 are those of Chinese Excel */
XbXlsxFormat
xb_xlsx_format_from_id (guint id)
{
  switch (id)
    {
    case 9: case 10:
      return XB_XLSX_PERCENT;
    case 14: case 15: case 16: case 22: case 28: case 29: case 30: case 31:
    case 51: case 53: case 54: case 58:
      return XB_XLSX_DAY;
    case 17: case 27: case 36: case 50: case 52: case 57:
      return XB_XLSX_MONTH;
    case 18: case 19: case 20: case 21: case 32: case 33: case 34: case 35: case 45: case 46: case 47: case 55: case 56:
      return XB_XLSX_TIME;
    default:
      return XB_XLSX_PLAIN;
    }
}

/* Goes over what is shown as it is: "text", [colour or locale], \x, _x and *x. */
static const char *
skip_literal (const char *at)
{
  const char *end = NULL;

  if (*at == '"')
    end = strchr (at + 1, '"');
  else if (*at == '[')
    end = strchr (at, ']');
  else if ((*at == '\\' || *at == '_' || *at == '*') && at[1] != '\0')
    return g_utf8_next_char (at + 1);
  else
    return at;
  return end != NULL ? end + 1 : at + strlen (at);
}

/** xb_xlsx_format_from_code: @code: such as "yyyy/m/d;@" or "0.0%" */
XbXlsxFormat
xb_xlsx_format_from_code (const char *code)
{
  gboolean year = FALSE, month = FALSE, day = FALSE, time = FALSE, percent = FALSE;

  if (g_ascii_strncasecmp (code, "General", 7) == 0)
    return XB_XLSX_PLAIN;
  while (*code != '\0' && *code != ';')
    {
      const char *after = skip_literal (code);

      if (after != code)
        {
          time |= *code == '[' && code[1] != '\0' && strchr ("hHmMsS", code[1]) != NULL; /* [h]:mm */
          code = after;
          continue;
        }
      switch (g_ascii_tolower (*code))
        {
        case 'y': case 'e':
          year = TRUE;
          break;
        case 'm':
          month = TRUE;
          break;
        case 'd':
          day = TRUE;
          break;
        case 'h': case 's':
          time = TRUE;
          break;
        case '0': case '#': case '?':
          if (!year && !day)
            return strchr (code, '%') != NULL ? XB_XLSX_PERCENT : XB_XLSX_PLAIN;
          break;
        case '%':
          percent = TRUE;
          break;
        default:
          break;
        }
      code = g_utf8_next_char (code);
    }
  if (percent)
    return XB_XLSX_PERCENT;
  if (day || (year && time))
    return XB_XLSX_DAY;
  if (year && month)
    return XB_XLSX_MONTH;
  return time ? XB_XLSX_TIME : XB_XLSX_PLAIN;
}

/**
 * xb_xlsx_serial_to_day:
 * @serial: days as Excel counts them: 1 is 1900-01-01, and 60 is 29 February 1900, a day that never was
 * @from_1904: the workbook counts from 1904-01-01 as 0
 *
 * Returns: whether that is a day
 */
gboolean
xb_xlsx_serial_to_day (gint64   serial,
                       gboolean from_1904,
                       char     out[11])
{
  gint64 julian = 693594 + (from_1904 ? 1462 : serial < 60) + serial; /* of 1899-12-30 */

  if (julian < 693596 || julian > 1095362 || (!from_1904 && serial == 60)) /* 1900-01-01, 2999-12-31 */
    return FALSE;
  xb_day_format ((guint32) julian, out);
  return TRUE;
}

/* With fifteen digits, as Excel shows it: 0.1 + 0.2 is 0.3. Never with an exponent. */
static void
append_plain (GString *out,
              double   number)
{
  char digits[400];
  char *dot;

  if (fabs (number) < 1e15 && number == floor (number))
    {
      g_string_append (out, g_ascii_formatd (digits, sizeof digits, "%.0f", number));
      return;
    }
  g_ascii_formatd (digits, sizeof digits, "%.15g", number);
  if (strchr (digits, 'e') != NULL)
    {
      g_ascii_formatd (digits, sizeof digits, "%.15f", number);
      dot = strchr (digits, '.');
      for (char *end = digits + strlen (digits) - 1; dot != NULL && end >= dot && (*end == '0' || *end == '.'); end--)
        *end = '\0';
    }
  g_string_append (out, digits);
}

/**
 * xb_xlsx_number_to_text:
 * @value: a number as the file has it: "45678.5"
 *
 * Appends what a person would type for it: "2026-10-13", "2026-10", "61.2%", "1234.5". What is no number, or no day
 * although it should be one, stays as it is.
 */
void
xb_xlsx_number_to_text (const char  *value,
                        XbXlsxFormat format,
                        gboolean     from_1904,
                        GString     *out)
{
  gsize digits = strspn (value, "0123456789");
  char *end;
  double number;
  char day[11];

  if (format == XB_XLSX_PLAIN && value[digits] == '\0' && digits > 0 && digits <= 15)
    {
      g_string_append_len (out, value, digits);
      return;
    }
  number = g_ascii_strtod (value, &end);
  if (end == value || *end != '\0' || !isfinite (number))
    g_string_append (out, value);
  else if (format == XB_XLSX_PERCENT)
    {
      append_plain (out, fabs (number) < 1e12 ? round (number * 1e12) / 1e10 : number);
      g_string_append_c (out, '%');
    }
  else if ((format == XB_XLSX_DAY || format == XB_XLSX_MONTH) && number >= 0 && number < 3e6 &&
           xb_xlsx_serial_to_day ((gint64) floor (number), from_1904, day))
    g_string_append_len (out, day, format == XB_XLSX_MONTH && g_str_has_suffix (day, "-01") ? 7 : 10);
  else
    append_plain (out, number);
}
