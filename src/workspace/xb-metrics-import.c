/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-error.h"
#include "xb-metrics-import-private.h"

/* A report on its way into the file: read on one thread, gone through within one transaction on another. The file is read
 * before the transaction begins as far as that many rows, so that another process waits only while they are written. */

#define ROWS_AT_ONCE (1 << 20)
#define ROWS_PER_LOOK 512
#define MOST_REJECTED 1000

static void
rejected_free (gpointer data)
{
  XbRejectedRow *row = data;

  g_free (row->reason);
  g_free (row);
}

void
xb_metrics_import_free (gpointer data)
{
  XbMetricsImport *verb = data;

  g_clear_object (&verb->verb.cancellable);
  g_free (verb->path);
  g_free (verb->sheet);
  g_free (verb->source);
  g_free (verb->number);
  g_free (verb->columns);
  g_free (verb->fingerprint);
  g_hash_table_unref (verb->remembered);
  g_clear_pointer (&verb->table, xb_report_table_free);
  g_clear_pointer (&verb->rows, xb_metric_rows_free);
  xb_metrics_result_free (verb->result);
  xb_metrics_survey_free (verb->survey);
  xb_metrics_preview_free (verb->preview);
  xb_progress_meter_free (verb->progress);
  g_free (verb);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const XbRejectedRow *x = *(gpointer *) a;
  const XbRejectedRow *y = *(gpointer *) b;

  return (x->line > y->line) - (x->line < y->line);
}

static void
trim_rejected (XbMetricsResult *result)
{
  g_ptr_array_sort (result->rejected, compare_lines);
  if (result->rejected->len > MOST_REJECTED)
    g_ptr_array_remove_range (result->rejected, MOST_REJECTED, result->rejected->len - MOST_REJECTED);
}

/* The rows come by lines at first and by numbers later; those with the lowest lines are kept. */
static void
reject (gpointer    data,
        guint       line,
        const char *reason)
{
  XbMetricsImport *verb = data;
  XbRejectedRow *row = g_new (XbRejectedRow, 1);

  verb->result->n_rejected++;
  *row = (XbRejectedRow) { line, g_strdup (reason) };
  g_ptr_array_add (verb->result->rejected, row);
  if (verb->result->rejected->len > 2 * MOST_REJECTED)
    trim_rejected (verb->result);
}

/** xb_metrics_import_open: opens the file, with the columns that were chosen */
gboolean
xb_metrics_import_open (XbMetricsImport *verb,
                        GError         **error)
{
  XbReportColumns columns;
  const char *const *headings;

  if (verb->columns != NULL && verb->fingerprint != NULL)
    g_hash_table_insert (verb->remembered, g_strdup (verb->fingerprint), g_strdup (verb->columns));
  verb->table = xb_report_table_new (verb->path, verb->sheet, verb->remembered, verb->verb.cancellable, error);
  if (verb->table == NULL)
    return FALSE;
  headings = xb_report_table_get_headings (verb->table);
  if (verb->columns != NULL &&
      xb_report_columns_parse (verb->columns, g_strv_length ((char **) headings), &columns))
    xb_report_table_set_columns (verb->table, &columns);
  return TRUE;
}

/* A day or month that is not over, or not begun. */
static gboolean
is_to_come (XbMetricsImport *verb,
            guint            period)
{
  return XB_PERIOD_IS_MONTH (period) ? xb_period_month (period) > xb_period_month (verb->today) : period > verb->today;
}

/** xb_metrics_import_check: Returns: (transfer full) (nullable): why the entry cannot be taken */
GError *
xb_metrics_import_check (XbMetricsImport     *verb,
                         const XbReportEntry *entry)
{
  char period[11];

  if (entry->number == NULL && verb->number == NULL)
    return g_error_new (XB_ERROR, XB_ERROR_INVALID, _("The row names no number; fill it in, or take the row out"));
  if (!is_to_come (verb, entry->period))
    return NULL;
  xb_period_format (entry->period, period);
  return g_error_new (XB_ERROR, XB_ERROR_INVALID, _("%s is still to come; check the day, and this computer’s clock"),
                      period);
}

static void
take_entry (XbMetricsImport     *verb,
            const XbReportEntry *entry,
            GError              *problem)
{
  g_autoptr(GError) wrong = problem;

  if (entry->is_total)
    {
      verb->result->skipped++;
      return;
    }
  verb->result->rows++;
  if (wrong == NULL)
    wrong = xb_metrics_import_check (verb, entry);
  if (wrong == NULL)
    xb_metric_rows_add (verb->rows, entry, verb->number != NULL ? verb->number : entry->number);
  else
    reject (verb, entry->line, wrong->message);
}

static void
tell_progress (XbMetricsImport *verb,
               guint64          written,
               guint64          of)
{
  guint64 done, total;

  xb_report_reader_get_progress (xb_report_table_get_reader (verb->table), &done, &total);
  /* Reading is one half, writing the other. */
  xb_progress_meter_set (verb->progress, done + verb->written + (of > 0 ? (done - verb->written) * written / of : 0),
                         2 * total);
}

static gboolean
read_rows (XbMetricsImport *verb,
           GError         **error)
{
  XbReportEntry entry;
  g_autoptr(GError) wrong = NULL;

  for (guint n = 0; xb_metric_rows_get_n (verb->rows) < ROWS_AT_ONCE; n++)
    {
      GError *problem = NULL;

      if (!xb_report_table_next (verb->table, &entry, &problem, verb->verb.cancellable, &wrong))
        {
          verb->ended = TRUE;
          break;
        }
      take_entry (verb, &entry, problem);
      if (n % ROWS_PER_LOOK == 0)
        {
          tell_progress (verb, 0, 0);
          if (g_cancellable_set_error_if_cancelled (verb->verb.cancellable, error))
            return FALSE;
        }
    }
  if (wrong == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}

/** xb_metrics_import_prepare: reads the beginning of the file; in any thread */
gboolean
xb_metrics_import_prepare (gpointer      data,
                           GCancellable *cancellable,
                           GError      **error)
{
  XbMetricsImport *verb = data;

  return xb_metrics_import_open (verb, error) && xb_report_table_check (verb->table, verb->number != NULL, error) &&
         read_rows (verb, error);
}

static gboolean
write_row (XbMetricsImport   *verb,
           XbMetricLedger    *ledger,
           const XbMetricRow *row,
           GError           **error)
{
  g_autoptr(GError) problem = NULL;
  g_autoptr(GError) wrong = NULL;
  XbMetricFigures figures;
  gboolean replaced;
  guint period = row->key & 0xffff;

  xb_metric_row_figures (row, &figures);
  if (!xb_metric_ledger_put (ledger, row->key, &figures, &replaced, &problem, &wrong))
    {
      if (wrong != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&wrong));
          return FALSE;
        }
      reject (verb, row->line, problem->message);
      return TRUE;
    }
  *(replaced ? &verb->result->replaced : &verb->result->imported) += 1;
  verb->stranger_rows += row->key >> 16 >= XB_STRANGER_ID;
  verb->first = MIN (verb->first, period);
  verb->last = MAX (verb->last, period);
  return TRUE;
}

/* Reads what is there of a number when its first row comes. */
static gboolean
expect_rows (XbMetricsImport *verb,
             XbMetricLedger  *ledger,
             guint            i,
             GError         **error)
{
  guint n = xb_metric_rows_get_n (verb->rows);
  gint64 first = xb_metric_rows_get (verb->rows, i)->key;
  guint next = i + 1;

  if (i > 0 && xb_metric_rows_get (verb->rows, i - 1)->key >> 16 == first >> 16)
    return TRUE;
  while (next < n && xb_metric_rows_get (verb->rows, next)->key >> 16 == first >> 16)
    next++;
  return xb_metric_ledger_expect (ledger, first, xb_metric_rows_get (verb->rows, next - 1)->key, error);
}

static gboolean
write_rows (XbMetricsImport *verb,
            XbDb            *db,
            XbMetricLedger  *ledger,
            GError         **error)
{
  guint n = xb_metric_rows_get_n (verb->rows);
  guint64 total;

  if (!xb_metric_rows_resolve (verb->rows, db, verb->verb.now, verb->strangers, &verb->result->added_numbers, reject,
                               verb, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const XbMetricRow *row = xb_metric_rows_get (verb->rows, i);

      if (row->key >= 0 && !expect_rows (verb, ledger, i, error))
        return FALSE;
      if (row->key >= 0 && !write_row (verb, ledger, row, error))
        return FALSE;
      if (i % ROWS_PER_LOOK == 0)
        {
          tell_progress (verb, i, n);
          if (g_cancellable_set_error_if_cancelled (verb->verb.cancellable, error))
            return FALSE;
        }
    }
  xb_report_reader_get_progress (xb_report_table_get_reader (verb->table), &verb->written, &total);
  xb_metric_rows_clear (verb->rows);
  return TRUE;
}

/**
 * xb_metrics_import_go_through:
 * @ledger: takes the rows, or says what would become of them
 *
 * Goes through the whole file, and says in the result what came of it.
 */
gboolean
xb_metrics_import_go_through (XbMetricsImport *verb,
                              XbDb            *db,
                              XbMetricLedger  *ledger,
                              GError         **error)
{
  XbMetricsResult *result = verb->result;
  char period[11];

  for (;;)
    {
      if (!write_rows (verb, db, ledger, error))
        return FALSE;
      if (verb->ended)
        break;
      if (!read_rows (verb, error))
        return FALSE;
    }
  trim_rejected (result);
  if (result->imported + result->replaced == 0)
    return TRUE;
  xb_period_format (verb->first, period);
  result->first = g_strdup (period);
  xb_period_format (verb->last, period);
  result->last = g_strdup (period);
  return TRUE;
}

static GHashTable *
read_sources (XbWorkspace *self)
{
  GHashTable *sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(XbRows) rows = xb_db_query (xb_workspace_get_db (self), NULL, "SELECT fingerprint, columns FROM metric_source",
                                        "");

  while (rows != NULL && xb_rows_next (rows, NULL))
    g_hash_table_insert (sources, g_strdup (xb_rows_text (rows, 0)), g_strdup (xb_rows_text (rows, 1)));
  return sources;
}

/** xb_metrics_import_new: Returns: (transfer full): the data of a verb that reads @path */
XbMetricsImport *
xb_metrics_import_new (XbWorkspace            *self,
                       const char             *path,
                       const XbMetricsOptions *options)
{
  XbMetricsImport *verb = xb_verb_new (self, sizeof *verb);
  g_autofree char *today = xb_instant_to_day (verb->verb.now);

  verb->path = g_strdup (path);
  verb->today = xb_period_from_day (today);
  verb->remembered = read_sources (self);
  verb->first = G_MAXUINT;
  verb->result = g_new0 (XbMetricsResult, 1);
  verb->result->rejected = g_ptr_array_new_with_free_func (rejected_free);
  verb->rows = xb_metric_rows_new ();
  if (options == NULL)
    return verb;
  verb->number = options->number != NULL && *options->number != '\0' ? g_strdup (options->number) : NULL;
  verb->strangers = options->add_numbers ? XB_STRANGERS_ADD : XB_STRANGERS_REFUSE;
  verb->sheet = g_strdup (options->sheet);
  verb->source = options->source != NULL ? g_strstrip (g_strdup (options->source)) : NULL;
  if (options->columns != NULL)
    verb->columns = xb_report_columns_to_string (options->columns);
  verb->fingerprint = g_strdup (options->fingerprint);
  return verb;
}

