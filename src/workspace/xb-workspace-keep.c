/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-backup.h"
#include "xb-progress-meter.h"
#include "xb-workspace-keep.h"
#include "xb-workspace-private.h"

/* Backup, restore and check: long work on a thread of its own. */

typedef struct
{
  char            *path;
  char            *folder; /* restored into; NULL: the one of the workspace */
  XbProgressMeter *meter;
  gboolean         restore;
  GPtrArray       *problems;
} Keep;

static void
keep_free (gpointer data)
{
  Keep *keep = data;

  g_free (keep->path);
  g_free (keep->folder);
  xb_progress_meter_free (keep->meter);
  g_clear_pointer (&keep->problems, g_ptr_array_unref);
  g_free (keep);
}

static void
progress_cb (gint64   done,
             gint64   total,
             gpointer data)
{
  xb_progress_meter_set (data, done, total);
}

static void
copy_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Keep *keep = data;
  XbStore *store = xb_workspace_get_store (source);
  GError *error = NULL;
  gboolean done;

  if (keep->restore)
    done = xb_backup_restore (store, keep->path, cancellable, progress_cb, keep->meter, &error);
  else
    done = xb_backup_write (store, keep->path, cancellable, progress_cb, keep->meter, &error);
  if (done)
    g_task_return_int (task, 0);
  else
    g_task_return_error (task, error);
}

static void
run_copy (XbWorkspace         *self,
          gpointer             tag,
          const char          *path,
          gboolean             restore,
          GCancellable        *cancellable,
          XbProgressFunc       progress,
          gpointer             progress_data,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  Keep *keep = g_new0 (Keep, 1);

  keep->path = g_strdup (path);
  keep->restore = restore;
  keep->meter = xb_progress_meter_new (progress, progress_data);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, keep, keep_free);
  g_task_set_check_cancellable (task, FALSE); /* what was done in spite of it is done */
  g_task_run_in_thread (task, copy_thread);
}

void
xb_workspace_backup_async (XbWorkspace         *self,
                           const char          *path,
                           GCancellable        *cancellable,
                           XbProgressFunc       progress,
                           gpointer             progress_data,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  run_copy (self, xb_workspace_backup_async, path, FALSE, cancellable, progress, progress_data, callback, user_data);
}

void
xb_workspace_restore_async (XbWorkspace         *self,
                            const char          *path,
                            GCancellable        *cancellable,
                            XbProgressFunc       progress,
                            gpointer             progress_data,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  run_copy (self, xb_workspace_restore_async, path, TRUE, cancellable, progress, progress_data, callback, user_data);
}

static void
restore_folder_thread (GTask        *task,
                       gpointer      source,
                       gpointer      data,
                       GCancellable *cancellable)
{
  Keep *keep = data;
  GError *error = NULL;

  if (xb_backup_restore_folder (keep->folder, keep->path, cancellable, progress_cb, keep->meter, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
xb_workspace_restore_folder_async (const char          *folder,
                                   const char          *path,
                                   GCancellable        *cancellable,
                                   XbProgressFunc       progress,
                                   gpointer             progress_data,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Keep *keep = g_new0 (Keep, 1);

  keep->folder = g_strdup (folder);
  keep->path = g_strdup (path);
  keep->meter = xb_progress_meter_new (progress, progress_data);
  g_task_set_source_tag (task, xb_workspace_restore_folder_async);
  g_task_set_task_data (task, keep, keep_free);
  g_task_set_check_cancellable (task, FALSE); /* what was done in spite of it is done */
  g_task_run_in_thread (task, restore_folder_thread);
}

/** xb_workspace_restore_folder_finish: Returns: whether the folder holds the backup now */
gboolean
xb_workspace_restore_folder_finish (GAsyncResult *result,
                                    GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
check_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Keep *keep = data;
  GError *error = NULL;

  if (!xb_store_check (xb_workspace_get_store (source), keep->problems, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  g_ptr_array_add (keep->problems, NULL);
  g_task_return_pointer (task, g_strdupv ((char **) keep->problems->pdata), (GDestroyNotify) g_strfreev);
}

void
xb_workspace_check_async (XbWorkspace         *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  Keep *keep = g_new0 (Keep, 1);

  keep->problems = g_ptr_array_new_with_free_func (g_free);
  g_task_set_source_tag (task, xb_workspace_check_async);
  g_task_set_task_data (task, keep, keep_free);
  g_task_run_in_thread (task, check_thread);
}

char **
xb_workspace_check_finish (XbWorkspace   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
