/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-day.h"
#include "xb-error.h"
#include "xb-workdays.h"

/* Every day that the notices name, and their neighbours. */
static const struct { const char *day; gboolean workday; const char *reason; gboolean estimated; } checks[] = {
  { "2024-01-01", FALSE, "元旦" }, { "2024-01-02", TRUE, NULL },
  { "2024-02-04", TRUE, "make-up day (春节)" }, { "2024-02-09", TRUE, NULL }, { "2024-02-10", FALSE, "春节" },
  { "2024-02-17", FALSE, "春节" }, { "2024-02-18", TRUE, "make-up day (春节)" }, { "2024-02-19", TRUE, NULL },
  { "2024-04-04", FALSE, "清明节" }, { "2024-04-06", FALSE, "清明节" }, { "2024-04-07", TRUE, "make-up day (清明节)" },
  { "2024-04-28", TRUE, "make-up day (劳动节)" }, { "2024-05-01", FALSE, "劳动节" }, { "2024-05-05", FALSE, "劳动节" },
  { "2024-05-11", TRUE, "make-up day (劳动节)" }, { "2024-06-10", FALSE, "端午节" }, { "2024-06-07", TRUE, NULL },
  { "2024-09-14", TRUE, "make-up day (中秋节)" }, { "2024-09-17", FALSE, "中秋节" }, { "2024-09-18", TRUE, NULL },
  { "2024-09-29", TRUE, "make-up day (国庆节)" }, { "2024-10-01", FALSE, "国庆节" }, { "2024-10-07", FALSE, "国庆节" },
  { "2024-10-12", TRUE, "make-up day (国庆节)" }, { "2024-12-28", FALSE, "weekend" },
  { "2025-01-01", FALSE, "元旦" }, { "2025-01-26", TRUE, "make-up day (春节)" }, { "2025-01-27", TRUE, NULL },
  { "2025-01-28", FALSE, "春节" }, { "2025-02-04", FALSE, "春节" }, { "2025-02-05", TRUE, NULL },
  { "2025-02-08", TRUE, "make-up day (春节)" }, { "2025-04-04", FALSE, "清明节" }, { "2025-04-07", TRUE, NULL },
  { "2025-04-27", TRUE, "make-up day (劳动节)" }, { "2025-05-05", FALSE, "劳动节" }, { "2025-05-06", TRUE, NULL },
  { "2025-05-31", FALSE, "端午节" }, { "2025-06-02", FALSE, "端午节" }, { "2025-06-03", TRUE, NULL },
  { "2025-09-28", TRUE, "make-up day (国庆节、中秋节)" }, { "2025-10-01", FALSE, "国庆节、中秋节" },
  { "2025-10-08", FALSE, "国庆节、中秋节" }, { "2025-10-09", TRUE, NULL },
  { "2025-10-11", TRUE, "make-up day (国庆节、中秋节)" },
  { "2026-01-01", FALSE, "元旦" }, { "2026-01-03", FALSE, "元旦" }, { "2026-01-04", TRUE, "make-up day (元旦)" },
  { "2026-02-14", TRUE, "make-up day (春节)" }, { "2026-02-15", FALSE, "春节" }, { "2026-02-23", FALSE, "春节" },
  { "2026-02-24", TRUE, NULL }, { "2026-02-28", TRUE, "make-up day (春节)" },
  { "2026-04-06", FALSE, "清明节" }, { "2026-04-07", TRUE, NULL }, { "2026-05-05", FALSE, "劳动节" },
  { "2026-05-09", TRUE, "make-up day (劳动节)" }, { "2026-06-19", FALSE, "端午节" }, { "2026-06-22", TRUE, NULL },
  { "2026-09-20", TRUE, "make-up day (国庆节)" }, { "2026-09-25", FALSE, "中秋节" }, { "2026-09-27", FALSE, "中秋节" },
  { "2026-09-28", TRUE, NULL }, { "2026-10-01", FALSE, "国庆节" }, { "2026-10-07", FALSE, "国庆节" },
  { "2026-10-10", TRUE, "make-up day (国庆节)" }, { "2026-12-31", TRUE, NULL },
  { "2027-01-01", TRUE, NULL, TRUE }, { "2027-01-02", FALSE, "weekend", TRUE }, { "2023-12-29", TRUE, NULL, TRUE },
  { "1900-01-01", TRUE, NULL, TRUE }, { "2999-12-31", TRUE, NULL, TRUE },
};

static const struct { const char *day; int n; const char *result; gboolean estimated; } adds[] = {
  { "2026-09-28", 1, "2026-09-29" }, { "2026-09-28", 3, "2026-10-08" }, { "2026-09-28", 5, "2026-10-10" },
  { "2026-09-28", 6, "2026-10-12" }, { "2026-09-28", 7, "2026-10-13" }, { "2026-09-30", 1, "2026-10-08" },
  { "2026-10-03", 1, "2026-10-08" }, { "2026-10-01", 0, "2026-10-08" }, { "2026-09-28", 0, "2026-09-28" },
  { "2026-10-10", 0, "2026-10-10" }, { "2026-10-11", 0, "2026-10-12" }, { "2026-10-08", -1, "2026-09-30" },
  { "2026-10-04", -1, "2026-09-30" }, { "2026-10-12", -1, "2026-10-10" }, { "2026-10-13", -7, "2026-09-28" },
  { "2026-02-13", 1, "2026-02-14" }, { "2026-02-14", 1, "2026-02-24" }, { "2026-02-24", -1, "2026-02-14" },
  { "2025-12-31", 1, "2026-01-04" }, { "2025-01-24", 1, "2025-01-26" }, { "2025-01-24", 3, "2025-02-05" },
  { "2024-02-08", 2, "2024-02-18" }, { "2024-12-31", 1, "2025-01-02" }, { "2026-12-30", 1, "2026-12-31" },
  { "2026-12-30", 2, "2027-01-01", TRUE }, { "2027-01-01", 5, "2027-01-08", TRUE }, { "2024-01-02", -1, "2023-12-29", TRUE },
  { "2027-01-02", 0, "2027-01-04", TRUE }, { "2026-01-01", 248, "2026-12-31" },
};

static const struct { const char *from, *until; int days; gboolean estimated; } spans[] = {
  { "2026-09-28", "2026-09-28", 0 }, { "2026-09-28", "2026-10-13", 7 }, { "2026-10-13", "2026-09-28", -7 },
  { "2026-09-30", "2026-10-07", 0 }, { "2026-10-01", "2026-10-08", 1 }, { "2026-10-09", "2026-10-11", 1 },
  { "2025-12-31", "2026-12-31", 248 }, { "2024-12-31", "2025-12-31", 248 }, { "2024-01-01", "2024-12-31", 251 },
  { "2026-12-31", "2027-01-08", 6, TRUE }, { "2027-01-01", "2027-01-01", 0, TRUE }, { "2023-12-29", "2024-01-02", 1, TRUE },
  { "2026-10-09", "2026-10-10", 1 }, { "2026-10-10", "2026-10-09", -1 }, { "2026-10-11", "2026-10-10", 0 },
};

static void
test_check (void)
{
  XbWorkdays *calendar = xb_workdays_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *reason = NULL;
      gboolean workday, estimated;

      g_test_message ("%s", checks[i].day);
      xb_workdays_check (calendar, checks[i].day, &workday, &reason, &estimated, &error);
      g_assert_no_error (error);
      g_assert_cmpint (workday, ==, checks[i].workday);
      g_assert_cmpstr (reason, ==, checks[i].reason);
      g_assert_cmpint (estimated, ==, checks[i].estimated);
    }
}

/* As many working days as the notices leave: 365 or 366, less weekends and days off, plus make-up days. */
static void
test_years (void)
{
  static const struct { const char *first; int workdays, days; } rows[] = {
    { "2024-01-01", 251, 366 }, { "2025-01-01", 248, 365 }, { "2026-01-01", 248, 365 },
  };
  XbWorkdays *calendar = xb_workdays_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int workdays = 0;

      for (int day = 0; day < rows[i].days; day++)
        {
          g_autofree char *text = xb_day_add (rows[i].first, day);
          gboolean workday, estimated;

          g_assert_true (xb_workdays_check (calendar, text, &workday, NULL, &estimated, NULL));
          g_assert_false (estimated);
          workdays += workday;
        }
      g_assert_cmpint (workdays, ==, rows[i].workdays);
    }
  g_assert_cmpstr (xb_workdays_get_notice (calendar, 2024), ==, "国办发明电〔2023〕7号");
  g_assert_cmpstr (xb_workdays_get_notice (calendar, 2025), ==, "国办发明电〔2024〕12号");
  g_assert_cmpstr (xb_workdays_get_notice (calendar, 2026), ==, "国办发明电〔2025〕7号");
  g_assert_null (xb_workdays_get_notice (calendar, 2027));
}

static void
test_add (void)
{
  XbWorkdays *calendar = xb_workdays_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (adds); i++)
    {
      g_autoptr(GError) error = NULL;
      gboolean estimated;
      g_autofree char *result = xb_workdays_add (calendar, adds[i].day, adds[i].n, &estimated, &error);

      g_test_message ("%s %d", adds[i].day, adds[i].n);
      g_assert_no_error (error);
      g_assert_cmpstr (result, ==, adds[i].result);
      g_assert_cmpint (estimated, ==, adds[i].estimated);
    }
}

static void
test_between (void)
{
  XbWorkdays *calendar = xb_workdays_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autoptr(GError) error = NULL;
      gboolean estimated;
      int days = 99;

      g_test_message ("%s %s", spans[i].from, spans[i].until);
      xb_workdays_between (calendar, spans[i].from, spans[i].until, &days, &estimated, &error);
      g_assert_no_error (error);
      g_assert_cmpint (days, ==, spans[i].days);
      g_assert_cmpint (estimated, ==, spans[i].estimated);
    }
}

/* From any day, the n-th working day after it is n working days away. */
static void
test_agree (void)
{
  XbWorkdays *calendar = xb_workdays_get_default ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (2);

  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *day = xb_day_add ("2023-06-01", g_rand_int_range (rand, 0, 1500));
      int n = g_rand_int_range (rand, 1, 600);
      g_autofree char *later = xb_workdays_add (calendar, day, n, NULL, NULL);
      g_autofree char *back = xb_workdays_add (calendar, later, -n, NULL, NULL);
      g_autofree char *start = xb_workdays_add (calendar, day, 0, NULL, NULL);
      int days, reverse;
      gboolean workday;

      g_assert_true (xb_workdays_between (calendar, day, later, &days, NULL, NULL));
      g_assert_cmpint (days, ==, n);
      g_assert_true (xb_workdays_between (calendar, later, day, &reverse, NULL, NULL));
      g_assert_cmpint (reverse, ==, -n);
      g_assert_true (xb_workdays_check (calendar, day, &workday, NULL, NULL, NULL));
      if (workday)
        g_assert_cmpstr (back, ==, start);
    }
}

static void
test_refused (void)
{
  static const struct { const char *day; int n; const char *says; } rows[] = {
    { "2026-02-30", 1, "is no day" }, { "", 1, "is no day" }, { "2026-10-13", 10001, "too many to count" },
    { "2026-10-13", -10001, "too many" }, { "2026-10-13", G_MAXINT, "too many" }, { "2026-10-13", G_MININT, "too many" },
    { "2999-12-31", 1, "lead out of the years" }, { "1900-01-01", -1, "lead out of the years" },
  };
  XbWorkdays *calendar = xb_workdays_get_default ();
  int days;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (xb_workdays_add (calendar, rows[i].day, rows[i].n, NULL, &error));
      g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, rows[i].says));
    }
  g_assert_false (xb_workdays_check (calendar, "yesterday", NULL, NULL, NULL, NULL));
  g_assert_false (xb_workdays_between (calendar, "2026-10-13", "x", &days, NULL, NULL));
  g_assert_false (xb_workdays_between (calendar, "x", "2026-10-13", &days, NULL, NULL));
}

#define YEAR(holidays) "{\"years\":[{\"year\":2026,\"notice\":\"n\",\"holidays\":[" holidays "]}]}"

static void
test_bad_file (void)
{
  static const struct { const char *json, *says; } rows[] = {
    { "", "“years” is missing" },
    { "{", "cannot be used" },
    { "[]", "“years” is missing" },
    { "{\"years\":{}}", "“years” is missing" },
    { "{\"years\":[1]}", "a year lacks" },
    { "{\"years\":[{\"year\":\"2026\",\"notice\":\"n\",\"holidays\":[]}]}", "a year lacks" },
    { "{\"years\":[{\"year\":2026,\"holidays\":[]}]}", "a year lacks" },
    { "{\"years\":[{\"year\":26,\"notice\":\"n\",\"holidays\":[]}]}", "not between 1900 and 2999" },
    { "{\"years\":[{\"year\":2026,\"notice\":\"n\",\"holidays\":[]},{\"year\":2026,\"notice\":\"n\",\"holidays\":[]}]}",
      "2026 is listed twice" },
    { YEAR ("7"), "a holiday of 2026 lacks" },
    { YEAR ("{\"name\":\"\",\"off\":[],\"work\":[]}"), "a holiday of 2026 lacks" },
    { YEAR ("{\"name\":\"a\",\"off\":[]}"), "a holiday of 2026 lacks" },
    { YEAR ("{\"name\":\"a\",\"off\":[\"2026-01-01\"],\"work\":[]}"), "where a day is expected" },
    { YEAR ("{\"name\":\"a\",\"off\":[{\"from\":\"2026-02-30\",\"until\":\"2026-03-01\"}],\"work\":[]}"), "“2026-02-30”" },
    { YEAR ("{\"name\":\"a\",\"off\":[{\"from\":\"2026-02-03\"}],\"work\":[]}"), "where a day is expected" },
    { YEAR ("{\"name\":\"a\",\"off\":[{\"from\":\"2026-02-03\",\"until\":\"2026-02-01\"}],\"work\":[]}"), "ends before" },
    { YEAR ("{\"name\":\"a\",\"off\":[{\"from\":\"2025-02-01\",\"until\":\"2026-02-01\"}],\"work\":[]}"),
      "2025-02-01 is listed under 2026" },
    { YEAR ("{\"name\":\"a\",\"off\":[],\"work\":[5]}"), "where a day is expected" },
    { YEAR ("{\"name\":\"a\",\"off\":[],\"work\":[\"2026-01-05\"]}"), "2026-01-05 is no Saturday or Sunday" },
    { YEAR ("{\"name\":\"a\",\"off\":[],\"work\":[\"2026-01-04\",\"2026-01-04\"]}"), "2026-01-04 is listed twice" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (rows[i].json, strlen (rows[i].json));
      g_autoptr(GError) error = NULL;

      g_assert_null (xb_workdays_new (bytes, &error));
      g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, rows[i].says));
    }
}

static void
test_good_file (void)
{
  static const char json[] =
    YEAR ("{\"name\":\"New Year\",\"off\":[{\"from\":\"2025-12-31\",\"until\":\"2026-01-02\"}],\"work\":[\"2026-01-04\"]}");
  g_autoptr(GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr(GError) error = NULL;
  XbWorkdays *calendar = xb_workdays_new (bytes, &error);
  g_autofree char *reason = NULL;
  gboolean workday, estimated;

  g_assert_no_error (error);
  g_assert_true (xb_workdays_check (calendar, "2025-12-31", &workday, &reason, &estimated, &error));
  g_assert_false (workday);
  g_assert_false (estimated);
  g_assert_cmpstr (reason, ==, "New Year");
  g_assert_finalize_object (calendar);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workdays/check", test_check);
  g_test_add_func ("/workdays/years", test_years);
  g_test_add_func ("/workdays/add", test_add);
  g_test_add_func ("/workdays/between", test_between);
  g_test_add_func ("/workdays/agree", test_agree);
  g_test_add_func ("/workdays/refused", test_refused);
  g_test_add_func ("/workdays/bad-file", test_bad_file);
  g_test_add_func ("/workdays/good-file", test_good_file);
  return g_test_run ();
}
