/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-alert-watch.h"
#include "xb-background.h"
#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-incident-form.h"
#include "xb-incident-window.h"
#include "xb-ui.h"
#include "xb-watching.h"
#include "xb-window.h"
#include "xb-workspace-alert.h"

#define KEY "xb-watching"

typedef struct
{
  GtkApplication *application; /* owns this */
  XbWorkspace    *workspace;   /* (owned) */
  XbAlertWatch   *watch;       /* (owned) (nullable): not begun yet */
  GSettings      *settings;    /* (owned) (nullable) */
  guint           may_stay : 1;
  guint           background : 1;
  guint           held : 1;
} Watching;

static void
watching_free (gpointer data)
{
  Watching *self = data;

  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  if (self->watch != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->watch, self);
      g_object_run_dispose (G_OBJECT (self->watch)); /* a look may be under way and hold it */
      g_object_unref (self->watch);
    }
  g_clear_object (&self->settings);
  g_clear_object (&self->workspace);
  g_free (self);
}

/* As long as it is to watch without a window, the last window takes nothing along. */
static void
update_hold (Watching *self)
{
  gboolean wanted = self->background ||
                    (self->may_stay && self->settings != NULL && g_settings_get_boolean (self->settings, "watch-in-background"));

  if (wanted == self->held)
    return;
  self->held = wanted;
  if (wanted)
    g_application_hold (G_APPLICATION (self->application));
  else
    g_application_release (G_APPLICATION (self->application));
}

static GtkWindow *
get_window (Watching *self)
{
  GtkWindow *window = gtk_application_get_active_window (self->application);

  if (window == NULL)
    g_application_activate (G_APPLICATION (self->application));
  return window != NULL ? window : gtk_application_get_active_window (self->application);
}

static void
open_incident_action (GSimpleAction *action,
                      GVariant      *id,
                      gpointer       user_data)
{
  Watching *self = user_data;

  xb_incident_window_open (self->application, self->workspace, g_variant_get_int64 (id));
}

static void
open_case_action (GSimpleAction *action,
                  GVariant      *id,
                  gpointer       user_data)
{
  Watching *self = user_data;
  g_autoptr(XbAlert) alert = xb_workspace_ref_alert (self->workspace, g_variant_get_int64 (id));
  GtkWindow *window = get_window (self);

  if (alert == NULL || window == NULL)
    return;
  gtk_window_present (window);
  if (xb_alert_get_incident_id (alert) != 0) /* somebody was quicker */
    xb_incident_window_open (self->application, self->workspace, xb_alert_get_incident_id (alert));
  else
    gtk_window_present (xb_incident_form_new (GTK_WIDGET (window), self->workspace, xb_alert_get_number_id (alert),
                                              g_variant_get_int64 (id)));
}

static void
show_page_action (GSimpleAction *action,
                  GVariant      *name,
                  gpointer       user_data)
{
  Watching *self = user_data;

  g_application_activate (G_APPLICATION (self->application));
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    if (XB_IS_WINDOW (l->data))
      xb_window_show_page (l->data, g_variant_get_string (name, NULL));
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!xb_workspace_finish (XB_WORKSPACE (source), result, &error) && !xb_error_is_cancelled (error))
    g_info ("alert: %s", error->message);
}

static void
undo_handle_action (GSimpleAction *action,
                    GVariant      *id,
                    gpointer       user_data)
{
  Watching *self = user_data;

  xb_workspace_handle_alert_async (self->workspace, g_variant_get_int64 (id), FALSE, NULL, undone_cb, NULL);
}

/** xb_watching_add_actions: once the workspace is open */
void
xb_watching_add_actions (GtkApplication *application,
                         XbWorkspace    *workspace)
{
  static const GActionEntry entries[] = {
    { "open-incident", open_incident_action, "x" },
    { "open-case-of-alert", open_case_action, "x" },
    { "show-page", show_page_action, "s" },
    { "undo-handle-alert", undo_handle_action, "x" },
  };
  Watching *self = g_new0 (Watching, 1);

  self->application = application;
  self->workspace = g_object_ref (workspace);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), self);
  g_object_set_data_full (G_OBJECT (application), KEY, self, watching_free);
}

static void
granted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GtkApplication) application = user_data;
  Watching *self = g_object_get_data (G_OBJECT (application), KEY);
  g_autoptr(GError) error = NULL;

  if (xb_background_ask_finish (result, &error) && self != NULL && self->settings != NULL)
    g_settings_set_boolean (self->settings, "watch-in-background", TRUE);
  else if (error != NULL && gtk_application_get_active_window (application) != NULL)
    xb_dialogs_tell (GTK_WIDGET (gtk_application_get_active_window (application)), _("It does not start by itself"),
                     error->message);
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GtkApplication) application = user_data;

  if (xb_dialogs_ask_finish (result, NULL))
    xb_background_ask_async (GTK_WIDGET (object), TRUE, NULL, granted_cb, g_steal_pointer (&application));
}

/* Once, and only when there was something worth being told. */
static void
told_cb (Watching *self)
{
  GtkWindow *window = gtk_application_get_active_window (self->application);

  if (window == NULL || !self->may_stay || self->settings == NULL ||
      g_settings_get_boolean (self->settings, "background-asked"))
    return;
  g_settings_set_boolean (self->settings, "background-asked", TRUE);
  xb_dialogs_ask_async (GTK_WIDGET (window), _("Watch without a window as well?"),
                        _("Xinbiao then starts with the computer and tells you when marks pile up or a deadline is near. This can "
                          "be changed under Incidents."),
                        _("_Watch"), XB_ASK_SUGGESTED, NULL, answered_cb, g_object_ref (self->application));
}

/**
 * xb_watching_start:
 * @may_stay: the business of the usual place, which may be watched without a window; others end with their window
 * @background: it was started without one
 */
void
xb_watching_start (GtkApplication *application,
                   gboolean        may_stay,
                   gboolean        background)
{
  Watching *self = g_object_get_data (G_OBJECT (application), KEY);

  if (self == NULL || self->watch != NULL)
    return;
  self->may_stay = !!may_stay;
  self->background = !!background;
  self->settings = xb_ui_settings_new ();
  if (self->settings != NULL)
    g_signal_connect_swapped (self->settings, "changed::watch-in-background", G_CALLBACK (update_hold), self);
  update_hold (self);
  self->watch = xb_alert_watch_new (G_APPLICATION (application), self->workspace);
  g_signal_connect_swapped (self->watch, "told", G_CALLBACK (told_cb), self);
}

/** xb_watching_stop: before the workspace is closed */
void
xb_watching_stop (GtkApplication *application)
{
  g_object_set_data (G_OBJECT (application), KEY, NULL);
}
