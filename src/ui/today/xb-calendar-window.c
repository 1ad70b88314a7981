/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-calendar-window.h"
#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-rows.h"
#include "xb-ui.h"
#include "xb-wizard-rows.h"
#include "xb-workspace-calendar.h"

/* What is due in the calendar of other programs: a file that is kept up to date in a folder, or saved once. */
struct _XbCalendarWindow
{
  AdwWindow     parent_instance;

  XbWorkspace  *workspace;
  GCancellable *cancellable;
  GtkWidget    *toasts;
  GtkWidget    *kept;
  GtkWidget    *forget;
};

G_DEFINE_FINAL_TYPE (XbCalendarWindow, xb_calendar_window, ADW_TYPE_WINDOW)

static void
show (XbCalendarWindow *self)
{
  g_autofree char *folder = xb_workspace_dup_calendar_folder (self->workspace);

  xb_row_set_subtitle (self->kept, folder != NULL ? folder : _("Choose a folder that your phone or calendar program sees"));
  gtk_widget_set_visible (self->forget, folder != NULL);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(XbCalendarWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (xb_workspace_finish (XB_WORKSPACE (source), result, &error))
    xb_dialogs_toast (self->toasts, _("The calendar file is written"));
  else if (!xb_error_is_cancelled (error))
    xb_dialogs_tell (GTK_WIDGET (self), _("The calendar was not written"), error->message);
}

static void
folder_set_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(XbCalendarWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (xb_workspace_finish (XB_WORKSPACE (source), result, &error))
    xb_workspace_write_calendar_async (self->workspace, NULL, self->cancellable, written_cb, g_object_ref (self));
  else if (!xb_error_is_cancelled (error))
    xb_dialogs_tell (GTK_WIDGET (self), _("The calendar was not written"), error->message);
}

static void
folder_chosen_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  XbCalendarWindow *self = XB_CALENDAR_WINDOW (object);
  g_autoptr(GFile) file = xb_dialogs_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    xb_workspace_set_calendar_folder_async (self->workspace, path, self->cancellable, folder_set_cb, g_object_ref (self));
}

static void
choose_cb (XbCalendarWindow *self)
{
  xb_dialogs_open_folder_async (GTK_WIDGET (self), _("Keep the Calendar In"), self->cancellable, folder_chosen_cb, NULL);
}

static void
forgotten_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(XbCalendarWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!xb_workspace_finish (XB_WORKSPACE (source), result, &error) && !xb_error_is_cancelled (error))
    xb_dialogs_tell (GTK_WIDGET (self), _("It was not changed"), error->message);
}

static void
forget_cb (XbCalendarWindow *self)
{
  xb_workspace_set_calendar_folder_async (self->workspace, NULL, self->cancellable, forgotten_cb, g_object_ref (self));
}

static void
place_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  XbCalendarWindow *self = XB_CALENDAR_WINDOW (object);
  g_autoptr(GFile) file = xb_dialogs_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    xb_workspace_write_calendar_async (self->workspace, path, self->cancellable, written_cb, g_object_ref (self));
}

static void
save_cb (XbCalendarWindow *self)
{
  xb_dialogs_save_file_async (GTK_WIDGET (self), _("Save the Calendar"), XB_CALENDAR_NAME, self->cancellable, place_cb, NULL);
}

static void
xb_calendar_window_dispose (GObject *object)
{
  XbCalendarWindow *self = XB_CALENDAR_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (xb_calendar_window_parent_class)->dispose (object);
}

static void
xb_calendar_window_finalize (GObject *object)
{
  XbCalendarWindow *self = XB_CALENDAR_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_calendar_window_parent_class)->finalize (object);
}

static void
xb_calendar_window_class_init (XbCalendarWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_calendar_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_calendar_window_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
add_button (GtkWidget  *row,
            const char *label,
            const char *name,
            GCallback   callback,
            gpointer    self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
}

static void
xb_calendar_window_init (XbCalendarWindow *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *announcer = gtk_label_new (NULL);
  GtkWidget *once = xb_row_new_plain (_("Save it once"), _("A file that is opened in any calendar program; it does not follow"));

  self->cancellable = g_cancellable_new ();
  self->toasts = adw_toast_overlay_new ();
  self->kept = xb_row_new_plain (_("Keep it up to date"), NULL);
  self->forget = xb_row_add_icon_button (self->kept, "edit-clear-symbolic", _("Keep No Calendar"));
  add_button (self->kept, _("_Choose…"), _("Keep the Calendar In"), G_CALLBACK (choose_cb), self);
  add_button (once, _("_Save…"), _("Save the Calendar"), G_CALLBACK (save_cb), self);
  g_signal_connect_object (self->forget, "clicked", G_CALLBACK (forget_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("Everything that is due, with a reminder: inspections, answers of platforms, labels "
                                           "to be changed, papers that end. Phones and computers read it."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->kept);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), once);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  gtk_widget_set_vexpand (self->toasts, TRUE);
  gtk_widget_add_css_class (announcer, "announcer");
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts), page);
  gtk_box_append (GTK_BOX (column), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (column), announcer);
  gtk_box_append (GTK_BOX (column), self->toasts);
  adw_window_set_content (ADW_WINDOW (self), column);
  xb_dialogs_set_announcer (GTK_WIDGET (self), GTK_LABEL (announcer));
  gtk_window_set_title (GTK_WINDOW (self), _("Deadlines in Your Calendar"));
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 340);
  gtk_widget_set_size_request (GTK_WIDGET (self), 340, 240);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

GtkWindow *
xb_calendar_window_new (GtkWidget   *parent,
                        XbWorkspace *workspace)
{
  XbCalendarWindow *self = g_object_new (XB_TYPE_CALENDAR_WINDOW, NULL);

  self->workspace = g_object_ref (workspace);
  if (GTK_IS_WINDOW (parent))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (parent));
  g_signal_connect_object (workspace, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WINDOW (self);
}
