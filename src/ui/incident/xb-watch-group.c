/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-background.h"
#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-rows.h"
#include "xb-ui.h"
#include "xb-watch-group.h"
#include "xb-wizard-rows.h"
#include "xb-workspace-alert.h"

/* Who watches, and when nobody is disturbed: without a window, quiet hours. */
struct _XbWatchGroup
{
  AdwPreferencesGroup  parent_instance;

  XbWorkspace         *workspace;
  GSettings           *settings; /* (nullable) */
  GtkWidget           *background;
  GtkWidget           *from;
  GtkWidget           *until;
  guint                showing : 1;
};

G_DEFINE_FINAL_TYPE (XbWatchGroup, xb_watch_group, ADW_TYPE_PREFERENCES_GROUP)

static void
show_background (XbWatchGroup *self)
{
  gtk_switch_set_active (GTK_SWITCH (self->background), g_settings_get_boolean (self->settings, "watch-in-background"));
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  XbWatchGroup *self = XB_WATCH_GROUP (source);

  if (self->background == NULL)
    return;
  gtk_widget_set_sensitive (self->background, TRUE);
  show_background (self);
}

static void
background_cb (XbWatchGroup *self)
{
  gboolean on = gtk_switch_get_active (GTK_SWITCH (self->background));

  if (!gtk_widget_get_sensitive (self->background) || on == g_settings_get_boolean (self->settings, "watch-in-background"))
    return;
  gtk_widget_set_sensitive (self->background, FALSE); /* until the desktop has answered */
  xb_background_set_async (GTK_WIDGET (self), self->settings, on, answered_cb, NULL);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbWatchGroup) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!xb_workspace_finish (XB_WORKSPACE (source), result, &error) && !xb_error_is_cancelled (error))
    xb_dialogs_tell (GTK_WIDGET (self), _("It was not changed"), error->message);
}

static void
quiet_cb (XbWatchGroup *self)
{
  if (self->showing)
    return;
  xb_workspace_set_quiet_hours_async (self->workspace, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->from)) * 60,
                                      gtk_drop_down_get_selected (GTK_DROP_DOWN (self->until)) * 60, NULL, saved_cb,
                                      g_object_ref (self));
}

static void
show (XbWatchGroup *self)
{
  guint from, until;

  xb_workspace_get_quiet_hours (self->workspace, &from, &until);
  self->showing = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->from), from / 60);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->until), until / 60);
  self->showing = FALSE;
}

static GtkWidget *
make_hours (XbWatchGroup *self,
            const char   *name)
{
  g_autoptr(GtkStringList) hours = gtk_string_list_new (NULL);
  GtkWidget *button;

  for (guint i = 0; i < 24; i++)
    {
      g_autofree char *hour = g_strdup_printf ("%02u:00", i);

      gtk_string_list_append (hours, hour);
    }
  button = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&hours)), NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "notify::selected", G_CALLBACK (quiet_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
xb_watch_group_dispose (GObject *object)
{
  XbWatchGroup *self = XB_WATCH_GROUP (object);

  self->background = NULL;
  g_clear_object (&self->settings);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_watch_group_parent_class)->dispose (object);
}

static void
xb_watch_group_class_init (XbWatchGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_watch_group_dispose;
}

static void
add_background (XbWatchGroup *self)
{
  GtkWidget *row = xb_row_new_plain (_("Watch without a window"), _("Starts with the computer and tells when something comes up"));

  self->settings = xb_ui_settings_new ();
  self->background = gtk_switch_new ();
  gtk_widget_set_valign (self->background, GTK_ALIGN_CENTER);
  if (self->settings != NULL)
    {
      show_background (self);
      g_signal_connect_object (self->settings, "changed::watch-in-background", G_CALLBACK (show_background), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_widget_set_sensitive (row, self->settings != NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->background);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->background);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_signal_connect_object (self->background, "notify::active", G_CALLBACK (background_cb), self, G_CONNECT_SWAPPED);
}

static void
add_quiet (XbWatchGroup *self)
{
  GtkWidget *row = xb_row_new_plain (_("Quiet hours"), _("What comes up then is told afterwards"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->from = make_hours (self, _("Quiet from"));
  self->until = make_hours (self, _("Quiet until"));
  gtk_box_append (GTK_BOX (box), self->from);
  gtk_box_append (GTK_BOX (box), gtk_label_new ("–"));
  gtk_box_append (GTK_BOX (box), self->until);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
xb_watch_group_init (XbWatchGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Watching"));
  add_background (self);
  add_quiet (self);
}

GtkWidget *
xb_watch_group_new (XbWorkspace *workspace)
{
  XbWatchGroup *self = g_object_new (XB_TYPE_WATCH_GROUP, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
