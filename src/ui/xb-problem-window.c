/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-empty-page.h"
#include "xb-error.h"
#include "xb-problem-window.h"
#include "xb-progress-row.h"
#include "xb-workspace-keep.h"

/* The data folder did not open: what is wrong with it, and the ways out. Nothing was written. */
struct _XbProblemWindow
{
  AdwApplicationWindow  parent_instance;

  char                 *folder;
  GCancellable         *cancellable;
  GtkWidget            *page;
  GtkWidget            *progress;
  GtkWidget            *restore;
  GtkWidget            *retry;
  guint                 disposed : 1;
};

G_DEFINE_FINAL_TYPE (XbProblemWindow, xb_problem_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  GO_ON,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
go_on (XbProblemWindow *self,
       const char      *folder)
{
  g_autofree char *copy = g_strdup (folder);

  g_signal_emit (self, signals[GO_ON], 0, copy);
}

static void
retry_cb (XbProblemWindow *self)
{
  go_on (self, self->folder);
}

static void
folder_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GFile) file = xb_dialogs_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    go_on (XB_PROBLEM_WINDOW (source), path);
}

static void
choose_folder_cb (XbProblemWindow *self)
{
  xb_dialogs_open_folder_async (GTK_WIDGET (self), _("Choose a Data Folder"), self->cancellable, folder_cb, NULL);
}

static void
progress_cb (guint64  done,
             guint64  total,
             gpointer data)
{
  XbProblemWindow *self = data;

  xb_progress_row_update (XB_PROGRESS_ROW (self->progress), total > 0 ? (double) done / total : -1, NULL);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(XbProblemWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean done = xb_workspace_restore_folder_finish (result, &error);

  if (self->disposed)
    return;
  xb_progress_row_end (XB_PROGRESS_ROW (self->progress));
  gtk_widget_set_sensitive (self->page, TRUE);
  if (done)
    retry_cb (self);
  else if (!xb_error_is_cancelled (error))
    xb_dialogs_tell (GTK_WIDGET (self), _("The backup was not restored"), error->message);
}

static void
backup_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  XbProblemWindow *self = XB_PROBLEM_WINDOW (source);
  g_autoptr(GFile) file = xb_dialogs_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL)
    return;
  gtk_widget_set_sensitive (self->page, FALSE);
  xb_progress_row_begin (XB_PROGRESS_ROW (self->progress), _("Restoring the backup"), self->cancellable);
  xb_workspace_restore_folder_async (self->folder, path, self->cancellable, progress_cb, self, restored_cb,
                                     g_object_ref (self));
}

static void
restore_cb (XbProblemWindow *self)
{
  /* Stop cancels this one alone */
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  xb_dialogs_open_file_async (GTK_WIDGET (self), _("Choose a Backup"), XB_FILES_BACKUPS, self->cancellable, backup_cb,
                              NULL);
}

static void
xb_problem_window_dispose (GObject *object)
{
  XbProblemWindow *self = XB_PROBLEM_WINDOW (object);

  self->disposed = TRUE;
  g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (xb_problem_window_parent_class)->dispose (object);
}

static void
xb_problem_window_finalize (GObject *object)
{
  XbProblemWindow *self = XB_PROBLEM_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_free (self->folder);
  G_OBJECT_CLASS (xb_problem_window_parent_class)->finalize (object);
}

static void
xb_problem_window_class_init (XbProblemWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = xb_problem_window_dispose;
  object_class->finalize = xb_problem_window_finalize;

  /**
   * XbProblemWindow::go-on:
   * @folder: the data folder to try now
   */
  signals[GO_ON] = g_signal_new ("go-on", XB_TYPE_PROBLEM_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
add_button (XbProblemWindow *self,
            const char      *label,
            GCallback        callback,
            GtkWidget      **button)
{
  *button = xb_empty_page_add_button (XB_EMPTY_PAGE (self->page), label, NULL);
  g_signal_connect_object (*button, "clicked", callback, self, G_CONNECT_SWAPPED);
}

static void
xb_problem_window_init (XbProblemWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *list = gtk_list_box_new (), *button;

  self->cancellable = g_cancellable_new ();
  self->page = xb_empty_page_new ("dialog-warning-symbolic", "", NULL);
  add_button (self, _("_Try Again"), G_CALLBACK (retry_cb), &self->retry);
  add_button (self, _("Choose Another _Folder…"), G_CALLBACK (choose_folder_cb), &button);
  add_button (self, _("Restore a _Backup…"), G_CALLBACK (restore_cb), &self->restore);
  self->progress = xb_progress_row_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_append (GTK_LIST_BOX (list), self->progress);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), self->page);
  gtk_box_append (GTK_BOX (box), list);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("Xinbiao"));
  gtk_window_set_default_size (GTK_WINDOW (self), 720, 640);
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
}

/** xb_problem_window_new: @folder: the data folder that did not open */
XbProblemWindow *
xb_problem_window_new (GtkApplication *application,
                       const char     *folder)
{
  XbProblemWindow *self = g_object_new (XB_TYPE_PROBLEM_WINDOW, "application", application, NULL);

  self->folder = g_strdup (folder);
  return self;
}

/** xb_problem_window_set_error: says what is wrong; the sentence is the error's own */
void
xb_problem_window_set_error (XbProblemWindow *self,
                             const GError    *error)
{
  const char *title = _("The Data Folder Cannot Be Opened");
  const char *icon = "folder-symbolic";
  gboolean damaged = g_error_matches (error, XB_ERROR, XB_ERROR_DAMAGED);

  g_return_if_fail (XB_IS_PROBLEM_WINDOW (self));

  if (g_error_matches (error, XB_ERROR, XB_ERROR_NEWER))
    title = _("A Newer Version Is Needed");
  else if (damaged)
    title = _("The Database Is Damaged");
  if (!g_error_matches (error, XB_ERROR, XB_ERROR_IO))
    icon = "dialog-warning-symbolic";
  xb_empty_page_set_text (XB_EMPTY_PAGE (self->page), icon, title, error->message);
  /* a folder that cannot be written takes no backup either */
  gtk_widget_set_visible (self->restore, damaged || g_error_matches (error, XB_ERROR, XB_ERROR_NEWER));
  /* a damaged file does not get better by trying again */
  gtk_widget_remove_css_class (damaged ? self->retry : self->restore, "suggested-action");
  gtk_widget_add_css_class (damaged ? self->restore : self->retry, "suggested-action");
}
