/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-notifier.h"

/* Who takes notifications; the last one only of programs in a sandbox, as GNotification chooses it. */
static const char *const names[] = {
  "org.freedesktop.Notifications", "org.gtk.Notifications", "org.freedesktop.portal.Desktop",
};

static guint
count_names (void)
{
  gboolean sandbox = g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) || g_getenv ("SNAP") != NULL;

  return sandbox ? G_N_ELEMENTS (names) : G_N_ELEMENTS (names) - 1;
}

/* Those that run, then those that the bus would start. */
static const char *const questions[] = { "ListNames", "ListActivatableNames" };

static void ask (GTask *task,
                 guint  question);

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autofree const char **found = NULL;
  guint question = GPOINTER_TO_UINT (g_task_get_task_data (task));

  if (reply != NULL)
    g_variant_get (reply, "(^a&s)", &found);
  for (guint i = 0; found != NULL && i < count_names (); i++)
    if (g_strv_contains (found, names[i]))
      {
        g_task_return_boolean (task, TRUE);
        return;
      }
  if (question + 1 < G_N_ELEMENTS (questions))
    ask (g_steal_pointer (&task), question + 1);
  else
    g_task_return_boolean (task, FALSE);
}

static void
ask (GTask *task,
     guint  question)
{
  g_task_set_task_data (task, GUINT_TO_POINTER (question), NULL);
  g_dbus_connection_call (g_task_get_source_object (task), "org.freedesktop.DBus", "/org/freedesktop/DBus",
                          "org.freedesktop.DBus", questions[question], NULL, G_VARIANT_TYPE ("(as)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, g_task_get_cancellable (task), answered_cb, task);
}

/** xb_notifier_find_async: @bus: (nullable): of the session */
void
xb_notifier_find_async (GDBusConnection     *bus,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (bus, cancellable, callback, user_data);

  g_task_set_source_tag (task, xb_notifier_find_async);
  if (bus == NULL)
    g_task_return_boolean (task, FALSE);
  else
    ask (g_steal_pointer (&task), 0);
}

/** xb_notifier_find_finish: Returns: whether there is one */
gboolean
xb_notifier_find_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
