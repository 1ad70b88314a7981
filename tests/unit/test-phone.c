/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-error.h"
#include "xb-phone.h"

static const struct
{
  const char *text, *type, *e164, *national, *formatted;
} good[] = {
  /* mobiles, in every spelling */
  { "13800138000", "mobile", "+8613800138000", "13800138000", "138 0013 8000" },
  { "138 0013 8000", "mobile", "+8613800138000", "13800138000", "138 0013 8000" },
  { "138-0013-8000", "mobile", "+8613800138000", "13800138000", "138 0013 8000" },
  { "138.0013.8000", "mobile", "+8613800138000", "13800138000", "138 0013 8000" },
  { "+86 138 0013 8000", "mobile", "+8613800138000", "13800138000", "138 0013 8000" },
  { "+8613800138000", "mobile", "+8613800138000", "13800138000", "138 0013 8000" },
  { "008613800138000", "mobile", "+8613800138000", "13800138000", "138 0013 8000" },
  { "8613800138000", "mobile", "+8613800138000", "13800138000", "138 0013 8000" },
  { "86-13800138000", "mobile", "+8613800138000", "13800138000", "138 0013 8000" },
  { "(86)13800138000", "mobile", "+8613800138000", "13800138000", "138 0013 8000" },
  { "(+86)13800138000", "mobile", "+8613800138000", "13800138000", "138 0013 8000" },
  { "+(86) 13800138000", "mobile", "+8613800138000", "13800138000", "138 0013 8000" },
  { "＋８６　１３８００１３８０００", "mobile", "+8613800138000", "13800138000", "138 0013 8000" },
  { "０１３８００１３８０００", "mobile", "+8613800138000", "13800138000", "138 0013 8000" },
  { "013800138000", "mobile", "+8613800138000", "13800138000", "138 0013 8000" },
  { "138\302\240" "0013\302\240" "8000", "mobile", "+8613800138000", "13800138000", "138 0013 8000" },
  { "138‑0013–8000", "mobile", "+8613800138000", "13800138000", "138 0013 8000" },
  { "138—0013－8000", "mobile", "+8613800138000", "13800138000", "138 0013 8000" },
  { "\342\200\255138 0013 8000\342\200\254", "mobile", "+8613800138000", "13800138000", "138 0013 8000" },
  { "\357\273\27713800138000", "mobile", "+8613800138000", "13800138000", "138 0013 8000" },
  { "'13800138000", "mobile", "+8613800138000", "13800138000", "138 0013 8000" },
  { "  13800138000\r\n", "mobile", "+8613800138000", "13800138000", "138 0013 8000" },
  { "tel:+86-138-0013-8000", "mobile", "+8613800138000", "13800138000", "138 0013 8000" },
  { "TEL: 13800138000", "mobile", "+8613800138000", "13800138000", "138 0013 8000" },
  { "tel:13800138000;phone-context=+86", "mobile", "+8613800138000", "13800138000", "138 0013 8000" },
  { "电话：13800138000", "mobile", "+8613800138000", "13800138000", "138 0013 8000" },
  { "手机号码: 13800138000", "mobile", "+8613800138000", "13800138000", "138 0013 8000" },
  { "14512345678", "mobile", "+8614512345678", "14512345678", "145 1234 5678" },
  { "16212345678", "mobile", "+8616212345678", "16212345678", "162 1234 5678" },
  { "19912345678", "mobile", "+8619912345678", "19912345678", "199 1234 5678" },
  /* fixed lines */
  { "02886123456", "fixed", "+862886123456", "02886123456", "028-8612 3456" },
  { "028-86123456", "fixed", "+862886123456", "02886123456", "028-8612 3456" },
  { "028 8612 3456", "fixed", "+862886123456", "02886123456", "028-8612 3456" },
  { "(028)86123456", "fixed", "+862886123456", "02886123456", "028-8612 3456" },
  { "（０２８）８６１２３４５６", "fixed", "+862886123456", "02886123456", "028-8612 3456" },
  { "（028）86123456", "fixed", "+862886123456", "02886123456", "028-8612 3456" },
  { "028/86123456", "fixed", "+862886123456", "02886123456", "028-8612 3456" },
  { "028一86123456", "fixed", "+862886123456", "02886123456", "028-8612 3456" },
  { "+86 28 8612 3456", "fixed", "+862886123456", "02886123456", "028-8612 3456" },
  { "+86 (0)28 8612 3456", "fixed", "+862886123456", "02886123456", "028-8612 3456" },
  { "+86 028 8612 3456", "fixed", "+862886123456", "02886123456", "028-8612 3456" },
  { "0086-28-86123456", "fixed", "+862886123456", "02886123456", "028-8612 3456" },
  { "86 28 8612 3456", "fixed", "+862886123456", "02886123456", "028-8612 3456" },
  { "862886123456", "fixed", "+862886123456", "02886123456", "028-8612 3456" },
  { "tel:+862886123456", "fixed", "+862886123456", "02886123456", "028-8612 3456" },
  { "010-65529988", "fixed", "+861065529988", "01065529988", "010-6552 9988" },
  { "+86 10 6552 9988", "fixed", "+861065529988", "01065529988", "010-6552 9988" },
  { "0755-83765566", "fixed", "+8675583765566", "075583765566", "0755-8376 5566" },
  { "+8675583765566", "fixed", "+8675583765566", "075583765566", "0755-8376 5566" },
  { "0816-2234567", "fixed", "+868162234567", "08162234567", "0816-223 4567" },
  { "+868162234567", "fixed", "+868162234567", "08162234567", "0816-223 4567" },
  { "0816-22345678", "fixed", "+8681622345678", "081622345678", "0816-2234 5678" },
  { "0898-66778899", "fixed", "+8689866778899", "089866778899", "0898-6677 8899" },
  { "0991-2345678", "fixed", "+869912345678", "09912345678", "0991-234 5678" },
  { "0953-2031234", "fixed", "+869532031234", "09532031234", "0953-203 1234" },
  { "021-28881234", "fixed", "+862128881234", "02128881234", "021-2888 1234" },
  /* service numbers */
  { "4001234567", "400", "+864001234567", "4001234567", "400-123-4567" },
  { "400-123-4567", "400", "+864001234567", "4001234567", "400-123-4567" },
  { "400 1234 567", "400", "+864001234567", "4001234567", "400-123-4567" },
  { "4006-123-456", "400", "+864006123456", "4006123456", "400-612-3456" },
  { "+86 400 123 4567", "400", "+864001234567", "4001234567", "400-123-4567" },
  { "86 400 123 4567", "400", "+864001234567", "4001234567", "400-123-4567" },
  { "800-810-1234", "800", "+868008101234", "8008101234", "800-810-1234" },
  { "95588", "95", "+8695588", "95588", "95588" },
  { "+8695588", "95", "+8695588", "95588", "95588" },
  { "86-95588", "95", "+8695588", "95588", "95588" },
  { "010-95588", "95", "+8695588", "95588", "95588" },
  { "950888", "95", "+86950888", "950888", "950888" },
  { "9501388", "95", "+869501388", "9501388", "9501388" },
  { "95105105", "95", "+8695105105", "95105105", "95105105" },
  { "96110", "96", "+8696110", "96110", "96110" },
  { "962288", "96", "+86962288", "962288", "962288" },
  { "028-96110", "96", "+862896110", "02896110", "028-96110" },
  { "+862896110", "96", "+862896110", "02896110", "028-96110" },
  { "0816-96933", "96", "+8681696933", "081696933", "0816-96933" },
  { "0951-96110", "96", "+8695196110", "095196110", "0951-96110" },
  { "+8695196110", "96", "+8695196110", "095196110", "0951-96110" },
  { "110", "short", "+86110", "110", "110" },
  { "119", "short", "+86119", "119", "119" },
  { "120", "short", "+86120", "120", "120" },
  { "122", "short", "+86122", "122", "122" },
  { "114", "short", "+86114", "114", "114" },
  { "10086", "short", "+8610086", "10086", "10086" },
  { "12345", "short", "+8612345", "12345", "12345" },
  { "12315", "short", "+8612315", "12315", "12315" },
  { "116114", "short", "+86116114", "116114", "116114" },
  { "028-12345", "short", "+862812345", "02812345", "028-12345" },
  { "010-12345", "short", "+861012345", "01012345", "010-12345" },
  { "0951-12345", "short", "+8695112345", "095112345", "0951-12345" },
  /* abroad, and what is dialled like it */
  { "+1 415 555 0100", "international", "+14155550100", "0014155550100", "+1 415 555 0100" },
  { "001-415-555-0100", "international", "+14155550100", "0014155550100", "+1 415 555 0100" },
  { "+852 2123 4567", "international", "+85221234567", "0085221234567", "+852 2123 4567" },
  { "+853 2857 1234", "international", "+85328571234", "0085328571234", "+853 2857 1234" },
  { "+886 2 2345 6789", "international", "+886223456789", "00886223456789", "+886 223 456 789" },
  { "+44 20 7946 0958", "international", "+442079460958", "00442079460958", "+44 20 7946 0958" },
  { "+65 6123 4567", "international", "+6561234567", "006561234567", "+65 6123 4567" },
  { "+49 30 12345678", "international", "+493012345678", "00493012345678", "+49 30 1234 5678" },
};

static const struct
{
  const char *text, *says;
} bad[] = {
  { "", "holds no digits" },
  { "   ", "holds no digits" },
  { "+", "holds no digits" },
  { "--", "holds no digits" },
  { "电话：", "holds no digits" },
  { "abc", "“a” has no place" },
  { "张三", "“张” has no place" },
  { "13800138000（微信同号）", "“微” has no place" },
  { "138++00138000", "give one number at a time" },
  { "13800138000@163.com", "“@” has no place" },
  { "138001\377\376", "damaged text" },
  { "\3013800138000", "damaged text" },
  { "138001380\344", "damaged text" },
  { "86123456", "give the area code too" },
  { "8612 3456", "give the area code too" },
  { "2234567", "give the area code too" },
  { "+86 86123456", "give the area code too" },
  { "2886123456", "has lost its first 0; write 028-86123456" },
  { "75583765566", "write 0755-83765566" },
  { "4155550100", "write 0415-5550100" },
  { "1065529988", "write 010-65529988" },
  { "95196110", "write 0951-96110" },
  { "0999", "has 0 digits after the area code 0999; there must be 7 or 8" },
  { "028-8612345", "has 7 digits after the area code 028; there must be 8" },
  { "028-861234567", "has 9 digits after the area code 028; there must be 8" },
  { "0816-223456", "has 6 digits after the area code 0816; there must be 7 or 8" },
  { "028-1", "begins with 2 to 8, not 1" },
  { "028-16123456", "begins with 2 to 8, not 1" },
  { "028-96123456", "begins with 2 to 8, not 9" },
  { "0281234", "begins with 2 to 8, not 1" },
  { "028-110", "begins with 2 to 8, not 1" },
  { "026-86123456", "there is no area code 026" },
  { "0123-4567890", "there is no area code 012" },
  { "0300-1234567", "there is no area code 0300" },
  { "0999-", "has 0 digits" },
  { "0", "there is no area code 0" },
  { "0733-2212345", "0733 is no longer in use; write the number with 0731" },
  { "0378-2212345", "write the number with 0371" },
  { "1380013800", "has 10 digits; a mobile number has 11" },
  { "138001380000", "has 12 digits; a mobile number has 11" },
  { "13", "has 2 digits; a mobile number has 11" },
  { "12800138000", "begins with 12; a mobile number begins with 13 to 19" },
  { "10612345678", "begins with 10; a mobile number begins with 13 to 19" },
  { "11012345678", "begins with 11" },
  { "400-123-456", "has 9 digits; a 400 number has 10" },
  { "400", "has 3 digits; a 400 number has 10" },
  { "800810123", "has 9 digits; an 800 number has 10" },
  { "9558", "has 4 digits; a 95 number has 5 to 8" },
  { "9611", "has 4 digits; a 96 number has 5 or 6" },
  { "9611012", "has 7 digits; a 96 number has 5 or 6" },
  { "5", "no telephone number in China" },
  { "1", "no telephone number in China" },
  { "100", "no telephone number in China" },
  { "85221234567", "begin a number abroad with +" },
  { "+86", "no telephone number in China" },
  { "0086", "no telephone number in China" },
  { "028-86123456-801", "ends in an extension" },
  { "028-86123456转801", "ends in an extension" },
  { "（028）86123456 转 ８０１", "ends in an extension" },
  { "028-86123456 ext. 801", "ends in an extension" },
  { "028-86123456x801", "ends in an extension" },
  { "028-86123456#801", "ends in an extension" },
  { "028-86123456分机801", "ends in an extension" },
  { "028-86123456,801", "ends in an extension" },
  { "tel:+862886123456;ext=801", "ends in an extension" },
  { "400-123-4567-801", "ends in an extension" },
  { "400-123-4567转1", "ends in an extension" },
  { "0816-2234567-8", "ends in an extension" },
  { "95588-801", "ends in an extension" },
  { "13800138000-1234", "ends in an extension" },
  { "13800138000,13900139000", "give one number at a time" },
  { "13800138000、13900139000", "give one number at a time" },
  { "13800138000 13900139000", "give one number at a time" },
  { "028-86123456/57", "give one number at a time" },
  { "123456789012345678901234567890", "give one number at a time" },
  { "1.38E+10", "shortened by a spreadsheet" },
  { "1.38001E+10", "shortened by a spreadsheet" },
  { "+0 415 555 0100", "begins with no country code" },
  { "+999 123456", "begins with no country code" },
  { "+21012345678", "begins with no country code" },
  { "+1 415", "has 4 digits; a number with its country code has 8 to 15" },
  { "+1 415 555 0100 123456", "has 17 digits" },
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *formatted = NULL;
      XbPhone phone;

      g_test_message ("%s", good[i].text);
      xb_phone_parse (good[i].text, &phone, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (xb_phone_type_to_string (phone.type), ==, good[i].type);
      g_assert_cmpstr (phone.e164, ==, good[i].e164);
      g_assert_cmpstr (phone.national, ==, good[i].national);
      formatted = xb_phone_format (phone.e164);
      g_assert_cmpstr (formatted, ==, good[i].formatted);
    }
}

/* What is stored, dialled or shown reads back as the same number. */
static void
test_round_trip (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      const char *texts[] = { good[i].e164, good[i].national, good[i].formatted };

      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          g_autoptr(GError) error = NULL;
          XbPhone phone;

          xb_phone_parse (texts[j], &phone, &error);
          g_assert_no_error (error);
          g_assert_cmpstr (phone.e164, ==, good[i].e164);
        }
    }
}

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;
      XbPhone phone;

      g_test_message ("row %u", i);
      g_assert_false (xb_phone_parse (bad[i].text, &phone, &error));
      g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, bad[i].says));
      g_assert_false (xb_phone_parse (bad[i].text, &phone, NULL));
    }
}

static void
test_long (void)
{
  g_autofree char *spaces = g_strnfill (100000, ' ');
  g_autofree char *letters = g_strnfill (100000, 'q');
  g_autofree char *text = g_strconcat (spaces, "95588", spaces, NULL);
  g_autoptr(GError) error = NULL;
  XbPhone phone;

  g_assert_true (xb_phone_parse (text, &phone, &error));
  g_assert_cmpstr (phone.e164, ==, "+8695588");
  g_assert_false (xb_phone_parse (letters, &phone, &error));
  g_assert_cmpuint (strlen (error->message), <, 300);
}

static void
test_virtual (void)
{
  g_assert_true (xb_phone_is_virtual ("+8616212345678"));
  g_assert_true (xb_phone_is_virtual ("+8616512345678"));
  g_assert_true (xb_phone_is_virtual ("+8616712345678"));
  g_assert_true (xb_phone_is_virtual ("+8617012345678"));
  g_assert_true (xb_phone_is_virtual ("+8617112345678"));
  g_assert_false (xb_phone_is_virtual ("+8617212345678"));
  g_assert_false (xb_phone_is_virtual ("+8613800138000"));
  g_assert_false (xb_phone_is_virtual ("+8617012345"));
  g_assert_false (xb_phone_is_virtual ("+14155550100"));
  g_assert_false (xb_phone_is_virtual (""));
}

static void
test_types (void)
{
  XbPhoneType type;

  for (XbPhoneType i = XB_PHONE_MOBILE; i <= XB_PHONE_INTERNATIONAL; i++)
    {
      g_assert_true (xb_phone_type_from_string (xb_phone_type_to_string (i), &type));
      g_assert_cmpint (type, ==, i);
    }
  g_assert_false (xb_phone_type_from_string ("telex", &type));
  g_assert_false (xb_phone_type_from_string (NULL, &type));
}

static void
test_format_unknown (void)
{
  g_autofree char *text = xb_phone_format ("nonsense");

  g_assert_cmpstr (text, ==, "nonsense");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phone/good", test_good);
  g_test_add_func ("/phone/round-trip", test_round_trip);
  g_test_add_func ("/phone/bad", test_bad);
  g_test_add_func ("/phone/long", test_long);
  g_test_add_func ("/phone/virtual", test_virtual);
  g_test_add_func ("/phone/types", test_types);
  g_test_add_func ("/phone/format-unknown", test_format_unknown);
  return g_test_run ();
}
