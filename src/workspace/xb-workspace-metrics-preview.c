/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-error.h"
#include "xb-metrics-import-private.h"
#include "xb-phone.h"

/* How a report would be read: its first rows, off the main thread, with nothing written. */

#define PREVIEW_ROWS 20

static void
preview_row_free (gpointer data)
{
  XbMetricsPreviewRow *row = data;

  g_free (row->number);
  g_free (row->period);
  g_free (row->problem);
  g_free (row);
}

void
xb_metrics_preview_free (XbMetricsPreview *self)
{
  if (self == NULL)
    return;
  g_free (self->encoding);
  g_free (self->sheet);
  g_strfreev (self->sheets);
  g_strfreev (self->headings);
  g_ptr_array_unref (self->samples);
  g_free (self->source);
  g_free (self->fingerprint);
  g_ptr_array_unref (self->rows);
  g_free (self->problem);
  g_free (self);
}

static void
add_preview_row (XbMetricsImport     *verb,
                 const XbReportEntry *entry,
                 GError              *problem)
{
  XbMetricsPreviewRow *row = g_new0 (XbMetricsPreviewRow, 1);
  g_autoptr(GError) wrong = problem;
  char period[11] = "";

  row->line = entry->line;
  row->is_total = entry->is_total;
  g_ptr_array_add (verb->preview->rows, row);
  if (wrong == NULL && !entry->is_total)
    wrong = xb_metrics_import_check (verb, entry);
  row->number = g_strdup (verb->number != NULL ? verb->number : entry->number);
  if (wrong != NULL)
    row->problem = g_strdup (wrong->message);
  if (entry->is_total || problem != NULL)
    return;
  xb_period_format (entry->period, period);
  row->period = g_strdup (period);
  row->figures = entry->figures;
  row->from_rate = entry->from_rate;
  if (row->problem == NULL)
    row->problem = xb_metric_rows_dup_number_problem (row->number);
}

/* Under each heading the first cell that says something. */
static void
take_samples (XbMetricsImport *verb)
{
  GPtrArray *samples = verb->preview->samples;

  for (guint i = 0; i < samples->len; i++)
    {
      const char *cell = xb_report_table_get_cell (verb->table, i);

      if (*(const char *) g_ptr_array_index (samples, i) != '\0' || cell == NULL || *cell == '\0')
        continue;
      g_free (g_ptr_array_index (samples, i));
      g_ptr_array_index (samples, i) = g_strdup (cell);
    }
}

static gboolean
read_preview (XbMetricsImport *verb,
              GError         **error)
{
  g_autoptr(GError) wrong = NULL;
  XbReportEntry entry;
  GError *problem = NULL;

  while (verb->preview->rows->len < PREVIEW_ROWS &&
         xb_report_table_next (verb->table, &entry, &problem, verb->verb.cancellable, &wrong))
    {
      take_samples (verb);
      add_preview_row (verb, &entry, problem);
      problem = NULL;
    }
  if (wrong == NULL || !xb_error_is_cancelled (wrong))
    {
      if (wrong != NULL)
        verb->preview->problem = g_strdup (wrong->message);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}

static GStrv
dup_sheets (XbReportReader *reader)
{
  g_autoptr(GStrvBuilder) sheets = g_strv_builder_new ();

  for (guint i = 0; i < xb_report_reader_get_n_sheets (reader); i++)
    if (xb_report_reader_get_sheet (reader, i) != NULL)
      g_strv_builder_add (sheets, xb_report_reader_get_sheet (reader, i));
  return g_strv_builder_end (sheets);
}

static void
preview_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  XbMetricsImport *verb = data;
  XbMetricsPreview *preview = verb->preview;
  g_autoptr(GError) missing = NULL;
  GError *error = NULL;

  if (!xb_metrics_import_open (verb, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  preview->sheet = g_strdup (xb_report_table_get_sheet (verb->table));
  preview->headings = g_strdupv ((char **) xb_report_table_get_headings (verb->table));
  preview->sheets = dup_sheets (xb_report_table_get_reader (verb->table));
  for (guint i = 0; preview->headings[i] != NULL; i++)
    g_ptr_array_add (preview->samples, g_strdup (""));
  preview->fingerprint = g_strdup (xb_report_table_get_fingerprint (verb->table));
  preview->columns = *xb_report_table_get_columns (verb->table);
  preview->remembered = xb_report_table_is_remembered (verb->table) && verb->columns == NULL;
  if (!read_preview (verb, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (!xb_report_table_check (verb->table, verb->number != NULL, &missing))
    {
      g_free (preview->problem);
      preview->problem = g_strdup (missing->message);
      g_ptr_array_set_size (preview->rows, 0); /* read only for what stands under the headings */
    }
  preview->encoding = g_strdup (xb_report_reader_get_encoding (xb_report_table_get_reader (verb->table)));
  g_task_return_boolean (task, TRUE);
}

/* Whether the numbers of these few rows are in the register. */
static void
check_numbers (XbDb            *db,
               XbMetricsImport *verb)
{
  for (guint i = 0; i < verb->preview->rows->len && verb->strangers == XB_STRANGERS_REFUSE; i++)
    {
      XbMetricsPreviewRow *row = g_ptr_array_index (verb->preview->rows, i);
      g_autofree char *shown = NULL;
      XbPhone phone;

      if (row->problem != NULL || row->is_total || !xb_phone_parse (row->number, &phone, NULL) ||
          xb_db_int (db, 0, "SELECT 1 FROM number WHERE e164 = ? AND removed_at IS NULL", "t", phone.e164) != 0)
        continue;
      shown = xb_phone_format (phone.e164);
      row->is_stranger = TRUE;
      row->problem = g_strdup_printf (_("%s is not in the register; add it there first, or let the import add it"), shown);
    }
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      XbDb *db = xb_workspace_get_db (g_task_get_source_object (task));
      XbMetricsImport *verb = g_task_get_task_data (task);

      check_numbers (db, verb);
      verb->preview->source = xb_db_text (db, "SELECT name FROM metric_source WHERE fingerprint = ?", "t",
                                          verb->preview->fingerprint);
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, error);
}

void
xb_workspace_preview_metrics_async (XbWorkspace            *self,
                                    const char             *path,
                                    const XbMetricsOptions *options,
                                    GCancellable           *cancellable,
                                    GAsyncReadyCallback     callback,
                                    gpointer                user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr(GTask) inner = NULL;
  XbMetricsImport *verb = xb_metrics_import_new (self, path, options);

  g_set_object (&verb->verb.cancellable, cancellable);
  verb->preview = g_new0 (XbMetricsPreview, 1);
  verb->preview->samples = g_ptr_array_new_with_free_func (g_free);
  verb->preview->rows = g_ptr_array_new_with_free_func (preview_row_free);
  g_task_set_source_tag (task, xb_workspace_preview_metrics_async);
  g_task_set_task_data (task, verb, xb_metrics_import_free);
  /* Without a source: its last reference falls in the other thread, and must not take the workspace along. */
  inner = g_task_new (NULL, cancellable, read_cb, g_object_ref (task));
  g_task_set_source_tag (inner, xb_workspace_preview_metrics_async);
  g_task_set_task_data (inner, verb, NULL);
  g_task_run_in_thread (inner, preview_thread);
}

/** xb_workspace_preview_metrics_finish: Returns: (transfer full): the preview, or %NULL: the file is no report */
XbMetricsPreview *
xb_workspace_preview_metrics_finish (XbWorkspace  *self,
                                     GAsyncResult *result,
                                     GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_steal_pointer (&((XbMetricsImport *) g_task_get_task_data (G_TASK (result)))->preview);
}
