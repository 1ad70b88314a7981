/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "metrics-fixture.h"

#define NOON 1790568000 /* 2026-09-28 12:00 in China */

void
metrics_ended_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  MetricsFixture *f = user_data;

  g_set_object (&f->result, result);
}

GAsyncResult *
metrics_wait_result (MetricsFixture *f)
{
  while (f->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return f->result;
}

void
metrics_add_number (MetricsFixture *f,
                    const char     *spelling)
{
  g_autoptr(GError) error = NULL;

  xb_workspace_add_number_async (f->ws, spelling, NULL, NULL, metrics_ended_cb, f);
  g_assert_cmpint (xb_workspace_finish_id (f->ws, metrics_wait_result (f), &error), >, 0);
  g_clear_object (&f->result);
}

void
metrics_set_up (MetricsFixture *f,
                gconstpointer   data)
{
  g_autoptr(GError) error = NULL;

  f->folder = g_dir_make_tmp ("xinbiao-test-XXXXXX", NULL);
  f->report = g_build_filename (f->folder, "report.csv", NULL);
  f->clock = xb_clock_new_fixed (NOON);
  f->ws = xb_workspace_open (f->folder, f->clock, &error);
  g_assert_no_error (error);
  metrics_add_number (f, "13800138000");
  metrics_add_number (f, "028-65551201");
}

void
metrics_tear_down (MetricsFixture *f,
                   gconstpointer   data)
{
  g_autoptr(GDir) dir = NULL;
  const char *name;

  g_clear_object (&f->result);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (f->ws);
  g_object_unref (f->clock);
  dir = g_dir_open (f->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (f->folder);
  g_free (f->report);
  g_free (f->folder);
}

static void
progress_cb (guint64  done,
             guint64  total,
             gpointer data)
{
  MetricsFixture *f = data;

  g_assert_cmpuint (done, <=, total);
  g_assert_cmpuint (done, >=, f->done);
  f->done = done;
  f->total = total;
}

XbMetricsResult *
metrics_try_import (MetricsFixture         *f,
                    const char             *text,
                    const XbMetricsOptions *options,
                    GError                **error)
{
  XbMetricsResult *result;

  if (text != NULL)
    g_assert_true (g_file_set_contents (f->report, text, -1, NULL));
  f->done = 0;
  xb_workspace_import_metrics_async (f->ws, f->report, options, NULL, progress_cb, f, metrics_ended_cb, f);
  result = xb_workspace_import_metrics_finish (f->ws, metrics_wait_result (f), error);
  g_clear_object (&f->result);
  return result;
}

XbMetricsResult *
metrics_import (MetricsFixture *f,
                const char     *text)
{
  g_autoptr(GError) error = NULL;
  XbMetricsResult *result = metrics_try_import (f, text, NULL, &error);

  g_assert_no_error (error);
  return result;
}

gboolean
metrics_undo (MetricsFixture *f,
              gint64          id,
              GError        **error)
{
  gboolean done;

  xb_workspace_undo_metrics_async (f->ws, id, NULL, metrics_ended_cb, f);
  done = xb_workspace_finish (f->ws, metrics_wait_result (f), error);
  g_clear_object (&f->result);
  return done;
}

XbMetricsTotals
metrics_sum_up (MetricsFixture *f,
                gint64          number,
                const char     *from,
                const char     *until)
{
  const XbMetricsQuery query = { number != 0 ? &number : NULL, 1, from, until };
  g_autoptr(GError) error = NULL;
  XbMetricsTotals totals;

  xb_workspace_sum_metrics_async (f->ws, &query, NULL, metrics_ended_cb, f);
  xb_workspace_sum_metrics_finish (f->ws, metrics_wait_result (f), &totals, &error);
  g_assert_no_error (error);
  g_clear_object (&f->result);
  return totals;
}

XbDb *
metrics_open_file (MetricsFixture *f)
{
  g_autofree char *path = g_build_filename (f->folder, "xinbiao.db", NULL);
  g_autoptr(GError) error = NULL;
  XbDb *db = xb_db_open (path, TRUE, &error);

  g_assert_no_error (error);
  return db;
}

#define SUMS "count (*) AS rows, total (iif (answered IS NULL, 0, calls)), total (calls), total (answered), total (marks), " \
  "total (complaints), total (inquiries), total (orders), total (revenue), count (calls), count (answered), count (marks), " \
  "count (complaints), count (inquiries), count (orders), count (revenue)"
#define KEPT "rows, rated, calls, answered, marks, complaints, inquiries, orders, revenue, n_calls, n_answered, n_marks, " \
  "n_complaints, n_inquiries, n_orders, n_revenue"
#define MONTH "(strftime ('%Y', '2000-01-01', period || ' days') - 2000) * 12 + strftime ('%m', '2000-01-01', period || ' days') - 1"

/* Every sum that is kept against all rows gone through. */
void
metrics_check_sums (MetricsFixture *f)
{
  static const char *const scans[] = {
    "SELECT id, " KEPT " FROM metric_by_day", "SELECT period, " SUMS " FROM metric WHERE period < 50000 GROUP BY 1",
    "SELECT id, " KEPT " FROM metric_by_month",
    "SELECT number_id * 65536 + " MONTH ", " SUMS " FROM metric WHERE period < 50000 GROUP BY 1",
  };
  g_autoptr(XbDb) db = metrics_open_file (f);

  for (guint i = 0; i < G_N_ELEMENTS (scans); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM (%s EXCEPT %s)", scans[i], scans[i ^ 1]);

      g_assert_cmpint (xb_db_int (db, -1, sql, ""), ==, 0);
    }
  /* what is kept for undoing hangs together */
  g_assert_cmpint (xb_db_int (db, -1, "SELECT count (*) FROM metric_replaced r WHERE NOT EXISTS "
                              "(SELECT 1 FROM metric m WHERE m.id = r.id)", ""), ==, 0);
}

char *
metrics_make_rows (guint n)
{
  GString *text = g_string_new ("号码,日期,呼出量,接通量\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s,%04u-%02u-%02u,10,5\n", i % 2 == 0 ? "13800138000" : "02865551201", 2001 + i / 672,
                            i / 56 % 12 + 1, i / 2 % 28 + 1);
  return g_string_free (text, FALSE);
}
