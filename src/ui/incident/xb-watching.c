/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-alert-watch.h"
#include "xb-background.h"
#include "xb-dialogs.h"
#include "xb-ui.h"
#include "xb-watching.h"

#define KEY "xb-watching"

typedef struct
{
  GtkApplication *application; /* owns this */
  XbWorkspace    *workspace;   /* (owned) */
  XbAlertWatch   *watch;       /* (owned) (nullable): while it is set up */
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

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GSettings) settings = user_data;

  if (xb_dialogs_ask_finish (result, NULL))
    xb_background_set_async (GTK_WIDGET (object), settings, TRUE, NULL, NULL);
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
                        _("_Watch"), XB_ASK_SUGGESTED, NULL, answered_cb, g_object_ref (self->settings));
}

/**
 * xb_watching_start:
 * @workspace: kept until xb_watching_stop()
 * @may_stay: the business of the usual place, which may be watched without a window; others end with their window
 * @background: it was started without one
 */
void
xb_watching_start (GtkApplication *application,
                   XbWorkspace    *workspace,
                   gboolean        may_stay,
                   gboolean        background)
{
  Watching *self = g_new0 (Watching, 1);

  self->application = application;
  self->workspace = g_object_ref (workspace);
  g_object_set_data_full (G_OBJECT (application), KEY, self, watching_free);
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
