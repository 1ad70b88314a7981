/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-clock.h"
#include "xb-error.h"

static void
test_instants (void)
{
  static const struct { const char *text; gint64 instant; } rows[] = {
    { "2026-09-28T10:00:00+08:00", 1790560800 },
    { "2026-09-28T02:00:00Z", 1790560800 },
    { "2026-09-28T10:00:00", 1790560800 },
    { "2026-09-28T10:00", 1790560800 },
    { "2026-09-28", 1790524800 },
    { "tomorrow", -1 },
    { "2026-02-30", -1 },
    { "", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (xb_instant_parse (rows[i].text, &error), ==, rows[i].instant);
      if (rows[i].instant < 0)
        g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
      else
        g_assert_no_error (error);
    }
}

static void
test_china_day (void)
{
  g_autofree char *day = xb_instant_to_day (1790560800);
  g_autofree char *late = xb_instant_to_day (xb_instant_parse ("2026-12-31T16:00:00Z", NULL));
  g_autofree char *text = xb_instant_format (1790560800);

  g_assert_cmpstr (day, ==, "2026-09-28");
  g_assert_cmpstr (late, ==, "2027-01-01");
  g_assert_cmpstr (text, ==, "2026-09-28T10:00:00+08:00");
  g_assert_cmpint (xb_instant_from_day ("2026-09-28", 10, 0), ==, 1790560800);
}

static void
test_fixed (void)
{
  g_autoptr(XbClock) clock = xb_clock_new_fixed (42);

  g_assert_cmpint (xb_clock_now (clock), ==, 42);
  xb_clock_set_fixed (clock, 43);
  g_assert_cmpint (xb_clock_now (clock), ==, 43);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/instants", test_instants);
  g_test_add_func ("/clock/china-day", test_china_day);
  g_test_add_func ("/clock/fixed", test_fixed);
  return g_test_run ();
}
