/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-area-codes.h"
#include "xb-error.h"
#include "xb-phone-private.h"
#include "xb-quote.h"

/* Says in one sentence why a text is no telephone number and what to write instead. */

static void
set_text_error (GError           **error,
                const char        *quoted,
                XbPhoneProblem     problem,
                const XbPhoneScan *scan)
{
  g_autofree char *character = NULL;

  if (problem == XB_PHONE_EMPTY)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” holds no digits; give a telephone number such as 028-8612 3456"), quoted);
  else if (problem == XB_PHONE_BAD_ENCODING)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” is damaged text; type the number anew"), quoted);
  else if (problem == XB_PHONE_EXTENSION)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” ends in an extension, which callees never see; give the number without it"), quoted);
  else if (problem == XB_PHONE_SEVERAL)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” holds more digits than one number has; give one number at a time"), quoted);
  else if (problem == XB_PHONE_SPREADSHEET)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” was shortened by a spreadsheet; set the column to text there and enter the number again"),
                 quoted);
  else
    {
      const char *bad = scan->bad;

      character = (guchar) *bad < 0x80 ? g_strndup (bad, 1) : g_strndup (bad, g_utf8_next_char (bad) - bad);
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                   _("“%s”: “%s” has no place in a telephone number; leave it out"), quoted, character);
    }
}

static void
set_area_error (GError              **error,
                const char           *quoted,
                const XbPhoneReading *reading)
{
  int area = MIN (reading->area, reading->n);
  guint left = reading->n - area;

  if (reading->problem == XB_PHONE_RETIRED_AREA)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s”: the area code 0%.*s is no longer in use; write the number with %s"),
                 quoted, area, reading->digits, reading->merged_into);
  else if (reading->problem == XB_PHONE_UNKNOWN_AREA)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s”: there is no area code 0%.*s in China; check the first digits"),
                 quoted, area, reading->digits);
  else if (reading->problem == XB_PHONE_LOCAL_START)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s”: after the area code 0%.*s a number begins with 2 to 8, not %c; check the digits"),
                 quoted, area, reading->digits, reading->digits[area]);
  else
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 g_dngettext (GETTEXT_PACKAGE,
                              "“%s” has %u digit after the area code 0%.*s; there must be %s",
                              "“%s” has %u digits after the area code 0%.*s; there must be %s", left),
                 quoted, left, area, reading->digits,
                 xb_area_code_find (reading->digits, reading->n).eight ? "8" : _("7 or 8"));
}

static void
set_service_error (GError              **error,
                   const char           *quoted,
                   const XbPhoneReading *reading)
{
  if (reading->digits[0] == '4')
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” has %u digits; a 400 number has 10, such as 400-123-4567"), quoted, reading->n);
  else if (reading->digits[0] == '8')
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” has %u digits; an 800 number has 10, such as 800-810-1234"), quoted, reading->n);
  else if (reading->digits[1] == '5')
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” has %u digits; a 95 number has 5 to 8, such as 95588"), quoted, reading->n);
  else
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” has %u digits; a 96 number has 5 or 6, such as 96110"), quoted, reading->n);
}

static void
set_digits_error (GError              **error,
                  const char           *quoted,
                  const XbPhoneReading *reading)
{
  int area = reading->area;

  if (reading->problem == XB_PHONE_NO_AREA)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” is a local number; give the area code too, as in 028-8612 3456"), quoted);
  else if (reading->problem == XB_PHONE_LOST_ZERO)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” has lost its first 0; write 0%.*s-%.*s, or begin a number abroad with +"),
                 quoted, area, reading->digits, (int) reading->n - area, reading->digits + area);
  else if (reading->problem == XB_PHONE_MOBILE_LENGTH)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” has %u digits; a mobile number has 11"), quoted, reading->n);
  else if (reading->problem == XB_PHONE_MOBILE_START)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” begins with %.2s; a mobile number begins with 13 to 19"), quoted, reading->digits);
  else if (reading->problem == XB_PHONE_COUNTRY)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” begins with no country code; after + comes one such as 86 or 852"), quoted);
  else if (reading->problem == XB_PHONE_COUNTRY_LENGTH)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” has %u digits; a number with its country code has 8 to 15"), quoted, reading->n);
  else
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” is no telephone number in China; check the digits, or begin a number abroad with +"), quoted);
}

/* Why @text is no telephone number, as a whole sentence in @error. */
void
xb_phone_set_error (GError              **error,
                    const char           *text,
                    const XbPhoneScan    *scan,
                    const XbPhoneReading *reading)
{
  g_autofree char *quoted = NULL;

  if (error == NULL)
    return;
  quoted = xb_quote_dup (text);
  switch (reading->problem)
    {
    case XB_PHONE_EMPTY:
    case XB_PHONE_BAD_ENCODING:
    case XB_PHONE_BAD_CHARACTER:
    case XB_PHONE_EXTENSION:
    case XB_PHONE_SEVERAL:
    case XB_PHONE_SPREADSHEET:
      set_text_error (error, quoted, reading->problem, scan);
      break;
    case XB_PHONE_UNKNOWN_AREA:
    case XB_PHONE_RETIRED_AREA:
    case XB_PHONE_LOCAL_START:
    case XB_PHONE_LOCAL_LENGTH:
      set_area_error (error, quoted, reading);
      break;
    case XB_PHONE_SERVICE_LENGTH:
      set_service_error (error, quoted, reading);
      break;
    case XB_PHONE_NO_AREA:
    case XB_PHONE_LOST_ZERO:
    case XB_PHONE_MOBILE_LENGTH:
    case XB_PHONE_MOBILE_START:
    case XB_PHONE_COUNTRY:
    case XB_PHONE_COUNTRY_LENGTH:
    case XB_PHONE_UNKNOWN:
    case XB_PHONE_OK:
    default:
      set_digits_error (error, quoted, reading);
      break;
    }
}
