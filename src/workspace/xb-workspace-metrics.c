/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-error.h"
#include "xb-metrics-import-private.h"

/* A report becomes rows of figures: one transaction. The good rows go in, each bad one is named; what is cancelled
 * leaves nothing. */

#define PATIENCE 60 /* times of five seconds: another process may be importing a larger report */

void
xb_metrics_result_free (XbMetricsResult *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rejected);
  g_free (self->first);
  g_free (self->last);
  g_free (self);
}

static gboolean
remember_source (XbMetricsImport *verb,
                 XbDb            *db,
                 GError         **error)
{
  g_autofree char *columns = xb_report_columns_to_string (xb_report_table_get_columns (verb->table));
  g_autofree char *headings = g_strjoinv ("\t", (char **) xb_report_table_get_headings (verb->table));

  if (verb->columns == NULL && verb->source == NULL && !xb_report_table_is_remembered (verb->table))
    return TRUE;
  return xb_db_run (db, error, "INSERT INTO metric_source (fingerprint, headings, columns, used_at, name) "
                    "VALUES (?1, ?2, ?3, ?4, nullif (?5, '')) ON CONFLICT (fingerprint) DO UPDATE SET "
                    "columns = excluded.columns, used_at = excluded.used_at, "
                    "name = iif (?5 IS NULL, name, excluded.name)", "tttit",
                    xb_report_table_get_fingerprint (verb->table), headings, columns, verb->verb.now, verb->source);
}

static gboolean
close_import (XbMetricsImport *verb,
              XbDb            *db,
              GError         **error)
{
  XbMetricsResult *result = verb->result;

  if (result->first == NULL)
    return xb_db_run (db, error, "DELETE FROM metric_import WHERE id = ?", "i", verb->verb.id);
  result->import_id = verb->verb.id;
  return remember_source (verb, db, error) &&
         xb_db_run (db, error, "UPDATE metric_import SET rows = ?, imported = ?, replaced = ?, rejected = ?, first_day = ?, "
                    "last_day = ?, first_period = ?, last_period = ?, source = (SELECT s.name FROM metric_source s "
                    "WHERE s.fingerprint = metric_import.fingerprint) WHERE id = ?", "iiiittiii", (gint64) result->rows,
                    (gint64) result->imported, (gint64) result->replaced, (gint64) result->n_rejected, result->first,
                    result->last, (gint64) verb->first, (gint64) verb->last, verb->verb.id) &&
         (result->replaced == 0 || xb_metric_ledger_forget (db, error));
}

static gboolean
import_job (XbDb    *db,
            gpointer data,
            GError **error)
{
  XbMetricsImport *verb = data;
  g_autofree char *name = g_path_get_basename (verb->path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr(XbMetricLedger) ledger = NULL;

  if (!xb_db_run (db, error, "INSERT INTO metric_import (name, fingerprint, at, known) VALUES (?, ?, ?, ?)", "ttii", shown,
                  xb_report_table_get_fingerprint (verb->table), verb->verb.now,
                  (gint64) xb_report_table_get_known (verb->table)))
    return FALSE;
  verb->verb.id = xb_db_last_id (db);
  ledger = xb_metric_ledger_new (db, verb->verb.id);
  return xb_metrics_import_go_through (verb, db, ledger, error) && xb_metric_ledger_flush (ledger, error) &&
         close_import (verb, db, error);
}

void
xb_workspace_import_metrics_async (XbWorkspace            *self,
                                   const char             *path,
                                   const XbMetricsOptions *options,
                                   GCancellable           *cancellable,
                                   XbProgressFunc          progress,
                                   gpointer                progress_data,
                                   GAsyncReadyCallback     callback,
                                   gpointer                user_data)
{
  XbMetricsImport *verb = xb_metrics_import_new (self, path, options);

  verb->progress = xb_progress_meter_new (progress, progress_data);
  verb->verb.patience = PATIENCE;
  xb_workspace_run (self, xb_workspace_import_metrics_async, xb_metrics_import_prepare, import_job, verb,
                    xb_metrics_import_free, cancellable, callback, user_data);
}

/** xb_workspace_import_metrics_finish: Returns: (transfer full): what came of it, or %NULL with @error: nothing did */
XbMetricsResult *
xb_workspace_import_metrics_finish (XbWorkspace  *self,
                                    GAsyncResult *result,
                                    GError      **error)
{
  if (xb_workspace_finish_id (self, result, error) < 0)
    return NULL;
  return g_steal_pointer (&((XbMetricsImport *) xb_workspace_get_verb (result))->result);
}

static gboolean
undo_job (XbDb    *db,
          gpointer data,
          GError **error)
{
  XbVerb *verb = data;
  g_autoptr(XbRows) rows = xb_db_query (db, error, "SELECT undoable, undone_at FROM metric_import WHERE id = ?", "i",
                                        verb->id);
  gboolean undoable;

  if (rows == NULL)
    return FALSE;
  if (!xb_rows_next (rows, error) || xb_rows_int (rows, 1) != 0)
    {
      if (error == NULL || *error == NULL)
        g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND,
                     _("That import is not there, or was undone already; look at the list of imports"));
      return FALSE;
    }
  undoable = xb_rows_int (rows, 0) != 0;
  g_clear_pointer (&rows, xb_rows_free);
  if (!undoable)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
                   _("That import is too long past: what it wrote over is no longer kept. "
                     "Import the right report of those days instead"));
      return FALSE;
    }
  return xb_metric_ledger_undo (db, verb->id, error) &&
         xb_db_run (db, error, "UPDATE metric_import SET undone_at = ? WHERE id = ?", "ii", verb->now, verb->id);
}

void
xb_workspace_undo_metrics_async (XbWorkspace        *self,
                                 gint64              import_id,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  XbVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->id = import_id;
  xb_workspace_run (self, xb_workspace_undo_metrics_async, NULL, undo_job, verb, g_free, cancellable, callback, user_data);
}
