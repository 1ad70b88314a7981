/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "metrics-fixture.h"

/* Reports taken in, written over and taken out again, with the sums that must follow. */

#define HEAD "日期,号码,呼出量,接通量,标记次数,投诉量,咨询量,订单量,成交额\n"

static void
test_import (MetricsFixture *f,
             gconstpointer   data)
{
  g_autoptr(XbMetricsResult) first = NULL;
  g_autoptr(XbMetricsResult) again = NULL;
  g_autoptr(XbMetricsResult) more = NULL;
  g_autoptr(GListModel) imports = NULL;
  XbMetricsTotals totals;

  first = metrics_import (f, HEAD "2026-09-01,138 0013 8000,10,6,1,0,2,1,38.50\n2026-09-02,13800138000,20,11,0,0,1,0,0\n"
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
  metrics_check_sums (f);

  totals = metrics_sum_up (f, 0, "2026-09-01", "2026-09-30");
  g_assert_cmpint (totals.days.rows, ==, 3);
  g_assert_cmpint (totals.days.sum[XB_METRIC_CALLS], ==, 35);
  g_assert_cmpint (totals.days.sum[XB_METRIC_REVENUE], ==, 3850);
  g_assert_cmpint (totals.days.n[XB_METRIC_MARKS], ==, 2);
  totals = metrics_sum_up (f, 1, "2026-09-02", "2026-09-02");
  g_assert_cmpint (totals.days.sum[XB_METRIC_ANSWERED], ==, 11);
  totals = metrics_sum_up (f, 1, "2026-08-01", "2026-08-31");
  g_assert_cmpint (totals.days.rows, ==, 0);

  /* the same days once more: replaced, and only in what the report has */
  again = metrics_import (f, "number,date,calls,answered\n13800138000,2026-09-02,21,12\n13800138000,2026-09-05,1,0\n");
  g_assert_cmpuint (again->imported, ==, 1);
  g_assert_cmpuint (again->replaced, ==, 1);
  totals = metrics_sum_up (f, 0, "2026-09-01", "2026-09-30");
  g_assert_cmpint (totals.days.sum[XB_METRIC_CALLS], ==, 37);
  g_assert_cmpint (totals.days.n[XB_METRIC_INQUIRIES], ==, 2);
  g_assert_cmpint (totals.days.sum[XB_METRIC_INQUIRIES], ==, 3);
  metrics_check_sums (f);
  /* another source adds what it knows, and cannot contradict what is there */
  more = metrics_import (f, "号码,日期,标记次数,接通量\n13800138000,2026-09-05,4,\n13800138000,2026-09-02,1,99\n");
  g_assert_cmpuint (more->replaced, ==, 1);
  g_assert_cmpuint (more->n_rejected, ==, 1);
  metrics_check_sums (f);

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
test_undo (MetricsFixture *f,
           gconstpointer   data)
{
  g_autoptr(XbMetricsResult) a = metrics_import (f, "号码,日期,呼出量,接通量\n13800138000,2026-09-01,10,6\n13800138000,2026-09-02,20,12\n");
  g_autoptr(XbMetricsResult) b = metrics_import (f, "号码,日期,标记次数\n13800138000,2026-09-01,3\n");
  g_autoptr(XbMetricsResult) c = metrics_import (f, "号码,日期,呼出量,接通量\n13800138000,2026-09-01,50,40\n");
  g_autoptr(GError) error = NULL;
  XbMetricsTotals totals;

  g_assert_true (metrics_undo (f, a->import_id, &error)); /* the undermost first */
  metrics_check_sums (f);
  totals = metrics_sum_up (f, 0, "2026-09-01", "2026-09-30");
  g_assert_cmpint (totals.days.rows, ==, 1);
  g_assert_cmpint (totals.days.sum[XB_METRIC_CALLS], ==, 50);
  g_assert_cmpint (totals.days.sum[XB_METRIC_MARKS], ==, 3);
  g_assert_true (metrics_undo (f, c->import_id, &error));
  metrics_check_sums (f);
  totals = metrics_sum_up (f, 0, "2026-09-01", "2026-09-30");
  g_assert_cmpint (totals.days.n[XB_METRIC_CALLS], ==, 0);
  g_assert_cmpint (totals.days.sum[XB_METRIC_MARKS], ==, 3);
  g_assert_true (metrics_undo (f, b->import_id, &error));
  g_assert_no_error (error);
  metrics_check_sums (f);
  g_assert_cmpint (metrics_sum_up (f, 0, "2000-01-01", "2099-12-31").days.rows, ==, 0);
  g_assert_false (metrics_undo (f, b->import_id, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (metrics_undo (f, 999, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_NOT_FOUND);
}

/* What a month says as a whole counts where no days do, and is never cut. */
static void
test_months (MetricsFixture *f,
             gconstpointer   data)
{
  g_autoptr(XbMetricsResult) result = NULL;
  g_autoptr(XbMetricsResult) days = NULL;
  XbMetricsTotals totals;

  result = metrics_import (f, "号码,月份,呼出量,接通量\n13800138000,2026-07,310,200\n13800138000,2026-08,300,190\n"
                   "028-65551201,2026年8月,30,19\n028-65551201,2026-10,30,19\n");
  g_assert_cmpuint (result->imported, ==, 3);
  g_assert_cmpuint (result->n_rejected, ==, 1);
  g_assert_cmpstr (result->first, ==, "2026-07");
  totals = metrics_sum_up (f, 0, "2026-07-01", "2026-08-31");
  g_assert_cmpint (totals.days.rows, ==, 0);
  g_assert_cmpint (totals.months.rows, ==, 3);
  g_assert_cmpint (totals.months.sum[XB_METRIC_CALLS], ==, 640);
  totals = metrics_sum_up (f, 0, "2026-07-02", "2026-08-31");
  g_assert_cmpint (totals.months.sum[XB_METRIC_CALLS], ==, 330);
  g_assert_cmpint (totals.cut_months, ==, 1);
  totals = metrics_sum_up (f, 1, "2026-07-01", "2026-08-30");
  g_assert_cmpint (totals.months.sum[XB_METRIC_CALLS], ==, 310);
  g_assert_cmpint (totals.cut_months, ==, 1);
  days = metrics_import (f, "号码,日期,呼出量,接通量\n13800138000,2026-08-03,9,8\n");
  totals = metrics_sum_up (f, 0, "2026-07-01", "2026-08-31");
  g_assert_cmpint (totals.days.sum[XB_METRIC_CALLS], ==, 9);
  g_assert_cmpint (totals.months.sum[XB_METRIC_CALLS], ==, 340);
  metrics_check_sums (f);
  g_assert_true (metrics_undo (f, result->import_id, NULL));
  g_assert_true (metrics_undo (f, days->import_id, NULL));
  metrics_check_sums (f);
  totals = metrics_sum_up (f, 0, "2026-01-01", "2026-12-31");
  g_assert_cmpint (totals.days.rows + totals.months.rows + totals.cut_months, ==, 0);
}

static void
test_numbers (MetricsFixture *f,
              gconstpointer   data)
{
  static const char text[] = "号码,日期,呼出量\n400-600-1825,2026-09-01,5\n13800138000,2026-09-01,6\n";
  static const char nameless[] = "日期,呼出量\n2026-09-01,7\n";
  g_autoptr(XbMetricsResult) added = NULL;
  g_autoptr(XbMetricsResult) alone = NULL;
  g_autoptr(XbMetricsResult) removed = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) numbers = NULL;

  added = metrics_try_import (f, text, &(XbMetricsOptions) { .add_numbers = TRUE }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (added->imported, ==, 2);
  g_assert_cmpuint (added->added_numbers, ==, 1);
  numbers = xb_workspace_list_numbers (f->ws, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (numbers), ==, 3);
  g_assert_null (metrics_try_import (f, nameless, NULL, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
  g_clear_error (&error);
  alone = metrics_try_import (f, nameless, &(XbMetricsOptions) { .number = "028-6555 1201" }, &error);
  g_assert_no_error (error);
  g_assert_cmpint (metrics_sum_up (f, 2, "2026-09-01", "2026-09-01").days.sum[XB_METRIC_CALLS], ==, 7);
  /* a number that was taken out keeps its past and gets no more */
  xb_workspace_remove_number_async (f->ws, 1, TRUE, NULL, metrics_ended_cb, f);
  g_assert_true (xb_workspace_finish (f->ws, metrics_wait_result (f), NULL));
  g_clear_object (&f->result);
  removed = metrics_import (f, "号码,日期,呼出量\n13800138000,2026-09-02,6\n");
  g_assert_cmpuint (removed->n_rejected, ==, 1);
  g_assert_cmpint (removed->import_id, ==, 0);
  g_assert_cmpint (metrics_sum_up (f, 0, "2026-09-01", "2026-09-30").days.sum[XB_METRIC_CALLS], ==, 18);
}

static void
test_remembered (MetricsFixture *f,
                 gconstpointer   data)
{
  static const char text[] = "主叫,时段,总数,有效\n13800138000,2026-09-01,10,6\n13800138000,2026-09-02,5,9\n";
  g_autoptr(XbMetricsPreview) preview = NULL;
  g_autoptr(XbMetricsPreview) again = NULL;
  g_autoptr(XbMetricsResult) result = NULL;
  g_autoptr(GError) error = NULL;
  XbReportColumns columns;
  XbMetricsPreviewRow *row;

  g_assert_true (g_file_set_contents (f->report, text, -1, NULL));
  xb_workspace_preview_metrics_async (f->ws, f->report, NULL, NULL, metrics_ended_cb, f);
  preview = xb_workspace_preview_metrics_finish (f->ws, metrics_wait_result (f), &error);
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
  result = metrics_try_import (f, NULL, &(XbMetricsOptions) { .columns = &columns, .fingerprint = preview->fingerprint }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->imported, ==, 1);
  g_assert_cmpuint (result->n_rejected, ==, 1);
  /* known from then on */
  xb_workspace_preview_metrics_async (f->ws, f->report, NULL, NULL, metrics_ended_cb, f);
  again = xb_workspace_preview_metrics_finish (f->ws, metrics_wait_result (f), &error);
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

static XbMetricsSurvey *
survey (MetricsFixture *f,
        const char     *text,
        GError        **error)
{
  XbMetricsSurvey *survey;

  if (text != NULL)
    g_assert_true (g_file_set_contents (f->report, text, -1, NULL));
  xb_workspace_survey_metrics_async (f->ws, f->report, NULL, NULL, NULL, NULL, metrics_ended_cb, f);
  survey = xb_workspace_survey_metrics_finish (f->ws, metrics_wait_result (f), error);
  g_clear_object (&f->result);
  return survey;
}

/* What is told beforehand is what happens then, and telling it changes nothing. */
static void
test_survey (MetricsFixture *f,
             gconstpointer   data)
{
  static const char text[] = "号码,日期,呼出量,接通量\n13800138000,2026-09-01,10,6\n138 0013 8000,2026-09-02,10,7\n"
    "13800138000,2026-09-02,1,1\n13800138000,2026-09-03,5,\n400-600-1825,2026-09-01,5,1\n4006001825,2026-09-02,5,2\n"
    "400 600 1825,2026-09-02,5,2\n95588,2026-09-01,5,2\n13800138000,2026-09-04,5,9\n10,2026-09-04,5,1\n合计,,50,20\n";
  g_autoptr(XbMetricsResult) before = metrics_import (f, "号码,日期,呼出量,接通量\n13800138000,2026-09-01,8,5\n"
                                                      "13800138000,2026-09-03,9,8\n");
  g_autoptr(GError) error = NULL;
  g_autoptr(XbMetricsSurvey) told = survey (f, text, &error);
  g_autoptr(XbMetricsResult) done = NULL;
  g_autoptr(XbMetricsResult) all = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (told->result->rows, ==, 10);
  g_assert_cmpuint (told->result->skipped, ==, 1);
  g_assert_cmpuint (told->result->replaced, ==, 1);
  g_assert_cmpuint (told->result->imported, ==, 4);
  g_assert_cmpuint (told->result->n_rejected, ==, 5); /* twice the same, 9 answered of 5, 8 of 5 with what is there, no number */
  g_assert_cmpint (told->result->import_id, ==, 0);
  g_assert_cmpstr (told->result->first, ==, "2026-09-01");
  g_assert_cmpstr (told->result->last, ==, "2026-09-02");
  g_assert_cmpuint (told->strangers->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (told->strangers, 0), ==, "400-600-1825");
  g_assert_cmpuint (told->stranger_rows, ==, 3);
  g_assert_cmpint (metrics_sum_up (f, 0, "2026-09-01", "2026-09-30").days.sum[XB_METRIC_CALLS], ==, 17);
  metrics_check_sums (f);

  done = metrics_try_import (f, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (done->rows, ==, told->result->rows);
  g_assert_cmpuint (done->replaced, ==, told->result->replaced);
  g_assert_cmpuint (done->imported, ==, told->result->imported - told->stranger_rows);
  g_assert_true (metrics_undo (f, done->import_id, NULL));
  all = metrics_try_import (f, NULL, &(XbMetricsOptions) { .add_numbers = TRUE }, &error);
  g_assert_cmpuint (all->imported, ==, told->result->imported);
  g_assert_cmpuint (all->n_rejected, ==, told->result->n_rejected);
  g_assert_cmpuint (all->added_numbers, ==, told->strangers->len);

  g_clear_pointer (&told, xb_metrics_survey_free);
  told = survey (f, "x,y\n1,2\n", &error);
  g_assert_null (told);
  g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
}

static void
test_survey_cancelled (MetricsFixture *f,
                       gconstpointer   data)
{
  g_autofree char *text = metrics_make_rows (1000);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (f->report, text, -1, NULL));
  xb_workspace_survey_metrics_async (f->ws, f->report, NULL, cancellable, NULL, NULL, metrics_ended_cb, f);
  g_cancellable_cancel (cancellable);
  g_assert_null (xb_workspace_survey_metrics_finish (f->ws, metrics_wait_result (f), &error));
  g_assert_true (xb_error_is_cancelled (error));
}

/* What the source is called is kept with it, and with what came from there. */
static void
test_source (MetricsFixture *f,
             gconstpointer   data)
{
  static const char text[] = "号码,日期,呼出量\n13800138000,2026-09-01,10\n";
  g_autoptr(GListModel) list = xb_workspace_list_metric_imports (f->ws);
  g_autoptr(XbMetricsResult) first = metrics_import (f, text);
  g_autoptr(XbMetricsResult) named = metrics_try_import (f, NULL, &(XbMetricsOptions) { .source = " 呼叫中心 " }, NULL);
  g_autoptr(XbMetricsResult) again = metrics_try_import (f, NULL, NULL, NULL);
  g_autoptr(XbMetricsPreview) preview = NULL;
  g_autoptr(XbMetricsPreview) other = NULL;
  g_autoptr(XbMetricImport) newest = NULL;
  g_autoptr(XbMetricImport) oldest = NULL;

  while (g_list_model_get_n_items (list) < 3) /* a lazy list reads behind the verb */
    g_main_context_iteration (NULL, TRUE);
  newest = g_list_model_get_item (list, 0);
  oldest = g_list_model_get_item (list, 2);
  g_assert_cmpstr (xb_metric_import_get_source (newest), ==, "呼叫中心");
  g_assert_null (xb_metric_import_get_source (oldest));
  xb_workspace_preview_metrics_async (f->ws, f->report, NULL, NULL, metrics_ended_cb, f);
  preview = xb_workspace_preview_metrics_finish (f->ws, metrics_wait_result (f), NULL);
  g_clear_object (&f->result);
  g_assert_cmpstr (preview->source, ==, "呼叫中心");
  g_assert_cmpstr (g_ptr_array_index (preview->samples, 1), ==, "2026-09-01");
  g_assert_cmpuint (g_strv_length (preview->sheets), ==, 0);
  g_assert_true (g_file_set_contents (f->report, "号码,日期,呼出量,接通量\n", -1, NULL));
  xb_workspace_preview_metrics_async (f->ws, f->report, NULL, NULL, metrics_ended_cb, f);
  other = xb_workspace_preview_metrics_finish (f->ws, metrics_wait_result (f), NULL);
  g_assert_null (other->source);
}

/* A share is taken only of calls of which is known whether they were answered. */
static void
test_unknown (MetricsFixture *f,
              gconstpointer   data)
{
  g_autoptr(XbMetricsResult) result = metrics_import (f, "号码,日期,呼出量,接通量\n13800138000,2026-09-01,100,60\n"
                                              "13800138000,2026-09-02,100,\n13800138000,2026-09-03,,5\n");
  XbMetricsTotals totals = metrics_sum_up (f, 0, "2026-09-01", "2026-09-30");
  XbMetricsQuery query = { NULL, 0, "2026-09-01", "2026-09-30" };
  g_autoptr(XbMetricsSeries) series = NULL;

  g_assert_cmpuint (result->n_rejected, ==, 1);
  g_assert_cmpint (totals.days.sum[XB_METRIC_CALLS], ==, 200);
  g_assert_cmpint (totals.days.rated, ==, 100);
  g_assert_cmpint (totals.days.sum[XB_METRIC_ANSWERED], ==, 60);
  xb_workspace_read_metrics_async (f->ws, &query, NULL, metrics_ended_cb, f);
  series = xb_workspace_read_metrics_finish (f->ws, metrics_wait_result (f), NULL);
  g_assert_cmpuint (series->days->len, ==, 2);
  g_assert_cmpint (g_array_index (series->days, XbMetricDay, 1).calls, ==, 0);
  g_assert_cmpint (g_array_index (series->calls, gint64, 1), ==, 100);
}

static void
test_labels (MetricsFixture *f,
             gconstpointer   data)
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
    { "冰饮专线", 2, 15 + 20 }, { NULL, 2, 2 + 20 }, { "中秋不打烊", 1, 3 },
  };
  XbMetricsQuery query = { NULL, 0, "2026-09-01", "2026-09-30" };

  for (guint day = 1; day <= 20; day++)
    g_string_append_printf (text, "13800138000,2026-09-%02u,10,5\n02865551201,2026-09-%02u,10,5\n"
                            "4006001825,2026-09-%02u,10,5\n", day, day, day);
  metrics_add_number (f, "400-600-1825"); /* never had a label */
  result = metrics_import (f, text->str);
  g_assert_true (xb_db_exec (db, labels, NULL));
  xb_workspace_sum_metrics_by_label_async (f->ws, &query, NULL, NULL, metrics_ended_cb, f);
  found = xb_workspace_sum_metrics_by_label_finish (f->ws, metrics_wait_result (f), NULL);
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
  for (guint i = 0; i < found->len; i++) /* opened down to the days they are of */
    {
      XbMetricsOfLabel *label = g_ptr_array_index (found, i);
      g_autoptr(XbMetricsSeries) series = NULL;
      gint64 calls = 0;

      xb_workspace_read_label_days_async (f->ws, &query, NULL, label->label, NULL, metrics_ended_cb, f);
      series = xb_workspace_read_metrics_finish (f->ws, metrics_wait_result (f), NULL);
      g_clear_object (&f->result);
      g_assert_cmpuint (series->days->len, >, 0);
      for (guint day = 0; day < series->days->len; day++)
        {
          g_assert_cmpint (g_array_index (series->calls, gint64, day), >, 0);
          calls += g_array_index (series->calls, gint64, day);
        }
      g_assert_cmpint (calls, ==, label->sums.sum[XB_METRIC_CALLS]);
    }
  xb_workspace_sum_metrics_by_label_async (f->ws, &query, "unicom", NULL, metrics_ended_cb, f);
  elsewhere = xb_workspace_sum_metrics_by_label_finish (f->ws, metrics_wait_result (f), NULL);
  g_assert_cmpuint (elsewhere->len, ==, 3);
  g_assert_null (((XbMetricsOfLabel *) g_ptr_array_index (elsewhere, 0))->label);
}

int
main (int   argc,
      char *argv[])
{
#define ADD(name, function) \
  g_test_add ("/metrics/" name, MetricsFixture, NULL, metrics_set_up, function, metrics_tear_down)

  g_test_init (&argc, &argv, NULL);
  ADD ("import", test_import);
  ADD ("undo", test_undo);
  ADD ("months", test_months);
  ADD ("numbers", test_numbers);
  ADD ("remembered", test_remembered);
  ADD ("survey", test_survey);
  ADD ("survey-cancelled", test_survey_cancelled);
  ADD ("source", test_source);
  ADD ("unknown", test_unknown);
  ADD ("labels", test_labels);
  return g_test_run ();
}
