/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-background.h"
#include "xb-dialogs.h"
#include "xb-error.h"

/* org.freedesktop.portal.Background, RequestBackground. The answer comes as a signal of a request object, whose path is
 * known beforehand, so that it cannot be missed. Nothing here waits. */

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define SETTING "watch-in-background"
#define REQUEST "org.freedesktop.portal.Request"
/* People take their time over a question. */
#define ANSWER_SECONDS (10 * 60)

typedef struct
{
  GDBusConnection *bus;
  char            *token;
  char            *path; /* of the request, as it will be */
  gboolean         autostart;
  guint            subscription;
  guint            timeout;
} Ask;

static void
ask_free (gpointer data)
{
  Ask *self = data;

  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->bus);
  g_free (self->token);
  g_free (self->path);
  g_free (self);
}

static void
stop (Ask *self)
{
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  self->subscription = 0;
  g_clear_handle_id (&self->timeout, g_source_remove);
}

static GError *
no_portal (void)
{
  return g_error_new (XB_ERROR, XB_ERROR_NOT_FOUND,
                      _("This desktop has no portal for it. Xinbiao watches while it runs; a timer that watches without it is "
                        "described in its README."));
}

static void
answered_cb (GDBusConnection *bus,
             const char      *sender,
             const char      *path,
             const char      *interface,
             const char      *signal,
             GVariant        *parameters,
             gpointer         user_data)
{
  g_autoptr(GTask) task = g_object_ref (user_data);
  Ask *self = g_task_get_task_data (task);
  g_autoptr(GVariant) results = NULL;
  gboolean granted = FALSE;
  guint response;

  if (self->subscription == 0)
    return;
  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  g_variant_lookup (results, self->autostart ? "autostart" : "background", "b", &granted);
  stop (self);
  if (response == 0 && (granted || !self->autostart))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, XB_ERROR, XB_ERROR_REFUSED,
                             _("The desktop does not allow it. It can be allowed in the system's settings, under apps."));
  g_object_unref (task); /* of the subscription */
}

static gboolean
timeout_cb (gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  Ask *self = g_task_get_task_data (task);

  self->timeout = 0;
  stop (self);
  g_task_return_new_error (task, XB_ERROR, XB_ERROR_BUSY, _("The desktop has not answered. Try again later."));
  return G_SOURCE_REMOVE;
}

/* Where the answer will come from. */
static void
listen (GTask      *task,
        const char *path)
{
  Ask *self = g_task_get_task_data (task);

  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  self->subscription = g_dbus_connection_signal_subscribe (self->bus, PORTAL, REQUEST, "Response", path, NULL,
                                                           G_DBUS_SIGNAL_FLAGS_NONE, answered_cb, task, NULL);
}

static void
called_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Ask *self = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  const char *path;

  if (self->subscription == 0) /* the answer was quicker */
    return;
  if (reply != NULL)
    {
      g_variant_get (reply, "(&o)", &path);
      if (strcmp (path, self->path) != 0) /* old portals choose it themselves */
        listen (task, path);
      return;
    }
  stop (self);
  g_task_return_error (task, no_portal ());
  g_object_unref (task); /* of the subscription */
}

static void
call (GTask *task)
{
  Ask *self = g_task_get_task_data (task);
  g_autofree char *sender = g_strdelimit (g_strdup (g_dbus_connection_get_unique_name (self->bus) + 1), ".", '_');
  const char *const command[] = { "xinbiao", "--background", NULL };
  GVariantBuilder options;

  self->path = g_strdup_printf (PORTAL_PATH "/request/%s/%s", sender, self->token);
  listen (g_object_ref (task), self->path);
  self->timeout = g_timeout_add_seconds (ANSWER_SECONDS, timeout_cb, task);
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (self->token));
  g_variant_builder_add (&options, "{sv}", "reason",
                         g_variant_new_string (_("Xinbiao tells you when marks pile up or a deadline is near.")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (self->autostart));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  g_variant_builder_add (&options, "{sv}", "dbus-activatable", g_variant_new_boolean (FALSE));
  g_dbus_connection_call (self->bus, PORTAL, PORTAL_PATH, "org.freedesktop.portal.Background", "RequestBackground",
                          g_variant_new ("(sa{sv})", "", &options), G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1,
                          g_task_get_cancellable (task), called_cb, g_object_ref (task));
}

/* The portal alone knows. Whoever turns it off is not to be troubled by what cannot be turned on either. */
static void
told_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_info ("background: %s", error->message);
}

static void
connected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Ask *self = g_task_get_task_data (task);

  self->bus = g_bus_get_finish (result, NULL);
  if (self->bus == NULL)
    g_task_return_error (task, no_portal ());
  else
    call (task);
}

/* @autostart: with the session, or no longer */
static void
ask_async (gboolean             autostart,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Ask *self = g_new0 (Ask, 1);

  self->token = g_strdup_printf ("xinbiao%u", g_random_int ());
  self->autostart = autostart;
  g_task_set_source_tag (task, ask_async);
  g_task_set_task_data (task, self, ask_free);
  g_bus_get (G_BUS_TYPE_SESSION, NULL, connected_cb, task);
}

/* Without a portal nobody forbids it: it goes on when its window is closed, but does not start with the session. */
static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GtkWidget *widget = g_task_get_source_object (task);
  g_autoptr(GError) error = NULL;
  gboolean allowed = g_task_propagate_boolean (G_TASK (result), &error);

  g_settings_set_boolean (g_task_get_task_data (task), SETTING,
                          allowed || g_error_matches (error, XB_ERROR, XB_ERROR_NOT_FOUND));
  if (!allowed && gtk_widget_get_root (widget) != NULL)
    xb_dialogs_tell (widget, _("It does not start by itself"), error->message);
  g_task_return_boolean (task, TRUE);
}

/**
 * xb_background_set_async:
 * @widget: where an answer that is no is told
 * @callback: (nullable): called once it is decided; nothing can be asked of the result
 *
 * Turns watching without a window on or off. It is on once the desktop has allowed it, which the setting then says.
 */
void
xb_background_set_async (GtkWidget           *widget,
                         GSettings           *settings,
                         gboolean             on,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (widget, NULL, callback, user_data);

  g_task_set_source_tag (task, xb_background_set_async);
  g_task_set_task_data (task, g_object_ref (settings), g_object_unref);
  g_settings_set_boolean (settings, "background-asked", TRUE);
  if (!on)
    {
      g_settings_set_boolean (settings, SETTING, FALSE);
      ask_async (FALSE, told_cb, NULL);
      g_task_return_boolean (task, TRUE);
      return;
    }
  ask_async (TRUE, asked_cb, g_steal_pointer (&task));
}
