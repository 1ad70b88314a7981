/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-keep-window.h"
#include "xb-progress-row.h"
#include "xb-rows.h"
#include "xb-ui.h"
#include "xb-workspace-keep.h"

/* Long work on all of the data: backing up, restoring, checking. It shows how far it is and can be
 * stopped; then it says how it ended. */
struct _XbKeepWindow
{
  AdwWindow     parent_instance;

  XbWorkspace  *workspace;
  GCancellable *cancellable;
  char         *path; /* (nullable): of the backup */
  GtkWidget    *title;
  GtkWidget    *stack;
  GtkWidget    *progress;
  GtkWidget    *status;
  guint         busy : 1;
};

G_DEFINE_FINAL_TYPE (XbKeepWindow, xb_keep_window, ADW_TYPE_WINDOW)

/* Closing stops the work; the window goes when the work has ended cleanly. */
static gboolean
xb_keep_window_close_request (GtkWindow *window)
{
  XbKeepWindow *self = XB_KEEP_WINDOW (window);

  if (!self->busy)
    return GTK_WINDOW_CLASS (xb_keep_window_parent_class)->close_request (window);
  g_cancellable_cancel (self->cancellable);
  return TRUE;
}

static void
show_result (XbKeepWindow *self,
             const char   *icon_name,
             const char   *title,
             const char   *description)
{
  g_autofree char *plain = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  g_object_set (self->status, "icon-name", icon_name, "title", title, "description", plain, NULL);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->status);
  xb_dialogs_announce (GTK_WIDGET (self), title);
}

/* Returns: whether there is somebody to tell how it ended */
static gboolean
end (XbKeepWindow *self,
     const GError *error)
{
  self->busy = FALSE;
  xb_progress_row_end (XB_PROGRESS_ROW (self->progress));
  if (!xb_error_is_cancelled (error))
    return TRUE;
  gtk_window_close (GTK_WINDOW (self));
  return FALSE;
}

static void
progress_cb (guint64  done,
             guint64  total,
             gpointer data)
{
  XbKeepWindow *self = data;
  g_autofree char *so_far = g_format_size (done);
  g_autofree char *all = g_format_size (total);
  g_autofree char *detail = total > 0 ? g_strdup_printf (_("%1$s of %2$s"), so_far, all) : g_strdup (so_far);

  if (self->busy)
    xb_progress_row_update (XB_PROGRESS_ROW (self->progress), total > 0 ? (double) done / total : -1, detail);
}

static void
backed_up_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(XbKeepWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  xb_workspace_finish (self->workspace, result, &error);
  if (!end (self, error))
    return;
  if (error != NULL)
    {
      show_result (self, "dialog-warning-symbolic", _("No Backup Was Written"), error->message);
      return;
    }
  text = g_strdup_printf (_("%s was read back and holds everything. Keep a copy of it on another disk."), self->path);
  show_result (self, "emblem-ok-symbolic", _("Backup Is Complete"), text);
}

static void
restored_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(XbKeepWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  xb_workspace_finish (self->workspace, result, &error);
  if (!end (self, error))
    return;
  if (error != NULL)
    show_result (self, "dialog-warning-symbolic", _("Nothing Was Restored"), error->message);
  else
    show_result (self, "emblem-ok-symbolic", _("Backup Restored"),
                 _("Every window shows the data of the backup now."));
}

static void
add_problems (XbKeepWindow  *self,
              char         **problems)
{
  GtkWidget *list = xb_boxed_list_new (_("What was found"));

  for (guint i = 0; problems[i] != NULL; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      xb_row_set_title (row, problems[i]);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  adw_status_page_set_child (ADW_STATUS_PAGE (self->status), list);
}

static void
checked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(XbKeepWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) problems = xb_workspace_check_finish (self->workspace, result, &error);

  if (!end (self, error))
    return;
  if (error != NULL)
    show_result (self, "dialog-warning-symbolic", _("The Check Could Not Be Done"), error->message);
  else if (*problems == NULL)
    show_result (self, "emblem-ok-symbolic", _("Everything Is in Order"),
                 _("Every entry and every stored paper was read and is whole."));
  else
    {
      show_result (self, "dialog-warning-symbolic", _("Something Needs a Look"),
                   _("The rest is whole. Back up now, so that nothing more can be lost."));
      add_problems (self, problems);
    }
}

static void
xb_keep_window_dispose (GObject *object)
{
  XbKeepWindow *self = XB_KEEP_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (xb_keep_window_parent_class)->dispose (object);
}

static void
xb_keep_window_finalize (GObject *object)
{
  XbKeepWindow *self = XB_KEEP_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_free (self->path);
  G_OBJECT_CLASS (xb_keep_window_parent_class)->finalize (object);
}

static void
xb_keep_window_class_init (XbKeepWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_keep_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_keep_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = xb_keep_window_close_request;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
xb_keep_window_init (XbKeepWindow *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *list = xb_boxed_list_new (_("Progress"));

  self->cancellable = g_cancellable_new ();
  self->title = adw_window_title_new ("", NULL);
  self->progress = xb_progress_row_new ();
  self->status = adw_status_page_new ();
  self->stack = gtk_stack_new ();
  gtk_widget_add_css_class (self->status, "compact");
  gtk_list_box_append (GTK_LIST_BOX (list), self->progress);
  gtk_widget_set_valign (list, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (list, 18);
  gtk_widget_set_margin_end (list, 18);
  gtk_widget_set_margin_bottom (list, 18);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->title);
  gtk_stack_add_child (GTK_STACK (self->stack), list);
  gtk_stack_add_child (GTK_STACK (self->stack), self->status);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (column), header);
  gtk_box_append (GTK_BOX (column), self->stack);
  adw_window_set_content (ADW_WINDOW (self), column);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 440, 380);
  gtk_widget_set_size_request (GTK_WIDGET (self), 340, 300);
}

static XbKeepWindow *
begin (GtkWindow   *parent,
       XbWorkspace *workspace,
       const char  *path,
       const char  *title,
       const char  *what)
{
  XbKeepWindow *self = g_object_new (XB_TYPE_KEEP_WINDOW, "transient-for", parent, "title", title, NULL);

  self->workspace = g_object_ref (workspace);
  self->path = g_strdup (path);
  self->busy = TRUE;
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), title);
  xb_progress_row_begin (XB_PROGRESS_ROW (self->progress), what, self->cancellable);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

/** xb_keep_window_back_up: writes the backup @path and reads it back */
void
xb_keep_window_back_up (GtkWindow   *parent,
                        XbWorkspace *workspace,
                        const char  *path)
{
  XbKeepWindow *self = begin (parent, workspace, path, _("Back Up"), _("Backing up every entry and paper"));

  xb_workspace_backup_async (workspace, path, self->cancellable, progress_cb, self, backed_up_cb, g_object_ref (self));
}

/** xb_keep_window_restore: puts the backup @path into the place of what is there */
void
xb_keep_window_restore (GtkWindow   *parent,
                        XbWorkspace *workspace,
                        const char  *path)
{
  XbKeepWindow *self = begin (parent, workspace, path, _("Restore"), _("Reading the backup"));

  xb_workspace_restore_async (workspace, path, self->cancellable, progress_cb, self, restored_cb, g_object_ref (self));
}

/** xb_keep_window_check: Returns: (transfer none): the window that shows what was found */
GtkWindow *
xb_keep_window_check (GtkWindow   *parent,
                      XbWorkspace *workspace)
{
  XbKeepWindow *self = begin (parent, workspace, NULL, _("Check the Data"), _("Reading every entry and paper"));

  xb_progress_row_update (XB_PROGRESS_ROW (self->progress), -1, NULL);
  xb_workspace_check_async (workspace, self->cancellable, checked_cb, g_object_ref (self));
  return GTK_WINDOW (self);
}
