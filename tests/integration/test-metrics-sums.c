/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "metrics-fixture.h"

/* Whatever is taken in, written over, taken out or cut short: the sums are those of the rows. */

static void
cancel_cb (guint64  done,
           guint64  total,
           gpointer data)
{
  if (done > 0)
    g_cancellable_cancel (data);
}

static void
test_cancelled (MetricsFixture *f,
                gconstpointer   data)
{
  g_autofree char *text = metrics_make_rows (16000);
  guint cancelled = 0;

  g_assert_true (g_file_set_contents (f->report, text, -1, NULL));
  for (guint round = 0; round < 30; round++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GError) error = NULL;
      g_autoptr(XbMetricsResult) result = NULL;
      gint64 until = g_get_monotonic_time () + round * 2000;

      xb_workspace_import_metrics_async (f->ws, f->report, NULL, cancellable, cancel_cb, cancellable, metrics_ended_cb, f);
      while (f->result == NULL && g_get_monotonic_time () < until)
        g_main_context_iteration (NULL, FALSE);
      g_cancellable_cancel (cancellable);
      result = xb_workspace_import_metrics_finish (f->ws, metrics_wait_result (f), &error);
      g_clear_object (&f->result);
      g_assert_true (result != NULL || xb_error_is_cancelled (error));
      metrics_check_sums (f);
      cancelled += result == NULL;
      if (result != NULL)
        g_assert_true (metrics_undo (f, result->import_id, NULL));
      g_assert_cmpint (metrics_sum_up (f, 0, "2000-01-01", "2099-12-31").days.rows, ==, 0);
    }
  g_test_message ("%u of 30 cancelled", cancelled);
  g_assert_cmpuint (cancelled, >, 0);
}

/* Two at once, and more rows than are held at a time. */
static void
test_together (MetricsFixture *f,
               gconstpointer   data)
{
  g_autofree char *text = metrics_make_rows (8000);
  GAsyncResult *results[2] = { NULL, NULL };
  MetricsFixture others[2] = { { .ws = f->ws }, { .ws = f->ws } };

  g_assert_true (g_file_set_contents (f->report, text, -1, NULL));
  for (guint i = 0; i < 2; i++)
    xb_workspace_import_metrics_async (f->ws, f->report, NULL, NULL, NULL, NULL, metrics_ended_cb, &others[i]);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(XbMetricsResult) result = NULL;

      results[i] = metrics_wait_result (&others[i]);
      result = xb_workspace_import_metrics_finish (f->ws, results[i], &error);
      g_assert_no_error (error);
      g_assert_cmpuint (result->imported + result->replaced, ==, 8000);
      g_clear_object (&others[i].result);
    }
  metrics_check_sums (f);
  g_assert_cmpint (metrics_sum_up (f, 0, "2000-01-01", "2099-12-31").days.rows, ==, 8000);
}

static gpointer
let_go (gpointer data)
{
  g_usleep (6500 * 1000);
  g_assert_true (xb_db_exec (data, "COMMIT", NULL));
  return NULL;
}

/* Another process writes for longer than a click waits: the import goes in behind it. */
static void
test_patient (MetricsFixture *f,
              gconstpointer   data)
{
  g_autofree char *path = g_build_filename (f->folder, "xinbiao.db", NULL);
  g_autoptr(XbDb) other = xb_db_open (path, FALSE, NULL);
  g_autoptr(XbMetricsResult) result = NULL;
  GThread *thread;

  g_assert_true (xb_db_exec (other, "BEGIN IMMEDIATE; INSERT INTO setting VALUES ('other', '1')", NULL));
  thread = g_thread_new ("let go", let_go, other);
  result = metrics_import (f, "号码,日期,呼出量\n13800138000,2026-09-01,5\n");
  g_thread_join (thread);
  g_assert_cmpuint (result->imported, ==, 1);
  metrics_check_sums (f);
}

/* A model of what the imports say, in the order in which they came. */

#define NUMBERS 4
#define DAYS 70
#define IMPORTS 40

typedef struct
{
  gint64 id;
  guint  known;
  XbMetricFigures rows[NUMBERS][DAYS];
} Said;

static const char *const model_numbers[NUMBERS] = { "13800138000", "02865551201", "4006001825", "13900139000" };
static const guint model_masks[] = { 0x03, 0x7f, 0x0c, 0x01, 0x70, 0x5f };

static void
overlay (XbMetricFigures       *below,
         const XbMetricFigures *above)
{
  for (guint i = 0; i < XB_N_METRICS; i++)
    if ((above->known & 1u << i) != 0)
      {
        below->value[i] = above->value[i];
        below->known |= 1u << i;
      }
  if ((below->known & 3) == 2 || ((below->known & 2) != 0 && below->value[1] > below->value[0]))
    {
      below->known &= ~2u;
      below->value[1] = 0;
    }
}

static char *
say (Said *said)
{
  static const char *const headings[] = { "calls", "answered", "marks", "complaints", "inquiries", "orders", "revenue" };
  GString *text = g_string_new ("number,date");
  guint first = g_test_rand_int_range (0, DAYS), last = g_test_rand_int_range (first, DAYS);

  said->known = model_masks[g_test_rand_int_range (0, G_N_ELEMENTS (model_masks))];
  for (guint i = 0; i < XB_N_METRICS; i++)
    if ((said->known & 1u << i) != 0)
      g_string_append_printf (text, ",%s", headings[i]);
  g_string_append_c (text, '\n');
  for (guint day = first; day <= last; day++)
    for (guint n = 0; n < NUMBERS; n++)
      {
        XbMetricFigures *row = &said->rows[n][day];

        if (g_test_rand_int_range (0, 3) == 0)
          continue;
        row->known = said->known;
        g_string_append_printf (text, "%s,2026-%02u-%02u", model_numbers[n], 6 + day / 30, day % 30 + 1);
        for (guint i = 0; i < XB_N_METRICS; i++)
          if ((said->known & 1u << i) != 0)
            {
              row->value[i] = i == 0 ? g_test_rand_int_range (100, 1000) : g_test_rand_int_range (0, 100);
              g_string_append_printf (text, ",%" G_GINT64_FORMAT, row->value[i]);
              if (i == XB_METRIC_REVENUE)
                row->value[i] *= 100;
            }
        g_string_append_c (text, '\n');
      }
  return g_string_free (text, FALSE);
}

static void
compare_row (XbDb *db,
             Said *said,
             guint n_said,
             guint n,
             guint day)
{
  XbMetricFigures expected = { { 0 }, 0 };
  g_autofree char *text = g_strdup_printf ("2026-%02u-%02u", 6 + day / 30, day % 30 + 1);
  g_autoptr(XbRows) rows = xb_db_query (db, NULL, "SELECT calls, answered, marks, complaints, inquiries, orders, revenue "
                                        "FROM metric WHERE id = ?", "i",
                                        (gint64) (n + 1) << 16 | xb_period_from_day (text));
  gboolean any = FALSE;

  for (guint i = 0; i < n_said; i++)
    if (said[i].id != 0 && said[i].rows[n][day].known != 0)
      {
        any = TRUE;
        overlay (&expected, &said[i].rows[n][day]);
      }
  g_assert_cmpint (xb_rows_next (rows, NULL), ==, any);
  for (guint i = 0; any && i < XB_N_METRICS; i++)
    {
      g_assert_cmpint (!xb_rows_is_null (rows, i), ==, (expected.known & 1u << i) != 0);
      g_assert_cmpint (xb_rows_int (rows, i), ==, expected.value[i]);
    }
}

static void
test_random (MetricsFixture *f,
             gconstpointer   data)
{
  g_autofree Said *said = g_new0 (Said, IMPORTS);

  for (guint n = 2; n < NUMBERS; n++)
    metrics_add_number (f, model_numbers[n]);
  for (guint i = 0; i < IMPORTS; i++)
    {
      g_autofree char *text = say (&said[i]);
      g_autoptr(XbMetricsResult) result = metrics_import (f, text);
      g_autoptr(XbDb) db = NULL;
      guint back = g_test_rand_int_range (0, i + 1);

      said[i].id = result->import_id;
      g_assert_cmpuint (result->n_rejected, ==, 0);
      if (i % 2 == 1 && i - back < 25 && said[back].id != 0) /* the oldest cannot be undone any more */
        {
          g_autoptr(GError) error = NULL;

          metrics_undo (f, said[back].id, &error);
          g_assert_no_error (error);
          said[back].id = 0;
        }
      metrics_check_sums (f);
      db = metrics_open_file (f);
      for (guint n = 0; n < NUMBERS; n++)
        for (guint day = 0; day < DAYS; day++)
          compare_row (db, said, i + 1, n, day);
    }
}

/* The sums of any period, from months and days, are those of its rows. */
static void
test_periods (MetricsFixture *f,
              gconstpointer   data)
{
  g_autofree char *text = metrics_make_rows (16000);
  g_autoptr(XbMetricsResult) result = metrics_import (f, text);
  g_autoptr(XbDb) db = metrics_open_file (f);

  g_assert_cmpuint (result->imported, ==, 16000);
  for (guint round = 0; round < 200; round++)
    {
      guint from = g_test_rand_int_range (0, 9000), until = from + g_test_rand_int_range (0, 1500);
      gint64 number = g_test_rand_int_range (0, 3);
      char first[11], last[11];
      XbMetricsTotals totals;
      g_autoptr(XbMetricsSeries) series = NULL;
      gint64 rows;
      XbMetricsQuery query = { number != 0 ? &number : NULL, 1, first, last };

      xb_period_format (from, first);
      xb_period_format (until, last);
      totals = metrics_sum_up (f, number, first, last);
      rows = xb_db_int (db, -1, "SELECT count (*) FROM metric WHERE period BETWEEN ? AND ? AND (number_id = ?3 OR ?3 = 0)",
                        "iii", (gint64) from, (gint64) until, number);
      g_assert_cmpint (totals.days.rows, ==, rows);
      g_assert_cmpint (totals.days.sum[XB_METRIC_CALLS], ==, rows * 10);
      xb_workspace_read_metrics_async (f->ws, &query, NULL, metrics_ended_cb, f);
      series = xb_workspace_read_metrics_finish (f->ws, metrics_wait_result (f), NULL);
      g_clear_object (&f->result);
      g_assert_cmpuint (series->days->len, ==, number != 0 ? rows : rows / 2);
      g_assert_cmpuint (series->known, ==, rows > 0 ? 3 : 0);
      for (guint i = 0; i < series->days->len; i++)
        {
          XbMetricDay *day = &g_array_index (series->days, XbMetricDay, i);

          g_assert_cmpint (day->calls, ==, number != 0 ? 10 : 20);
          g_assert_cmpint (day->answered, ==, number != 0 ? 5 : 10);
          g_assert_cmpint (g_array_index (series->calls, gint64, i), ==, day->calls);
          g_assert_cmpint (day->day, >=, (int) from + 10957);
          g_assert_cmpint (day->day, <=, (int) until + 10957);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
#define ADD(name, function) \
  g_test_add ("/metrics-sums/" name, MetricsFixture, NULL, metrics_set_up, function, metrics_tear_down)

  g_test_init (&argc, &argv, NULL);
  ADD ("cancelled", test_cancelled);
  ADD ("together", test_together);
  ADD ("patient", test_patient);
  ADD ("random", test_random);
  ADD ("periods", test_periods);
  return g_test_run ();
}
