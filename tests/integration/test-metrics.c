/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "xb-db.h"
#include "xb-error.h"
#include "xb-workspace-labels.h"
#include "xb-workspace-metrics.h"

/* Reports taken in, written over and taken out again, with the sums that must follow. */

#define NOON 1790568000 /* 2026-09-28 12:00 in China */
#define HEAD "日期,号码,呼出量,接通量,标记次数,投诉量,咨询量,订单量,成交额\n"

typedef struct
{
  char         *folder;
  char         *report;
  XbClock      *clock;
  XbWorkspace  *ws;
  GAsyncResult *result;
  guint64       done, total; /* as progress told */
} Fixture;

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Fixture *f = user_data;

  g_set_object (&f->result, result);
}

static GAsyncResult *
wait_result (Fixture *f)
{
  while (f->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return f->result;
}

static void
add_number (Fixture    *f,
            const char *spelling)
{
  g_autoptr(GError) error = NULL;

  xb_workspace_add_number_async (f->ws, spelling, NULL, NULL, ended_cb, f);
  g_assert_cmpint (xb_workspace_finish_id (f->ws, wait_result (f), &error), >, 0);
  g_clear_object (&f->result);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  f->folder = g_dir_make_tmp ("xinbiao-test-XXXXXX", NULL);
  f->report = g_build_filename (f->folder, "report.csv", NULL);
  f->clock = xb_clock_new_fixed (NOON);
  f->ws = xb_workspace_open (f->folder, f->clock, &error);
  g_assert_no_error (error);
  add_number (f, "13800138000");
  add_number (f, "028-65551201");
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
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
  Fixture *f = data;

  g_assert_cmpuint (done, <=, total);
  g_assert_cmpuint (done, >=, f->done);
  f->done = done;
  f->total = total;
}

static XbMetricsResult *
try_import (Fixture                *f,
            const char             *text,
            const XbMetricsOptions *options,
            GError                **error)
{
  XbMetricsResult *result;

  if (text != NULL)
    g_assert_true (g_file_set_contents (f->report, text, -1, NULL));
  f->done = 0;
  xb_workspace_import_metrics_async (f->ws, f->report, options, NULL, progress_cb, f, ended_cb, f);
  result = xb_workspace_import_metrics_finish (f->ws, wait_result (f), error);
  g_clear_object (&f->result);
  return result;
}

static XbMetricsResult *
import (Fixture    *f,
        const char *text)
{
  g_autoptr(GError) error = NULL;
  XbMetricsResult *result = try_import (f, text, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static gboolean
undo (Fixture  *f,
      gint64    id,
      GError  **error)
{
  gboolean done;

  xb_workspace_undo_metrics_async (f->ws, id, NULL, ended_cb, f);
  done = xb_workspace_finish (f->ws, wait_result (f), error);
  g_clear_object (&f->result);
  return done;
}

static XbMetricsTotals
sum_up (Fixture    *f,
        gint64      number,
        const char *from,
        const char *until)
{
  const XbMetricsQuery query = { number != 0 ? &number : NULL, 1, from, until };
  g_autoptr(GError) error = NULL;
  XbMetricsTotals totals;

  xb_workspace_sum_metrics_async (f->ws, &query, NULL, ended_cb, f);
  xb_workspace_sum_metrics_finish (f->ws, wait_result (f), &totals, &error);
  g_assert_no_error (error);
  g_clear_object (&f->result);
  return totals;
}

static XbDb *
open_file (Fixture *f)
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
static void
check_sums (Fixture *f)
{
  static const char *const scans[] = {
    "SELECT id, " KEPT " FROM metric_by_day", "SELECT period, " SUMS " FROM metric WHERE period < 50000 GROUP BY 1",
    "SELECT id, " KEPT " FROM metric_by_month",
    "SELECT number_id * 65536 + " MONTH ", " SUMS " FROM metric WHERE period < 50000 GROUP BY 1",
  };
  g_autoptr(XbDb) db = open_file (f);

  for (guint i = 0; i < G_N_ELEMENTS (scans); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM (%s EXCEPT %s)", scans[i], scans[i ^ 1]);

      g_assert_cmpint (xb_db_int (db, -1, sql, ""), ==, 0);
    }
  /* what is kept for undoing hangs together */
  g_assert_cmpint (xb_db_int (db, -1, "SELECT count (*) FROM metric_replaced r WHERE NOT EXISTS "
                              "(SELECT 1 FROM metric m WHERE m.id = r.id)", ""), ==, 0);
}

static void
test_import (Fixture      *f,
             gconstpointer data)
{
  g_autoptr(XbMetricsResult) first = NULL;
  g_autoptr(XbMetricsResult) again = NULL;
  g_autoptr(XbMetricsResult) more = NULL;
  g_autoptr(GListModel) imports = NULL;
  XbMetricsTotals totals;

  first = import (f, HEAD "2026-09-01,138 0013 8000,10,6,1,0,2,1,38.50\n2026-09-02,13800138000,20,11,0,0,1,0,0\n"
                  "2026-09-01,028-65551201,5,5,,,,,\n2026-09-03,13800138000,7,9,0,0,0,0,0\n2026-09-29,13800138000,1,1,0,0,0,0,0\n"
                  "2026-09-04,400-600-1825,1,1,0,0,0,0,0\n2026-09-04,abc,1,1,0,0,0,0,0\n2026-09-01,+8613800138000,9,9,0,0,0,0,0\n合计,,,,,,,,\n");
  g_assert_cmpuint (first->rows, ==, 8);
  g_assert_cmpuint (first->imported, ==, 3);
  g_assert_cmpuint (first->replaced, ==, 0);
  g_assert_cmpuint (first->skipped, ==, 1);
  g_assert_cmpuint (first->n_rejected, ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      XbRejectedRow *row = g_ptr_array_index (first->rejected, i);
      static const char *const words[] = { "9 answered of 7", "still to come", "400-600-1825 is not in the register",
                                           "abc", "2026-09-01 already" };

      g_test_message ("%u: %s", (guint) row->line, row->reason);
      g_assert_cmpuint (row->line, ==, i + 5);
      g_assert_nonnull (strstr (row->reason, words[i]));
    }
  g_assert_cmpstr (first->first, ==, "2026-09-01");
  g_assert_cmpstr (first->last, ==, "2026-09-02");
  check_sums (f);

  totals = sum_up (f, 0, "2026-09-01", "2026-09-30");
  g_assert_cmpint (totals.days.rows, ==, 3);
  g_assert_cmpint (totals.days.sum[XB_METRIC_CALLS], ==, 35);
  g_assert_cmpint (totals.days.sum[XB_METRIC_REVENUE], ==, 3850);
  g_assert_cmpint (totals.days.n[XB_METRIC_MARKS], ==, 2);
  totals = sum_up (f, 1, "2026-09-02", "2026-09-02");
  g_assert_cmpint (totals.days.sum[XB_METRIC_ANSWERED], ==, 11);
  totals = sum_up (f, 1, "2026-08-01", "2026-08-31");
  g_assert_cmpint (totals.days.rows, ==, 0);

  /* the same days once more: replaced, and only in what the report has */
  again = import (f, "number,date,calls,answered\n13800138000,2026-09-02,21,12\n13800138000,2026-09-05,1,0\n");
  g_assert_cmpuint (again->imported, ==, 1);
  g_assert_cmpuint (again->replaced, ==, 1);
  totals = sum_up (f, 0, "2026-09-01", "2026-09-30");
  g_assert_cmpint (totals.days.sum[XB_METRIC_CALLS], ==, 37);
  g_assert_cmpint (totals.days.n[XB_METRIC_INQUIRIES], ==, 2);
  g_assert_cmpint (totals.days.sum[XB_METRIC_INQUIRIES], ==, 3);
  check_sums (f);
  /* another source adds what it knows, and cannot contradict what is there */
  more = import (f, "号码,日期,标记次数,接通量\n13800138000,2026-09-05,4,\n13800138000,2026-09-02,1,99\n");
  g_assert_cmpuint (more->replaced, ==, 1);
  g_assert_cmpuint (more->n_rejected, ==, 1);
  check_sums (f);

  imports = xb_workspace_list_metric_imports (f->ws);
  g_assert_cmpuint (g_list_model_get_n_items (imports), ==, 3);
  {
    g_autoptr(XbMetricImport) newest = g_list_model_get_item (imports, 0);

    g_assert_cmpstr (xb_metric_import_get_name (newest), ==, "report.csv");
    g_assert_cmpint (xb_metric_import_get_replaced (newest), ==, 1);
    g_assert_true (xb_metric_import_get_undoable (newest));
  }
}

static void
test_undo (Fixture      *f,
           gconstpointer data)
{
  g_autoptr(XbMetricsResult) a = import (f, "号码,日期,呼出量,接通量\n13800138000,2026-09-01,10,6\n13800138000,2026-09-02,20,12\n");
  g_autoptr(XbMetricsResult) b = import (f, "号码,日期,标记次数\n13800138000,2026-09-01,3\n");
  g_autoptr(XbMetricsResult) c = import (f, "号码,日期,呼出量,接通量\n13800138000,2026-09-01,50,40\n");
  g_autoptr(GError) error = NULL;
  XbMetricsTotals totals;

  g_assert_true (undo (f, a->import_id, &error)); /* the undermost first */
  check_sums (f);
  totals = sum_up (f, 0, "2026-09-01", "2026-09-30");
  g_assert_cmpint (totals.days.rows, ==, 1);
  g_assert_cmpint (totals.days.sum[XB_METRIC_CALLS], ==, 50);
  g_assert_cmpint (totals.days.sum[XB_METRIC_MARKS], ==, 3);
  g_assert_true (undo (f, c->import_id, &error));
  check_sums (f);
  totals = sum_up (f, 0, "2026-09-01", "2026-09-30");
  g_assert_cmpint (totals.days.n[XB_METRIC_CALLS], ==, 0);
  g_assert_cmpint (totals.days.sum[XB_METRIC_MARKS], ==, 3);
  g_assert_true (undo (f, b->import_id, &error));
  g_assert_no_error (error);
  check_sums (f);
  g_assert_cmpint (sum_up (f, 0, "2000-01-01", "2099-12-31").days.rows, ==, 0);
  g_assert_false (undo (f, b->import_id, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (undo (f, 999, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_NOT_FOUND);
}

/* What a month says as a whole counts where no days do, and is never cut. */
static void
test_months (Fixture      *f,
             gconstpointer data)
{
  g_autoptr(XbMetricsResult) result = NULL;
  g_autoptr(XbMetricsResult) days = NULL;
  XbMetricsTotals totals;

  result = import (f, "号码,月份,呼出量,接通量\n13800138000,2026-07,310,200\n13800138000,2026-08,300,190\n"
                   "028-65551201,2026年8月,30,19\n028-65551201,2026-10,30,19\n");
  g_assert_cmpuint (result->imported, ==, 3);
  g_assert_cmpuint (result->n_rejected, ==, 1);
  g_assert_cmpstr (result->first, ==, "2026-07");
  totals = sum_up (f, 0, "2026-07-01", "2026-08-31");
  g_assert_cmpint (totals.days.rows, ==, 0);
  g_assert_cmpint (totals.months.rows, ==, 3);
  g_assert_cmpint (totals.months.sum[XB_METRIC_CALLS], ==, 640);
  totals = sum_up (f, 0, "2026-07-02", "2026-08-31");
  g_assert_cmpint (totals.months.sum[XB_METRIC_CALLS], ==, 330);
  g_assert_cmpint (totals.cut_months, ==, 1);
  totals = sum_up (f, 1, "2026-07-01", "2026-08-30");
  g_assert_cmpint (totals.months.sum[XB_METRIC_CALLS], ==, 310);
  g_assert_cmpint (totals.cut_months, ==, 1);
  days = import (f, "号码,日期,呼出量,接通量\n13800138000,2026-08-03,9,8\n");
  totals = sum_up (f, 0, "2026-07-01", "2026-08-31");
  g_assert_cmpint (totals.days.sum[XB_METRIC_CALLS], ==, 9);
  g_assert_cmpint (totals.months.sum[XB_METRIC_CALLS], ==, 340);
  check_sums (f);
  g_assert_true (undo (f, result->import_id, NULL));
  g_assert_true (undo (f, days->import_id, NULL));
  check_sums (f);
  totals = sum_up (f, 0, "2026-01-01", "2026-12-31");
  g_assert_cmpint (totals.days.rows + totals.months.rows + totals.cut_months, ==, 0);
}

static void
test_numbers (Fixture      *f,
              gconstpointer data)
{
  static const char text[] = "号码,日期,呼出量\n400-600-1825,2026-09-01,5\n13800138000,2026-09-01,6\n";
  static const char nameless[] = "日期,呼出量\n2026-09-01,7\n";
  g_autoptr(XbMetricsResult) added = NULL;
  g_autoptr(XbMetricsResult) alone = NULL;
  g_autoptr(XbMetricsResult) removed = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) numbers = NULL;

  added = try_import (f, text, &(XbMetricsOptions) { .add_numbers = TRUE }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (added->imported, ==, 2);
  g_assert_cmpuint (added->added_numbers, ==, 1);
  numbers = xb_workspace_list_numbers (f->ws, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (numbers), ==, 3);
  g_assert_null (try_import (f, nameless, NULL, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
  g_clear_error (&error);
  alone = try_import (f, nameless, &(XbMetricsOptions) { .number = "028-6555 1201" }, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sum_up (f, 2, "2026-09-01", "2026-09-01").days.sum[XB_METRIC_CALLS], ==, 7);
  /* a number that was taken out keeps its past and gets no more */
  xb_workspace_remove_number_async (f->ws, 1, TRUE, NULL, ended_cb, f);
  g_assert_true (xb_workspace_finish (f->ws, wait_result (f), NULL));
  g_clear_object (&f->result);
  removed = import (f, "号码,日期,呼出量\n13800138000,2026-09-02,6\n");
  g_assert_cmpuint (removed->n_rejected, ==, 1);
  g_assert_cmpint (removed->import_id, ==, 0);
  g_assert_cmpint (sum_up (f, 0, "2026-09-01", "2026-09-30").days.sum[XB_METRIC_CALLS], ==, 18);
}

static void
test_remembered (Fixture      *f,
                 gconstpointer data)
{
  static const char text[] = "主叫,时段,总数,有效\n13800138000,2026-09-01,10,6\n13800138000,2026-09-02,5,9\n";
  g_autoptr(XbMetricsPreview) preview = NULL;
  g_autoptr(XbMetricsPreview) again = NULL;
  g_autoptr(XbMetricsResult) result = NULL;
  g_autoptr(GError) error = NULL;
  XbReportColumns columns;
  XbMetricsPreviewRow *row;

  g_assert_true (g_file_set_contents (f->report, text, -1, NULL));
  xb_workspace_preview_metrics_async (f->ws, f->report, NULL, NULL, ended_cb, f);
  preview = xb_workspace_preview_metrics_finish (f->ws, wait_result (f), &error);
  g_assert_no_error (error);
  g_clear_object (&f->result);
  g_assert_nonnull (preview->problem); /* which column is the day? */
  g_assert_cmpuint (g_strv_length (preview->headings), ==, 4);
  g_assert_cmpstr (preview->encoding, ==, "UTF-8");
  g_assert_false (preview->remembered);
  columns = preview->columns;
  columns.column[XB_REPORT_DATE] = 1;
  columns.column[XB_REPORT_CALLS] = 2;
  columns.column[XB_REPORT_ANSWERED] = 3;
  result = try_import (f, NULL, &(XbMetricsOptions) { .columns = &columns, .fingerprint = preview->fingerprint }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->imported, ==, 1);
  g_assert_cmpuint (result->n_rejected, ==, 1);
  /* known from then on */
  xb_workspace_preview_metrics_async (f->ws, f->report, NULL, NULL, ended_cb, f);
  again = xb_workspace_preview_metrics_finish (f->ws, wait_result (f), &error);
  g_assert_no_error (error);
  g_assert_true (again->remembered);
  g_assert_null (again->problem);
  g_assert_cmpuint (again->rows->len, ==, 2);
  row = g_ptr_array_index (again->rows, 0);
  g_assert_cmpstr (row->period, ==, "2026-09-01");
  g_assert_cmpint (row->figures.value[XB_METRIC_ANSWERED], ==, 6);
  row = g_ptr_array_index (again->rows, 1);
  g_assert_nonnull (strstr (row->problem, "9 answered of 5"));
}

static char *
make_rows (guint n)
{
  GString *text = g_string_new ("号码,日期,呼出量,接通量\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s,%04u-%02u-%02u,10,5\n", i % 2 == 0 ? "13800138000" : "02865551201", 2001 + i / 672,
                            i / 56 % 12 + 1, i / 2 % 28 + 1);
  return g_string_free (text, FALSE);
}

static void
cancel_cb (guint64  done,
           guint64  total,
           gpointer data)
{
  if (done > 0)
    g_cancellable_cancel (data);
}

static void
test_cancelled (Fixture      *f,
                gconstpointer data)
{
  g_autofree char *text = make_rows (16000);
  guint cancelled = 0;

  g_assert_true (g_file_set_contents (f->report, text, -1, NULL));
  for (guint round = 0; round < 30; round++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GError) error = NULL;
      g_autoptr(XbMetricsResult) result = NULL;
      gint64 until = g_get_monotonic_time () + round * 2000;

      xb_workspace_import_metrics_async (f->ws, f->report, NULL, cancellable, cancel_cb, cancellable, ended_cb, f);
      while (f->result == NULL && g_get_monotonic_time () < until)
        g_main_context_iteration (NULL, FALSE);
      g_cancellable_cancel (cancellable);
      result = xb_workspace_import_metrics_finish (f->ws, wait_result (f), &error);
      g_clear_object (&f->result);
      g_assert_true (result != NULL || xb_error_is_cancelled (error));
      check_sums (f);
      cancelled += result == NULL;
      if (result != NULL)
        g_assert_true (undo (f, result->import_id, NULL));
      g_assert_cmpint (sum_up (f, 0, "2000-01-01", "2099-12-31").days.rows, ==, 0);
    }
  g_test_message ("%u of 30 cancelled", cancelled);
  g_assert_cmpuint (cancelled, >, 0);
}

/* Two at once, and more rows than are held at a time. */
static void
test_together (Fixture      *f,
               gconstpointer data)
{
  g_autofree char *text = make_rows (8000);
  GAsyncResult *results[2] = { NULL, NULL };
  Fixture others[2] = { { .ws = f->ws }, { .ws = f->ws } };

  g_assert_true (g_file_set_contents (f->report, text, -1, NULL));
  for (guint i = 0; i < 2; i++)
    xb_workspace_import_metrics_async (f->ws, f->report, NULL, NULL, NULL, NULL, ended_cb, &others[i]);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(XbMetricsResult) result = NULL;

      results[i] = wait_result (&others[i]);
      result = xb_workspace_import_metrics_finish (f->ws, results[i], &error);
      g_assert_no_error (error);
      g_assert_cmpuint (result->imported + result->replaced, ==, 8000);
      g_clear_object (&others[i].result);
    }
  check_sums (f);
  g_assert_cmpint (sum_up (f, 0, "2000-01-01", "2099-12-31").days.rows, ==, 8000);
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
compare_row (XbDb            *db,
             Said            *said,
             guint            n_said,
             guint            n,
             guint            day)
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
test_random (Fixture      *f,
             gconstpointer data)
{
  g_autofree Said *said = g_new0 (Said, IMPORTS);

  for (guint n = 2; n < NUMBERS; n++)
    add_number (f, model_numbers[n]);
  for (guint i = 0; i < IMPORTS; i++)
    {
      g_autofree char *text = say (&said[i]);
      g_autoptr(XbMetricsResult) result = import (f, text);
      g_autoptr(XbDb) db = NULL;
      guint back = g_test_rand_int_range (0, i + 1);

      said[i].id = result->import_id;
      g_assert_cmpuint (result->n_rejected, ==, 0);
      if (i % 2 == 1 && i - back < 25 && said[back].id != 0) /* the oldest cannot be undone any more */
        {
          g_autoptr(GError) error = NULL;

          undo (f, said[back].id, &error);
          g_assert_no_error (error);
          said[back].id = 0;
        }
      check_sums (f);
      db = open_file (f);
      for (guint n = 0; n < NUMBERS; n++)
        for (guint day = 0; day < DAYS; day++)
          compare_row (db, said, i + 1, n, day);
    }
}

/* The sums of any period, from months and days, are those of its rows. */
static void
test_periods (Fixture      *f,
              gconstpointer data)
{
  g_autofree char *text = make_rows (16000);
  g_autoptr(XbMetricsResult) result = import (f, text);
  g_autoptr(XbDb) db = open_file (f);

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
      totals = sum_up (f, number, first, last);
      rows = xb_db_int (db, -1, "SELECT count (*) FROM metric WHERE period BETWEEN ? AND ? AND (number_id = ?3 OR ?3 = 0)",
                        "iii", (gint64) from, (gint64) until, number);
      g_assert_cmpint (totals.days.rows, ==, rows);
      g_assert_cmpint (totals.days.sum[XB_METRIC_CALLS], ==, rows * 10);
      xb_workspace_read_metrics_async (f->ws, &query, NULL, ended_cb, f);
      series = xb_workspace_read_metrics_finish (f->ws, wait_result (f), NULL);
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

/* A share is taken only of calls of which is known whether they were answered. */
static void
test_unknown (Fixture      *f,
              gconstpointer data)
{
  g_autoptr(XbMetricsResult) result = import (f, "号码,日期,呼出量,接通量\n13800138000,2026-09-01,100,60\n"
                                              "13800138000,2026-09-02,100,\n13800138000,2026-09-03,,5\n");
  XbMetricsTotals totals = sum_up (f, 0, "2026-09-01", "2026-09-30");
  XbMetricsQuery query = { NULL, 0, "2026-09-01", "2026-09-30" };
  g_autoptr(XbMetricsSeries) series = NULL;

  g_assert_cmpuint (result->n_rejected, ==, 1);
  g_assert_cmpint (totals.days.sum[XB_METRIC_CALLS], ==, 200);
  g_assert_cmpint (totals.days.rated, ==, 100);
  g_assert_cmpint (totals.days.sum[XB_METRIC_ANSWERED], ==, 60);
  xb_workspace_read_metrics_async (f->ws, &query, NULL, ended_cb, f);
  series = xb_workspace_read_metrics_finish (f->ws, wait_result (f), NULL);
  g_assert_cmpuint (series->days->len, ==, 2);
  g_assert_cmpint (g_array_index (series->days, XbMetricDay, 1).calls, ==, 0);
  g_assert_cmpint (g_array_index (series->calls, gint64, 1), ==, 100);
}

static void
test_labels (Fixture      *f,
             gconstpointer data)
{
  static const char *const labels =
    "INSERT INTO campaign (id, name, from_day, until_day, created_at) VALUES (1, 'x', '2026-09-10', '2026-09-12', 0);"
    "INSERT INTO label (number_id, platform, text, from_day, until_day, campaign_id, created_at, removed_at) VALUES "
    "(1, NULL, '冰饮专线', '2026-09-03', NULL, NULL, 0, NULL), (1, NULL, '中秋不打烊', '2026-09-10', '2026-09-12', 1, 0, NULL), "
    "(1, 'cmcc', '别处', '2026-09-01', '2026-09-30', NULL, 0, 5), (2, 'cmcc', '冰饮专线', '2026-09-01', NULL, NULL, 0, NULL);";
  g_autofree char *path = g_build_filename (f->folder, "xinbiao.db", NULL);
  g_autoptr(GString) text = g_string_new ("号码,日期,呼出量,接通量\n");
  g_autoptr(XbDb) db = xb_db_open (path, FALSE, NULL);
  g_autoptr(XbMetricsResult) result = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GPtrArray) elsewhere = NULL;
  static const struct { const char *label; guint numbers; gint64 rows; } expected[] = {
    { "冰饮专线", 2, 15 + 20 }, { "中秋不打烊", 1, 3 }, { NULL, 1, 2 },
  };
  XbMetricsQuery query = { NULL, 0, "2026-09-01", "2026-09-30" };

  for (guint day = 1; day <= 20; day++)
    g_string_append_printf (text, "13800138000,2026-09-%02u,10,5\n02865551201,2026-09-%02u,10,5\n", day, day);
  result = import (f, text->str);
  g_assert_true (xb_db_exec (db, labels, NULL));
  xb_workspace_sum_metrics_by_label_async (f->ws, &query, NULL, NULL, ended_cb, f);
  found = xb_workspace_sum_metrics_by_label_finish (f->ws, wait_result (f), NULL);
  g_clear_object (&f->result);
  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < found->len; i++)
    {
      XbMetricsOfLabel *label = g_ptr_array_index (found, i);

      g_assert_cmpstr (label->label, ==, expected[i].label);
      g_assert_cmpuint (label->numbers, ==, expected[i].numbers);
      g_assert_cmpint (label->sums.rows, ==, expected[i].rows);
      g_assert_cmpint (label->sums.sum[XB_METRIC_CALLS], ==, expected[i].rows * 10);
    }
  xb_workspace_sum_metrics_by_label_async (f->ws, &query, "unicom", NULL, ended_cb, f);
  elsewhere = xb_workspace_sum_metrics_by_label_finish (f->ws, wait_result (f), NULL);
  g_assert_cmpuint (elsewhere->len, ==, 3);
  g_assert_null (((XbMetricsOfLabel *) g_ptr_array_index (elsewhere, 0))->label);
}

int
main (int   argc,
      char *argv[])
{
#define ADD(name, function) g_test_add ("/metrics/" name, Fixture, NULL, set_up, function, tear_down)

  g_test_init (&argc, &argv, NULL);
  ADD ("import", test_import);
  ADD ("undo", test_undo);
  ADD ("months", test_months);
  ADD ("numbers", test_numbers);
  ADD ("remembered", test_remembered);
  ADD ("cancelled", test_cancelled);
  ADD ("together", test_together);
  ADD ("random", test_random);
  ADD ("periods", test_periods);
  ADD ("unknown", test_unknown);
  ADD ("labels", test_labels);
  return g_test_run ();
}
