/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-area-codes.h"
#include "xb-phone-private.h"

/* What a row of digits is, by the Chinese numbering plan (电信网编号计划). The spelling is read in
 * xb-phone-scan.c, what is wrong is said in xb-phone-error.c. */

static XbPhoneReading
refuse (XbPhoneProblem problem,
        const char    *digits,
        guint          n,
        guint          area)
{
  return (XbPhoneReading) { .problem = problem, .digits = digits, .n = n, .area = area };
}

static XbPhoneReading
accept (XbPhoneType type,
        const char *digits,
        guint       n,
        guint       area)
{
  return (XbPhoneReading) { .type = type, .digits = digits, .n = n, .area = area };
}

static gboolean
is_mobile (const char *digits,
           guint       n)
{
  return n == 11 && digits[0] == '1' && digits[1] >= '3';
}

/* Hotlines such as 10086, 12345, 116114; with @area also 96110: what may follow an area code. */
static gboolean
is_hotline (const char *digits,
            guint       n)
{
  return (n == 5 || n == 6) && digits[0] == '1' && digits[1] <= '2';
}

static gboolean
is_96 (const char *digits,
       guint       n)
{
  return (n == 5 || n == 6) && digits[0] == '9' && digits[1] == '6';
}

/* 951xx can begin a 95 number and a Ningxia number: 96xxx and hotlines of those areas come first. */
static gboolean
is_ningxia_service (const char *digits,
                    guint       n)
{
  return n > 3 && digits[2] >= '1' && digits[2] <= '5' && (is_96 (digits + 3, n - 3) || is_hotline (digits + 3, n - 3));
}

static gboolean
is_95 (const char *digits,
       guint       n)
{
  return n >= 5 && n <= 8 && digits[0] == '9' && digits[1] == '5' && !is_ningxia_service (digits, n);
}

/* Area code and what follows it. A 95 number is the same all over China, so an area code before it is
 * dropped; 96 numbers and hotlines are other numbers in each area, so it is kept. */
static XbPhoneReading
read_area (const char *digits,
           guint       n)
{
  XbAreaCode area = xb_area_code_find (digits, n);
  const char *local = digits + area.length;
  guint left = n - area.length;

  if (area.length == 0)
    {
      XbPhoneReading reading = refuse (area.merged_into != NULL ? XB_PHONE_RETIRED_AREA : XB_PHONE_UNKNOWN_AREA,
                                digits, n, 3);

      reading.merged_into = area.merged_into;
      return reading;
    }
  if (is_96 (local, left))
    return accept (XB_PHONE_96, digits, n, area.length);
  if (is_hotline (local, left))
    return accept (XB_PHONE_SHORT, digits, n, area.length);
  if (is_95 (local, left))
    return accept (XB_PHONE_95, local, left, 0);
  if (left > 0 && (local[0] < '2' || local[0] > '8'))
    return refuse (XB_PHONE_LOCAL_START, digits, n, area.length);
  if (left == 8 || (left == 7 && !area.eight))
    return accept (XB_PHONE_FIXED, digits, n, area.length);
  return refuse (XB_PHONE_LOCAL_LENGTH, digits, n, area.length);
}

/* A Chinese number that does not begin with 0. @national: +86 stood before it, so an area code has none. */
static XbPhoneReading
read_plain (const char *digits,
            guint       n,
            gboolean    national)
{
  XbPhoneReading reading;

  if (is_mobile (digits, n))
    return accept (XB_PHONE_MOBILE, digits, n, 0);
  if (is_hotline (digits, n) || (n == 3 && digits[0] == '1' && (digits[1] == '1' || digits[1] == '2')))
    return accept (XB_PHONE_SHORT, digits, n, 0);
  if (digits[0] == '1' && digits[1] >= '3')
    return refuse (XB_PHONE_MOBILE_LENGTH, digits, n, 0);
  if ((digits[0] == '4' || digits[0] == '8') && strncmp (digits + 1, "00", 2) == 0)
    return n == 10 ? accept (digits[0] == '4' ? XB_PHONE_400 : XB_PHONE_800, digits, n, 0)
                   : refuse (XB_PHONE_SERVICE_LENGTH, digits, n, 0);
  if (is_95 (digits, n))
    return accept (XB_PHONE_95, digits, n, 0);
  if (digits[0] == '9' && digits[1] == '5' && n < 5)
    return refuse (XB_PHONE_SERVICE_LENGTH, digits, n, 0);
  if (digits[0] == '9' && digits[1] == '6')
    return is_96 (digits, n) ? accept (XB_PHONE_96, digits, n, 0) : refuse (XB_PHONE_SERVICE_LENGTH, digits, n, 0);
  if (n == 11 && digits[0] == '1')
    return refuse (XB_PHONE_MOBILE_START, digits, n, 0);

  if ((n == 7 || n == 8) && digits[0] >= '2' && digits[0] <= '8' && !national)
    return refuse (XB_PHONE_NO_AREA, digits, n, 0);
  reading = read_area (digits, n);
  if (national && (n == 7 || n == 8) && reading.problem != XB_PHONE_OK)
    return refuse (digits[0] >= '2' && digits[0] <= '8' ? XB_PHONE_NO_AREA : XB_PHONE_UNKNOWN, digits, n, 0);
  if (national)
    return reading;
  /* Spreadsheets drop the 0. It is not guessed back: 415 555 0100 is in Dandong and in San Francisco. */
  if (reading.problem == XB_PHONE_OK)
    return refuse (XB_PHONE_LOST_ZERO, digits, n, reading.area);
  return refuse (XB_PHONE_UNKNOWN, digits, n, 0);
}

static XbPhoneReading
read_chinese (const char *digits,
              guint       n,
              gboolean    national)
{
  if (n == 0)
    return refuse (XB_PHONE_UNKNOWN, digits, n, 0);
  if (digits[0] != '0')
    return read_plain (digits, n, national);
  if (is_mobile (digits + 1, n - 1)) /* 0 before a mobile of another town, as once dialled */
    return accept (XB_PHONE_MOBILE, digits + 1, n - 1, 0);
  return read_area (digits + 1, n - 1);
}

static XbPhoneReading
read_international (const char *digits,
                    guint       n)
{
  if (xb_country_code_length (digits, n) == 0)
    return refuse (XB_PHONE_COUNTRY, digits, n, 0);
  if (n < 8 || n > 15)
    return refuse (XB_PHONE_COUNTRY_LENGTH, digits, n, 0);
  return accept (XB_PHONE_INTERNATIONAL, digits, n, 0);
}

/* 86 without + or 00 is China's code only where what follows is whole: 8612 3456 is a local number. */
static gboolean
read_bare_86 (const XbPhoneScan *scan,
              guint              n,
              XbPhoneReading           *reading)
{
  const char *rest = scan->digits + 2;
  gboolean apart = scan->first_group == 2 && n >= 7 && rest[0] == '9';

  if (n < 12 && !apart)
    return FALSE;
  *reading = read_chinese (rest, n - 2, TRUE);
  return reading->problem == XB_PHONE_OK;
}

/* The first @n digits of @scan. */
static XbPhoneReading
read_digits (const XbPhoneScan *scan,
             guint              n)
{
  const char *digits = scan->digits;
  XbPhoneReading reading;

  if (scan->plus)
    {
      if (n >= 2 && digits[0] == '8' && digits[1] == '6')
        return read_chinese (digits + 2, n - 2, TRUE);
      return read_international (digits, n);
    }
  if (n >= 4 && strncmp (digits, "0086", 4) == 0)
    return read_chinese (digits + 4, n - 4, TRUE);
  if (n >= 2 && digits[0] == '0' && digits[1] == '0')
    return read_international (digits + 2, n - 2);
  if (digits[0] == '8' && n > 2 && digits[1] == '6' && read_bare_86 (scan, n, &reading))
    return reading;
  return read_chinese (digits, n, FALSE);
}

/* Is the last group an extension (028-86123456-801)? Then the digits before it are a number by themselves. */
static gboolean
ends_in_extension (const XbPhoneScan *scan)
{
  guint extra = scan->n - scan->last_group;
  XbPhoneReading before;

  if (scan->last_group < 5 || extra > 6)
    return FALSE;
  before = read_digits (scan, scan->last_group);
  return before.problem == XB_PHONE_OK && before.type != XB_PHONE_INTERNATIONAL && before.type != XB_PHONE_SHORT;
}

static XbPhoneReading
read_text (const char  *text,
           XbPhoneScan *scan)
{
  XbPhoneProblem problem = xb_phone_scan (text, scan);
  XbPhoneReading reading;
  gboolean doubtful;

  if (problem != XB_PHONE_OK)
    return refuse (problem, scan->digits, scan->n, 0);
  reading = read_digits (scan, scan->n);
  /* 0816-2234567-8 has as many digits as a number of eight, 95588-801 as a longer 95 number. */
  doubtful = (reading.type == XB_PHONE_FIXED && scan->n - scan->last_group == 1) || reading.type == XB_PHONE_95;
  if (reading.problem == XB_PHONE_OK && !doubtful)
    return reading;
  if (ends_in_extension (scan))
    reading.problem = scan->slash ? XB_PHONE_SEVERAL : XB_PHONE_EXTENSION;
  else if (reading.problem != XB_PHONE_OK && scan->n > 17)
    reading.problem = XB_PHONE_SEVERAL;
  return reading;
}


/* One spelling for each number: without the 0 after +86, with it in China. */
static void
write_phone (const XbPhoneReading *reading,
             XbPhone              *phone)
{
  gboolean abroad = reading->type == XB_PHONE_INTERNATIONAL;
  char *e164 = phone->e164;
  char *national = phone->national;

  phone->type = reading->type;
  *e164++ = '+';
  if (abroad)
    {
      *national++ = '0';
      *national++ = '0';
    }
  else
    {
      *e164++ = '8';
      *e164++ = '6';
      if (reading->area > 0)
        *national++ = '0';
    }
  memcpy (e164, reading->digits, reading->n);
  memcpy (national, reading->digits, reading->n);
  e164[reading->n] = national[reading->n] = '\0';
}

/**
 * xb_phone_parse:
 * @text: a telephone number in any usual spelling: spaces, hyphens, brackets, full-width digits, +86, 0086,
 *   tel: links, a word such as 电话 before it
 * @phone: (out): the number
 * @error: set to %XB_ERROR_INVALID, a sentence that says what to write instead
 *
 * A fixed line needs its area code, also where a local call does without. An extension is refused: the callee
 * sees the number of the line, so only that can be certified. A 95 number loses an area code before it (it is
 * the same everywhere); a 96 number or a hotline keeps it. Nothing is guessed: a lost leading 0 is refused
 * with the number that was probably meant.
 *
 * Returns: whether @text is one telephone number
 */
gboolean
xb_phone_parse (const char *text,
                XbPhone    *phone,
                GError    **error)
{
  XbPhoneScan scan;
  XbPhoneReading reading;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (phone != NULL, FALSE);

  reading = read_text (text, &scan);
  if (reading.problem != XB_PHONE_OK)
    {
      xb_phone_set_error (error, text, &scan, &reading);
      return FALSE;
    }
  write_phone (&reading, phone);
  return TRUE;
}

/* "8612 3456", "612 3456" */
static char *
group_local (const char *digits)
{
  gsize n = strlen (digits);

  if (n < 7)
    return g_strdup (digits);
  return g_strdup_printf ("%.*s %s", (int) n - 4, digits, digits + n - 4);
}

/* Every country groups its own way; threes and fours read well everywhere. */
static char *
format_international (const char *digits)
{
  guint n = strlen (digits);
  guint country = xb_country_code_length (digits, n);
  guint left = n - country;
  guint size = left == 9 ? 3 : 4;
  guint group = left % size == 1 ? size + 1 : left % size;
  GString *out = g_string_new ("+");

  g_string_append_len (out, digits, country);
  digits += country;
  if (country == 1 && left == 10)
    {
      g_string_append_printf (out, " %.3s", digits);
      digits += 3;
      left -= 3;
      group = 3;
    }
  for (; left > 0; group = size)
    {
      group = group > 0 ? group : size;
      g_string_append_c (out, ' ');
      g_string_append_len (out, digits, group);
      digits += group;
      left -= group;
    }
  return g_string_free (out, FALSE);
}

/**
 * xb_phone_format:
 * @e164: a number as stored
 *
 * Returns: (transfer full): the number grouped as people say it: 138 0013 8000, 028-8612 3456, 400-123-4567
 */
char *
xb_phone_format (const char *e164)
{
  g_autofree char *local = NULL;
  XbPhoneReading reading;
  XbPhoneScan scan;

  g_return_val_if_fail (e164 != NULL, NULL);

  reading = read_text (e164, &scan);
  if (reading.problem != XB_PHONE_OK)
    return g_strdup (e164);
  if (reading.area > 0)
    {
      local = group_local (reading.digits + reading.area);
      return g_strdup_printf ("0%.*s-%s", (int) reading.area, reading.digits, local);
    }
  switch (reading.type)
    {
    case XB_PHONE_MOBILE:
      return g_strdup_printf ("%.3s %.4s %s", reading.digits, reading.digits + 3, reading.digits + 7);
    case XB_PHONE_400:
    case XB_PHONE_800:
      return g_strdup_printf ("%.3s-%.3s-%s", reading.digits, reading.digits + 3, reading.digits + 6);
    case XB_PHONE_INTERNATIONAL:
      return format_international (reading.digits);
    case XB_PHONE_FIXED:
    case XB_PHONE_95:
    case XB_PHONE_96:
    case XB_PHONE_SHORT:
    default:
      return g_strdup (reading.digits);
    }
}

/**
 * xb_phone_is_virtual:
 * @e164: a number as stored
 *
 * Returns: whether it is a mobile of a virtual operator (162, 165, 167, 170, 171): marks of these are often
 *   left over from an earlier owner
 */
gboolean
xb_phone_is_virtual (const char *e164)
{
  static const char *const ranges[] = { "162", "165", "167", "170", "171" };

  g_return_val_if_fail (e164 != NULL, FALSE);

  if (strlen (e164) != 14 || !g_str_has_prefix (e164, "+86"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (strncmp (e164 + 3, ranges[i], 3) == 0)
      return TRUE;
  return FALSE;
}

static const char *const type_words[] = {
  [XB_PHONE_MOBILE] = "mobile", [XB_PHONE_FIXED] = "fixed", [XB_PHONE_400] = "400", [XB_PHONE_800] = "800",
  [XB_PHONE_95] = "95", [XB_PHONE_96] = "96", [XB_PHONE_SHORT] = "short",
  [XB_PHONE_INTERNATIONAL] = "international",
};

/** xb_phone_type_to_string: Returns: the word of files, of JSON and of xinbiaoctl for @type */
const char *
xb_phone_type_to_string (XbPhoneType type)
{
  g_return_val_if_fail (type < G_N_ELEMENTS (type_words), NULL);

  return type_words[type];
}

/** xb_phone_type_from_string: Returns: whether @word (nullable) is the word of a type, then in @type */
gboolean
xb_phone_type_from_string (const char  *word,
                           XbPhoneType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (type_words); i++)
    if (g_strcmp0 (word, type_words[i]) == 0)
      {
        *type = i;
        return TRUE;
      }
  return FALSE;
}
