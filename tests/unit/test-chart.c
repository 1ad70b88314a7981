/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "xb-chart-rows.h"
#include "xb-chart-scale.h"
#include "xb-chart-style.h"
#include "xb-chart-thin.h"
#include "xb-chart-words.h"
#include "xb-day.h"

static double
day (const char *text)
{
  guint32 julian = 0;

  g_assert_true (xb_day_parse (text, &julian, NULL));
  return julian;
}

static void
test_scale (void)
{
  static const struct
  {
    XbChartUnit unit;
    double      low, high;
    gboolean    zero;
    guint       most;
    double      from, until, step;
    const char *ticks;
  } rows[] = {
    { XB_CHART_COUNT, 0, 97, TRUE, 6, 0, 100, 20, "0|20|40|60|80|100" },
    { XB_CHART_COUNT, 3, 7, FALSE, 9, 3, 7, 1, "3|4|5|6|7" },
    { XB_CHART_COUNT, -35, 120, TRUE, 6, -50, 150, 50, "−50|0|50|100|150" },
    { XB_CHART_COUNT, 0, 0, TRUE, 5, 0, 1, 1, "0|1" },
    { XB_CHART_COUNT, 5, 5, FALSE, 5, 4, 6, 1, "4|5|6" },
    { XB_CHART_COUNT, 0, 1234567, TRUE, 4, 0, 1500000, 500000, "0|500,000|1,000,000|1,500,000" },
    { XB_CHART_COUNT, INFINITY, -INFINITY, FALSE, 5, 0, 1, 1, "0|1" },
    { XB_CHART_PERCENT, 0.58, 0.72, FALSE, 9, 0.58, 0.72, 0.02, "58 %|60 %|62 %|64 %|66 %|68 %|70 %|72 %" },
    { XB_CHART_PERCENT, 0.42, 0.98, FALSE, 5, 0.4, 1, 0.2, "40 %|60 %|80 %|100 %" },
    { XB_CHART_PERCENT, 0, 1, FALSE, 6, 0, 1, 0.2, "0 %|20 %|40 %|60 %|80 %|100 %" },
    { XB_CHART_PERCENT, 1, 1, FALSE, 5, 0.9, 1, 0.05, "90 %|95 %|100 %" },
    { XB_CHART_PERCENT, 0.611, 0.614, FALSE, 5, 0.611, 0.614, 0.001, "61.1 %|61.2 %|61.3 %|61.4 %" },
    { XB_CHART_PERCENT, -0.03, 0.12, FALSE, 5, -0.05, 0.15, 0.05, "−5 %|0 %|5 %|10 %|15 %" },
    { XB_CHART_FEN, 0, 152300, TRUE, 5, 0, 200000, 50000, "0|500|1,000|1,500|2,000" },
    { XB_CHART_FEN, -12000, 0, TRUE, 4, -15000, 0, 5000, "−150|−100|−50|0" },
    { XB_CHART_FEN, 0, 30, TRUE, 5, 0, 100, 100, "0|1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      XbChartScale scale;
      g_autoptr(GString) ticks = g_string_new (NULL);

      xb_chart_scale_init (&scale, rows[i].unit, rows[i].low, rows[i].high, rows[i].zero, rows[i].most);
      for (guint j = 0; j < xb_chart_scale_get_n (&scale); j++)
        {
          g_autofree char *label = xb_chart_dup_tick (rows[i].unit, scale.step, xb_chart_scale_get_tick (&scale, j));

          g_string_append_printf (ticks, "%s%s", j > 0 ? "|" : "", label);
        }
      g_assert_cmpstr (ticks->str, ==, rows[i].ticks);
      g_assert_cmpfloat_with_epsilon (scale.from, rows[i].from, 1e-9);
      g_assert_cmpfloat_with_epsilon (scale.until, rows[i].until, 1e-9);
      g_assert_cmpfloat_with_epsilon (scale.step, rows[i].step, 1e-9);
      g_assert_cmpfloat (xb_chart_scale_place (&scale, scale.from), ==, 0);
      g_assert_cmpfloat (xb_chart_scale_place (&scale, scale.until), ==, 1);
    }
}

/* Every scale holds what it is for, whatever comes: no NaN, not more ticks than there is room, zero where it crosses. */
static void
test_scale_always (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 20000; i++)
    {
      double size = pow (10, g_rand_double_range (random, -3, 14)), low = g_rand_double_range (random, -size, size);
      double high = low + g_rand_double_range (random, 0, size);
      guint most = g_rand_int_range (random, 2, 10);
      gboolean zero = g_rand_boolean (random);
      XbChartUnit unit = g_rand_int_range (random, 0, 3);
      XbChartScale scale;

      xb_chart_scale_init (&scale, unit, low, high, zero, most);
      g_assert_true (isfinite (scale.from) && isfinite (scale.until) && scale.step > 0);
      g_assert_cmpfloat (scale.from, <=, low + 1e-6 * scale.step);
      g_assert_cmpfloat (scale.until, >=, high - 1e-6 * scale.step);
      g_assert_cmpuint (xb_chart_scale_get_n (&scale), >=, 2);
      g_assert_cmpuint (xb_chart_scale_get_n (&scale), <=, MAX (most + 1, 3));
      if (zero)
        g_assert_true (scale.from <= 0 && scale.until >= 0);
      for (guint j = 0; j < xb_chart_scale_get_n (&scale); j++)
        {
          double tick = xb_chart_scale_get_tick (&scale, j);

          g_assert_true (tick == 0 || fabs (tick) > scale.step / 2);
        }
    }
}

static void
test_day_ticks (void)
{
  static const struct { const char *from, *until; guint most; const char *ticks; } rows[] = {
    { "2026-03-01", "2026-03-05", 6, "1 Mar 2026-03-01|2 2026-03-02|3 2026-03-03|4 2026-03-04|5 2026-03-05" },
    { "2026-03-01", "2026-03-31", 5, "2 Mar 2026-03-02|9 2026-03-09|16 2026-03-16|23 2026-03-23|30 2026-03-30" },
    { "2026-01-15", "2026-06-30", 6, "Feb 2026 2026-02-01|Mar 2026-03-01|Apr 2026-04-01|May 2026-05-01|Jun 2026-06-01" },
    { "2025-11-01", "2026-10-31", 4, "Jan2026|" },
    { "2020-06-01", "2026-06-01", 6, "2021 2021-01-01|2022 2022-01-01|2023 2023-01-01|2024 2024-01-01|2025 2025-01-01|2026 2026-01-01" },
    { "1950-01-01", "2050-01-01", 6, "1960 1960-01-01|1980 1980-01-01|2000 2000-01-01|2020 2020-01-01|2040 2040-01-01" },
    { "2024-02-28", "2024-03-01", 9, "28 Feb 2024-02-28|29 2024-02-29|1 Mar 2024-03-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GPtrArray) ticks = xb_chart_day_ticks (day (rows[i].from), day (rows[i].until), rows[i].most);
      g_autoptr(GString) said = g_string_new (NULL);

      for (guint j = 0; j < ticks->len; j++)
        {
          const XbChartTick *tick = g_ptr_array_index (ticks, j);
          char text[11];

          xb_day_format ((guint32) tick->x, text);
          g_string_append_printf (said, "%s%s %s", j > 0 ? "|" : "", tick->label, text);
          g_assert_cmpfloat (tick->x, >=, day (rows[i].from));
          g_assert_cmpfloat (tick->x, <=, day (rows[i].until));
        }
      if (i == 3)
        {
          g_assert_cmpuint (ticks->len, ==, 4);
          g_assert_nonnull (strstr (said->str, "2026 2026-01-01"));
          continue;
        }
      g_assert_cmpstr (said->str, ==, rows[i].ticks);
    }
}

static void
test_thin (void)
{
  g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_LINE, XB_CHART_COUNT, XB_CHART_STEP_DAY);
  const XbChartSeries *series;
  const guint n = 100000, columns = 800;
  const double first = day ("1990-01-01");

  xb_chart_model_add_series (model, "", XB_CHART_TONE_AUTO);
  for (guint i = 0; i < n; i++)
    xb_chart_model_add_rate (model, 0, first + i, i == 41234 ? 9000.0 : i == 70001 ? -9000.0 : i % 97, (double) (i % 97) - 5, i % 97 + 5, 0);
  series = xb_chart_model_get_series (model, 0);
  {
    g_autoptr(GPtrArray) runs = xb_chart_thin (series, XB_CHART_STEP_DAY, first, first + n, columns);
    const XbChartRun *run = g_ptr_array_index (runs, 0);
    gboolean up = FALSE, down = FALSE;

    g_assert_cmpuint (runs->len, ==, 1);
    g_assert_cmpuint (run->points->len, <=, 4 * columns);
    g_assert_cmpuint (run->first, ==, 0);
    g_assert_cmpuint (run->last, ==, n - 1);
    for (guint i = 0; i < run->points->len; i++)
      {
        const XbChartPoint *point = &g_array_index (run->points, XbChartPoint, i);

        up |= point->value == 9000;
        down |= point->value == -9000;
        g_assert_cmpfloat (point->low, ==, -5); /* the widest of the 125 days of a column */
        g_assert_cmpfloat (point->high, ==, 101);
        g_assert_true (i == 0 || point->x > point[-1].x);
      }
    g_assert_true (up && down); /* one day in 100,000 is still seen */
  }
  {
    g_autoptr(GPtrArray) runs = xb_chart_thin (series, XB_CHART_STEP_DAY, first + 500, first + 600, columns);
    const XbChartRun *run = g_ptr_array_index (runs, 0);

    /* closer, every day is there, and one beyond either edge */
    g_assert_cmpuint (run->points->len, ==, 103);
    g_assert_cmpfloat (g_array_index (run->points, XbChartPoint, 0).x, ==, first + 499);
    g_assert_cmpfloat (g_array_index (run->points, XbChartPoint, 102).x, ==, first + 601);
  }
}

static void
test_gaps (void)
{
  static const struct { XbChartStep step; const char *days[8]; const char *runs; } rows[] = {
    { XB_CHART_STEP_DAY, { "2026-01-01", "2026-01-02", "2026-01-04" }, "2 1 " },
    { XB_CHART_STEP_DAY, { "2026-01-01", "?2026-01-02", "2026-01-03" }, "1 1 " },
    { XB_CHART_STEP_DAY, { "?2026-01-01", "?2026-01-02" }, "" },
    { XB_CHART_STEP_WEEK, { "2026-01-05", "2026-01-12", "2026-01-26" }, "2 1 " },
    { XB_CHART_STEP_MONTH, { "2026-01-01", "2026-02-01", "2026-03-01", "2026-05-01" }, "3 1 " },
    { XB_CHART_STEP_YEAR, { "2023-01-01", "2024-01-01", "2025-01-01", "2026-01-01" }, "4 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_LINE, XB_CHART_COUNT, rows[i].step);
      g_autoptr(GPtrArray) runs = NULL;
      g_autoptr(GString) said = g_string_new (NULL);
      double from, until;

      xb_chart_model_add_series (model, "", XB_CHART_TONE_AUTO);
      for (guint j = 0; rows[i].days[j] != NULL; j++)
        xb_chart_model_add (model, 0, day (rows[i].days[j] + (rows[i].days[j][0] == '?')), rows[i].days[j][0] == '?' ? NAN : 5);
      g_assert_true (xb_chart_model_get_extent (model, &from, &until));
      runs = xb_chart_thin (xb_chart_model_get_series (model, 0), rows[i].step, from, until, 500);
      for (guint j = 0; j < runs->len; j++)
        g_string_append_printf (said, "%u ", ((const XbChartRun *) g_ptr_array_index (runs, j))->points->len);
      g_assert_cmpstr (said->str, ==, rows[i].runs);
    }
}

/* What is narrower than a pixel is no gap: a line of many years is one, and not thousands of pieces. */
static void
test_fine_gaps (void)
{
  static const struct { guint days; guint columns; guint runs; } rows[] = {
    { 1, 800, 1 }, { 100, 800, 1 }, { 400, 800, 2 }, { 1, 100000, 2 }, { 0, 100000, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint missing = 0; missing < 2; missing++) /* no day at all, or one without a value */
      {
        g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_LINE, XB_CHART_COUNT, XB_CHART_STEP_DAY);
        g_autoptr(GPtrArray) runs = NULL;

        xb_chart_model_add_series (model, "", XB_CHART_TONE_AUTO);
        for (guint day = 0; day < 100000; day++)
          if (day < 50000 || day >= 50000 + rows[i].days)
            xb_chart_model_add (model, 0, 700000 + day, 1);
          else if (missing)
            xb_chart_model_add (model, 0, 700000 + day, NAN);
        runs = xb_chart_thin (xb_chart_model_get_series (model, 0), XB_CHART_STEP_DAY, 700000, 800000, rows[i].columns);
        g_assert_cmpuint (runs->len, ==, rows[i].runs);
      }
}

static void
assert_said (char       *said,
             const char *expected)
{
  g_autofree char *text = said;

  g_assert_cmpstr (text, ==, expected);
}

static void
test_words (void)
{
  g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_LINE, XB_CHART_PERCENT, XB_CHART_STEP_DAY);
  const double first = day ("2026-10-12");

  assert_said (xb_chart_dup_value (XB_CHART_PERCENT, 0.61), "61.0 %");
  assert_said (xb_chart_dup_value (XB_CHART_PERCENT, NAN), "no data");
  assert_said (xb_chart_dup_value (XB_CHART_PERCENT, -0.0001), "0.0 %");
  assert_said (xb_chart_dup_value (XB_CHART_COUNT, 1234567), "1,234,567");
  assert_said (xb_chart_dup_value (XB_CHART_COUNT, -12.5), "−12.5");
  assert_said (xb_chart_dup_value (XB_CHART_FEN, 123450), "1,234.50 yuan");
  assert_said (xb_chart_dup_value (XB_CHART_FEN, 9007199254740991.0), "90,071,992,547,409.91 yuan");
  assert_said (xb_chart_dup_change (XB_CHART_FEN, -48000), "−480.00 yuan");
  assert_said (xb_chart_dup_change (XB_CHART_COUNT, 312), "+312");
  xb_chart_model_set_n_name (model, "Calls");
  xb_chart_model_set_target (model, 0.65, NULL);
  xb_chart_model_add_series (model, "Answered", XB_CHART_TONE_AUTO);
  xb_chart_model_add_rate (model, 0, first, 0.61, 0.578, 0.641, 480);
  xb_chart_model_add (model, 0, first + 1, NAN);
  xb_chart_model_add_rate (model, 0, first + 2, INFINITY, 0, 1, 0);
  xb_chart_model_add_event (model, XB_CHART_EVENT_LABEL, first, first, "Service");
  assert_said (xb_chart_dup_point (model, 0, first, FALSE), "61.0 % [57.8 %, 64.1 %] · Calls 480");
  assert_said (xb_chart_dup_row (model, first),
               "Mon 12 Oct 2026; Answered: 61.0 %, interval from 57.8 % to 64.1 %, Calls 480; Label changed: Service");
  assert_said (xb_chart_dup_row (model, first + 1), "Tue 13 Oct 2026; Answered: no data");
  assert_said (xb_chart_dup_row (model, first + 2), "Wed 14 Oct 2026; Answered: no data");
  assert_said (xb_chart_dup_description (model),
               "Line chart. Answered: lowest 61.0 % (Mon 12 Oct 2026), highest 61.0 % (Mon 12 Oct 2026), "
               "last 61.0 % (Mon 12 Oct 2026). Target: 65.0 %. 1 event is marked.");
  xb_chart_model_clear (model);
  assert_said (xb_chart_dup_description (model), "Line chart. There are no data.");
}

static void
test_rows (void)
{
  g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_LINE, XB_CHART_COUNT, XB_CHART_STEP_DAY);
  g_autoptr(GArray) rows = NULL;
  static const double expected[] = { 739000, 739001, 739003, 739007 };

  xb_chart_model_add_series (model, "", XB_CHART_TONE_AUTO);
  xb_chart_model_add_series (model, "", XB_CHART_TONE_AUTO);
  xb_chart_model_add (model, 0, 739000, 1);
  xb_chart_model_add (model, 0, 739003, 1);
  xb_chart_model_add (model, 1, 739001, 1);
  xb_chart_model_add (model, 1, 739003, 1);
  xb_chart_model_add (model, 1, 739007, 1);
  rows = xb_chart_rows_new (model);
  g_assert_cmpmem (rows->data, rows->len * sizeof (double), expected, sizeof expected);
  g_assert_cmpint (xb_chart_rows_find (rows, 0), ==, 0);
  g_assert_cmpint (xb_chart_rows_find (rows, 739001.9), ==, 1);
  g_assert_cmpint (xb_chart_rows_find (rows, 739002.1), ==, 2);
  g_assert_cmpint (xb_chart_rows_find (rows, 900000), ==, 3);
  g_assert_null (xb_chart_rows_get_point (model, 0, 739001));
}

static void
test_sum (void)
{
  g_autoptr(XbChartModel) model = xb_chart_model_new (XB_CHART_STACKED, XB_CHART_FEN, XB_CHART_STEP_MONTH);

  xb_chart_model_add_series (model, "Fees", XB_CHART_TONE_AUTO);
  xb_chart_model_add_series (model, "Edits", XB_CHART_TONE_AUTO);
  xb_chart_model_add (model, 0, day ("2026-01-01"), 9800000000000001.0 / 10);
  xb_chart_model_add (model, 0, day ("2026-02-01"), NAN);
  xb_chart_model_add (model, 1, day ("2026-01-01"), 1);
  assert_said (xb_chart_dup_row (model, day ("2026-01-01")),
               "2026-01; Total: 9,800,000,000,000.01 yuan; Fees: 9,800,000,000,000.00 yuan; Edits: 0.01 yuan");
  assert_said (xb_chart_dup_sum (model, day ("2026-02-01")), "no data");
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
lab_of (double t)
{
  return t > 0.008856 ? cbrt (t) : 7.787 * t + 16.0 / 116;
}

/* How an eye without one kind of cones sees @colour, in CIE L*a*b*. */
static void
see (const XbChartColour *colour,
     const double         eye[3][3],
     double               lab[3])
{
  const double in[] = { linear (colour->red), linear (colour->green), linear (colour->blue) };
  double rgb[3], x, y, z;

  for (guint i = 0; i < 3; i++)
    rgb[i] = CLAMP (eye[i][0] * in[0] + eye[i][1] * in[1] + eye[i][2] * in[2], 0, 1);
  x = lab_of ((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95);
  y = lab_of (0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
  z = lab_of ((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089);
  lab[0] = 116 * y - 16;
  lab[1] = 500 * (x - y);
  lab[2] = 200 * (y - z);
}

/* Machado, Oliveira, Fernandes: A Physiologically-based Model for Simulation of Color Vision Deficiency (2009), the
 * matrices of severity 1. A difference of 10 in L*a*b* is seen at a glance. */
static void
test_colours (void)
{
  static const double eyes[][3][3] = {
    { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
    { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
    { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
    { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
  };

  for (guint dark = 0; dark < 2; dark++)
    for (guint eye = 0; eye < G_N_ELEMENTS (eyes); eye++)
      for (guint i = 0; i < XB_CHART_N_HUES; i++)
        for (guint j = 0; j < i; j++)
          {
            XbChartStyle style;
            double first[3], second[3];

            xb_chart_style_init (&style, dark);
            see (&style.colours[XB_CHART_HUE + i], eyes[eye], first);
            see (&style.colours[XB_CHART_HUE + j], eyes[eye], second);
            g_assert_cmpfloat (hypot (hypot (first[0] - second[0], first[1] - second[1]), first[2] - second[2]), >, 15);
          }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/scale", test_scale);
  g_test_add_func ("/chart/scale-always", test_scale_always);
  g_test_add_func ("/chart/day-ticks", test_day_ticks);
  g_test_add_func ("/chart/thin", test_thin);
  g_test_add_func ("/chart/gaps", test_gaps);
  g_test_add_func ("/chart/fine-gaps", test_fine_gaps);
  g_test_add_func ("/chart/words", test_words);
  g_test_add_func ("/chart/rows", test_rows);
  g_test_add_func ("/chart/sum", test_sum);
  g_test_add_func ("/chart/colours", test_colours);
  return g_test_run ();
}
