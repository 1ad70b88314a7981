/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-background.h"
#include "xb-error.h"

/* org.freedesktop.portal.Background, RequestBackground. The answer comes as a signal of a request object, whose path is
 * known beforehand, so that it cannot be missed. Nothing here waits. */

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
/* People take their time over a question. */
#define ANSWER_SECONDS (10 * 60)

typedef struct
{
  GDBusConnection *bus;
  char            *token;
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
  return g_error_new (XB_ERROR, XB_ERROR_REFUSED,
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
  g_task_return_error (task, no_portal ());
  return G_SOURCE_REMOVE;
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

  if (reply != NULL || self->subscription == 0)
    return;
  stop (self);
  g_task_return_error (task, no_portal ());
  g_object_unref (task); /* of the subscription */
}

static void
call (GTask *task)
{
  Ask *self = g_task_get_task_data (task);
  g_autofree char *sender = g_strdelimit (g_strdup (g_dbus_connection_get_unique_name (self->bus) + 1), ".", '_');
  g_autofree char *path = g_strdup_printf (PORTAL_PATH "/request/%s/%s", sender, self->token);
  const char *const command[] = { "xinbiao", "--background", NULL };
  GVariantBuilder options;

  self->subscription = g_dbus_connection_signal_subscribe (self->bus, PORTAL, "org.freedesktop.portal.Request", "Response",
                                                           path, NULL, G_DBUS_SIGNAL_FLAGS_NONE, answered_cb,
                                                           g_object_ref (task), NULL);
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

/** xb_background_ask_async: @widget: (nullable): the one that asks; @autostart: with the session, or no longer */
void
xb_background_ask_async (GtkWidget           *widget,
                         gboolean             autostart,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Ask *self = g_new0 (Ask, 1);

  self->token = g_strdup_printf ("xinbiao%u", g_random_int ());
  self->autostart = autostart;
  g_task_set_source_tag (task, xb_background_ask_async);
  g_task_set_task_data (task, self, ask_free);
  g_bus_get (G_BUS_TYPE_SESSION, cancellable, connected_cb, task);
}

/** xb_background_ask_finish: Returns: whether the desktop allows it */
gboolean
xb_background_ask_finish (GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
