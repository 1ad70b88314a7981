/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"
#include "xb-error.h"
#include "xb-phone.h"

/* Whatever spelling is taken, it must be the same number again when read from where it is stored or shown. */
static void
check_same (const char    *text,
            const XbPhone *phone)
{
  g_autoptr(GError) error = NULL;
  XbPhone again;

  if (!xb_phone_parse (text, &again, &error))
    g_error ("“%s” of %s: %s", text, phone->e164, error->message);
  if (g_strcmp0 (again.e164, phone->e164) != 0 || again.type != phone->type)
    g_error ("“%s” of %s reads as %s", text, phone->e164, again.e164);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size); /* of its own size: an overrun shows */
  g_autoptr(GError) error = NULL;
  XbPhone phone;

  memset (&phone, 'x', sizeof phone);
  if (xb_phone_parse (text, &phone, &error))
    {
      g_autofree char *formatted = xb_phone_format (phone.e164);

      g_assert_no_error (error);
      g_assert_true (phone.e164[0] == '+' && strspn (phone.e164 + 1, "0123456789") == strlen (phone.e164) - 1);
      g_assert_cmpuint (strlen (phone.e164), <=, 16);
      g_assert_cmpuint (strspn (phone.national, "0123456789"), ==, strlen (phone.national));
      g_assert_nonnull (xb_phone_type_to_string (phone.type));
      check_same (phone.e164, &phone);
      check_same (phone.national, &phone);
      check_same (formatted, &phone);
    }
  else
    {
      g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpuint (strlen (error->message), <, 600);
    }
  return 0;
}

#ifndef XB_LIBFUZZER
int
main (int argc, char *argv[])
{
  static const Seed seeds[] = {
    SEED ("13800138000"), SEED ("+86 138 0013 8000"), SEED ("（０２８）８６１２３４５６"), SEED ("0816-2234567"),
    SEED ("0755-83765566"), SEED ("+8695196110"), SEED ("0951-12345"), SEED ("400-123-4567"), SEED ("95588"),
    SEED ("95105105"), SEED ("028-96110"), SEED ("10086"), SEED ("+14155550100"), SEED ("0085221234567"),
    SEED ("tel:+862886123456;ext=801"), SEED ("电话：028-86123456 转 801"), SEED ("86 28 8612 3456"), SEED ("+86"),
    SEED ("138\302\2400013\302\2408000"), SEED ("1.38E+10"), SEED ("010-65529988、010-65529989"),
  };

  return run_fuzz (argc, argv, seeds, G_N_ELEMENTS (seeds), 200000);
}
#endif
