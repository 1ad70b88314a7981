/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-metrics-import-private.h"

/* What would become of a report, told before anything is written: the way of an import, with a ledger that writes nothing. */

void
xb_metrics_survey_free (XbMetricsSurvey *self)
{
  if (self == NULL)
    return;
  xb_metrics_result_free (self->result);
  g_ptr_array_unref (self->strangers);
  g_free (self);
}

static gboolean
survey_job (XbDb    *db,
            gpointer data,
            GError **error)
{
  XbMetricsImport *verb = data;
  g_autoptr(XbMetricLedger) ledger = xb_metric_ledger_new (db, 0);

  if (!xb_metrics_import_go_through (verb, db, ledger, error))
    return FALSE;
  verb->survey = g_new0 (XbMetricsSurvey, 1);
  verb->survey->strangers = xb_metric_rows_dup_strangers (verb->rows);
  verb->survey->stranger_rows = verb->stranger_rows;
  verb->survey->result = g_steal_pointer (&verb->result);
  return TRUE;
}

static void
surveyed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (xb_store_read_finish (XB_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    xb_store_read_async (xb_workspace_get_store (g_task_get_source_object (task)), survey_job, g_task_get_task_data (task), NULL,
                         g_task_get_cancellable (task), surveyed_cb, g_object_ref (task));
  else
    g_task_return_error (task, error);
}

static void
prepare_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;

  if (xb_metrics_import_prepare (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
xb_workspace_survey_metrics_async (XbWorkspace            *self,
                                   const char             *path,
                                   const XbMetricsOptions *options,
                                   GCancellable           *cancellable,
                                   XbProgressFunc          progress,
                                   gpointer                progress_data,
                                   GAsyncReadyCallback     callback,
                                   gpointer                user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr(GTask) inner = NULL;
  XbMetricsImport *verb = xb_metrics_import_new (self, path, options);

  g_set_object (&verb->verb.cancellable, cancellable);
  verb->strangers = XB_STRANGERS_SUPPOSE;
  verb->progress = xb_progress_meter_new (progress, progress_data);
  g_task_set_source_tag (task, xb_workspace_survey_metrics_async);
  g_task_set_task_data (task, verb, xb_metrics_import_free);
  /* Without a source: its last reference falls in the other thread, and must not take the workspace along. */
  inner = g_task_new (NULL, cancellable, prepared_cb, g_object_ref (task));
  g_task_set_source_tag (inner, xb_workspace_survey_metrics_async);
  g_task_set_task_data (inner, verb, NULL);
  g_task_run_in_thread (inner, prepare_thread);
}

/** xb_workspace_survey_metrics_finish: Returns: (transfer full): what would come of it, or %NULL: the file is no report */
XbMetricsSurvey *
xb_workspace_survey_metrics_finish (XbWorkspace  *self,
                                    GAsyncResult *result,
                                    GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_steal_pointer (&((XbMetricsImport *) g_task_get_task_data (G_TASK (result)))->survey);
}
