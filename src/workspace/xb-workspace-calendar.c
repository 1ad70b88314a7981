/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "xb-error.h"
#include "xb-ics.h"
#include "xb-workspace-calendar.h"
#include "xb-workspace-private.h"
#include "xb-workspace-today.h"

#define SETTING "calendar-folder"

char *
xb_workspace_dup_calendar_folder (XbWorkspace *self)
{
  char *folder = xb_db_text (xb_workspace_get_db (self), "SELECT value FROM setting WHERE key = '" SETTING "'", "");

  if (folder != NULL && *folder == '\0')
    g_clear_pointer (&folder, g_free);
  return folder;
}

typedef struct
{
  XbVerb verb;
  char  *folder;
} FolderVerb;

static void
folder_verb_free (gpointer data)
{
  FolderVerb *verb = data;

  g_free (verb->folder);
  g_free (verb);
}

static gboolean
check_folder (gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  FolderVerb *verb = data;

  if (*verb->folder == '\0' || (g_file_test (verb->folder, G_FILE_TEST_IS_DIR) && access (verb->folder, W_OK | X_OK) == 0))
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_IO, _("the folder “%s” cannot be written; choose another one"), verb->folder);
  return FALSE;
}

static gboolean
folder_job (XbDb     *db,
            gpointer  data,
            GError  **error)
{
  return xb_db_run (db, error, "INSERT INTO setting VALUES ('" SETTING "', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
                    "t", ((FolderVerb *) data)->folder);
}

void
xb_workspace_set_calendar_folder_async (XbWorkspace         *self,
                                        const char          *folder,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  FolderVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->folder = folder != NULL ? g_canonicalize_filename (folder, NULL) : g_strdup ("");
  xb_workspace_run (self, xb_workspace_set_calendar_folder_async, check_folder, folder_job, verb, folder_verb_free,
                    cancellable, callback, user_data);
}

typedef struct
{
  char      *path;
  GPtrArray *due;
  gint64     now;
} Write;

static void
write_free (gpointer data)
{
  Write *self = data;

  g_free (self->path);
  g_clear_pointer (&self->due, g_ptr_array_unref);
  g_free (self);
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Write *self = data;
  GError *error = NULL;

  if (xb_ics_update_due (self->path, self->due, self->now, &error))
    g_task_return_int (task, 0);
  else
    g_task_return_error (task, error);
}

static void
today_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Write *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(XbToday) today = xb_workspace_read_today_finish (XB_WORKSPACE (source), result, &error);

  if (today == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self->due = g_ptr_array_ref (today->due);
  g_task_run_in_thread (task, write_thread);
}

void
xb_workspace_write_calendar_async (XbWorkspace         *self,
                                   const char          *path,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *folder = path == NULL ? xb_workspace_dup_calendar_folder (self) : NULL;
  Write *write = g_new0 (Write, 1);

  write->path = path != NULL ? g_strdup (path) : folder != NULL ? g_build_filename (folder, XB_CALENDAR_NAME, NULL) : NULL;
  write->now = xb_clock_now (xb_workspace_get_clock (self));
  g_task_set_source_tag (task, xb_workspace_write_calendar_async);
  g_task_set_task_data (task, write, write_free);
  g_task_set_check_cancellable (task, FALSE);
  if (write->path == NULL)
    g_task_return_int (task, 0);
  else
    xb_workspace_read_today_async (self, 0, cancellable, today_cb, g_steal_pointer (&task));
}
