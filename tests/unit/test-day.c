/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-day.h"
#include "xb-error.h"

static void
test_parse (void)
{
  static const struct { const char *text; gboolean valid; } rows[] = {
    { "2026-10-13", TRUE }, { "2024-02-29", TRUE }, { "2000-02-29", TRUE }, { "1900-01-01", TRUE },
    { "2999-12-31", TRUE }, { "2026-02-29", FALSE }, { "2100-02-29", FALSE }, { "1900-02-29", FALSE },
    { "1899-12-31", FALSE }, { "3000-01-01", FALSE }, { "2026-00-10", FALSE }, { "2026-13-01", FALSE },
    { "2026-01-00", FALSE }, { "2026-01-32", FALSE }, { "2026-04-31", FALSE }, { "", FALSE }, { "2026", FALSE },
    { "2026-1-1", FALSE }, { "2026-01-1", FALSE }, { "2026-01-011", FALSE }, { "2026/01/01", FALSE },
    { "20260101", FALSE }, { " 2026-01-01", FALSE }, { "2026-01-01 ", FALSE }, { "2026-01-01T00", FALSE },
    { "-026-01-01", FALSE }, { "2026-+1-01", FALSE }, { "today", FALSE }, { "２０２６-01-01", FALSE },
    { "2026-01\377", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      guint32 julian = 0;
      char out[11];

      g_test_message ("row %u", i);
      g_assert_cmpint (xb_day_parse (rows[i].text, &julian, &error), ==, rows[i].valid);
      g_assert_cmpint (xb_day_is_valid (rows[i].text), ==, rows[i].valid);
      if (!rows[i].valid)
        {
          g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
          continue;
        }
      xb_day_format (julian, out);
      g_assert_cmpstr (out, ==, rows[i].text);
    }
  g_assert_false (xb_day_is_valid (NULL));
}

static void
test_add (void)
{
  static const struct { const char *day; int days; const char *result; } rows[] = {
    { "2026-10-13", 0, "2026-10-13" }, { "2026-10-13", 1, "2026-10-14" }, { "2026-12-31", 1, "2027-01-01" },
    { "2024-02-28", 1, "2024-02-29" }, { "2026-02-28", 1, "2026-03-01" }, { "2026-03-01", -1, "2026-02-28" },
    { "2026-10-13", 365, "2027-10-13" }, { "2026-10-13", -286, "2025-12-31" },
    { "2999-12-31", 1, "2999-12-31" }, { "1900-01-01", -1, "1900-01-01" },
    { "2026-10-13", G_MAXINT, "2999-12-31" }, { "2026-10-13", G_MININT, "1900-01-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *result = xb_day_add (rows[i].day, rows[i].days);

      g_assert_cmpstr (result, ==, rows[i].result);
    }
}

static void
test_add_months (void)
{
  static const struct { const char *day; int months; const char *result; } rows[] = {
    { "2026-01-31", 1, "2026-02-28" }, { "2024-01-31", 1, "2024-02-29" }, { "2026-01-31", 3, "2026-04-30" },
    { "2026-10-13", 12, "2027-10-13" }, { "2024-02-29", 12, "2025-02-28" }, { "2024-02-29", -12, "2023-02-28" },
    { "2026-03-31", -1, "2026-02-28" }, { "2026-01-15", -1, "2025-12-15" }, { "2026-01-15", 0, "2026-01-15" },
    { "2026-01-15", -13, "2024-12-15" }, { "2999-12-15", 1, "2999-12-31" }, { "1900-01-15", -1, "1900-01-01" },
    { "2026-01-15", G_MAXINT, "2999-12-31" }, { "2026-01-15", G_MININT, "1900-01-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *result = xb_day_add_months (rows[i].day, rows[i].months);

      g_test_message ("%s %d", rows[i].day, rows[i].months);
      g_assert_cmpstr (result, ==, rows[i].result);
    }
}

static void
test_diff (void)
{
  g_assert_cmpint (xb_day_diff ("2026-10-13", "2026-10-13"), ==, 0);
  g_assert_cmpint (xb_day_diff ("2026-10-13", "2026-10-16"), ==, 3);
  g_assert_cmpint (xb_day_diff ("2026-10-16", "2026-10-13"), ==, -3);
  g_assert_cmpint (xb_day_diff ("2024-01-01", "2025-01-01"), ==, 366);
}

static void
test_weekday (void)
{
  g_assert_cmpint (xb_day_weekday ("2026-10-12"), ==, 1);
  g_assert_cmpint (xb_day_weekday ("2026-10-13"), ==, 2);
  g_assert_cmpint (xb_day_weekday ("2026-10-18"), ==, 7);
}

static void
test_label (void)
{
  g_autofree char *label = xb_day_dup_label ("2026-10-13");
  g_autofree char *other = xb_day_dup_label ("2027-01-03");
  g_autofree char *one = xb_day_dup_span ("2026-10-13", "2026-10-13");
  g_autofree char *span = xb_day_dup_span ("2026-10-01", "2026-10-31");
  g_autofree char *years = xb_day_dup_span ("2025-12-31", "2026-01-02");
  g_autofree char *year = xb_day_dup_label_with_year ("2026-10-13");

  g_assert_cmpstr (label, ==, "Tue 13 Oct");
  g_assert_cmpstr (other, ==, "Sun 3 Jan");
  g_assert_cmpstr (one, ==, "13 Oct 2026");
  g_assert_cmpstr (span, ==, "1 Oct – 31 Oct 2026");
  g_assert_cmpstr (years, ==, "31 Dec 2025 – 2 Jan 2026");
  g_assert_cmpstr (year, ==, "Tue 13 Oct 2026");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/parse", test_parse);
  g_test_add_func ("/day/add", test_add);
  g_test_add_func ("/day/add-months", test_add_months);
  g_test_add_func ("/day/diff", test_diff);
  g_test_add_func ("/day/weekday", test_weekday);
  g_test_add_func ("/day/label", test_label);
  return g_test_run ();
}
