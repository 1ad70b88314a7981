/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-error.h"
#include "xb-uscc.h"

static const struct { const char *text, *code; } good[] = {
  { "91350100M000100Y43", "91350100M000100Y43" },
  { "91110000802100433B", "91110000802100433B" },
  { "9144030071526726XG", "9144030071526726XG" },
  { "914403001922038216", "914403001922038216" },
  { "91330100716105852F", "91330100716105852F" },
  { "91330100799655058b", "91330100799655058B" },
  { "91350100m000100y43", "91350100M000100Y43" },
  { " 9135 0100 M000 100Y 43\n", "91350100M000100Y43" },
  { "91350100-M000100Y4-3", "91350100M000100Y43" },
  { "91350100\302\240M000100Y43", "91350100M000100Y43" },
  { "９１３５０１００Ｍ０００１００Ｙ４３", "91350100M000100Y43" },
  { "９１３５０１００ｍ０００１００ｙ４３", "91350100M000100Y43" },
  { "91350100\342\200\213M000100Y43", "91350100M000100Y43" },
};

static const struct { const char *text, *says; } bad[] = {
  { "", "is empty" },
  { "  ", "is empty" },
  { "1", "has 1 character; a credit code has 18" },
  { "91350100M000100Y4", "has 17 characters" },
  { "91350100M000100Y433", "more than 18 characters" },
  { "91350100M000100Y4333333333333333333333333333333333333333333333333333333333333333", "more than 18 characters" },
  { "350100100012345", "old registration number of 15 digits" },
  { "9135O100M000100Y43", "character 5 is the letter O, which no credit code has; it is probably 0" },
  { "9135o100M000100Y43", "it is probably 0" },
  { "9I350100M000100Y43", "character 2 is the letter I, which no credit code has; it is probably 1" },
  { "913S0100M000100Y43", "it is probably 5" },
  { "91350100M000Z00Y43", "it is probably 2" },
  { "91350100M000V00Y43", "it is probably U" },
  { "91350100M000.00Y43", "character 13 is “.”" },
  { "91B50100M000100Y43", "characters 3 to 8 are digits" },
  { "91350100M000100Y4公", "character 18 is not a digit or a Latin letter" },
  { "91350100M0001\377Y43", "character 14 is not" },
  { "91350100M00010", "has 14 characters" },
  /* one wrong character: where to look */
  { "91350100M000100Y44", "compare characters 1 to 8 (91350100) and the last (4)" },
  { "91350200M000100Y43", "compare characters 1 to 8 (91350200) and the last (3)" },
  { "91350100M000200Y43", "compare characters 9 to 17 (M000200Y4)" },
  { "911100008O2100433B", "it is probably 0" },
  { "91110000B02100433B", "character 9 may be 8 instead of B" },
  { "911100008021004338", "character 18 may be B instead of 8" },
  { "91110000802104033B", "characters 14 and 15 may have changed places" },
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr(GError) error = NULL;
      char code[XB_USCC_LENGTH + 1];

      g_test_message ("%s", good[i].text);
      xb_uscc_normalise (good[i].text, code, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (code, ==, good[i].code);
    }
}

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;
      char code[XB_USCC_LENGTH + 1];

      g_assert_false (xb_uscc_normalise (bad[i].text, code, &error));
      g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_nonnull (strstr (error->message, bad[i].says));
    }
}

/* The check character finds every single wrong character and every swap of two different neighbours. */
static void
test_every_slip (void)
{
  static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  for (guint g = 0; g < 6; g++)
    for (guint i = 0; i < XB_USCC_LENGTH; i++)
      {
        char text[XB_USCC_LENGTH + 1], code[XB_USCC_LENGTH + 1];

        strcpy (text, good[g].code);
        for (guint a = 0; a < strlen (alphabet); a++)
          {
            text[i] = alphabet[a];
            g_assert_cmpint (xb_uscc_normalise (text, code, NULL), ==, text[i] == good[g].code[i]);
          }
        strcpy (text, good[g].code);
        if (i == 0 || text[i] == text[i - 1])
          continue;
        text[i] = good[g].code[i - 1];
        text[i - 1] = good[g].code[i];
        g_assert_false (xb_uscc_normalise (text, code, NULL));
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/uscc/good", test_good);
  g_test_add_func ("/uscc/bad", test_bad);
  g_test_add_func ("/uscc/every-slip", test_every_slip);
  return g_test_run ();
}
