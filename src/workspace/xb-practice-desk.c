/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "xb-error.h"
#include "xb-practice-client.h"
#include "xb-practice-desk.h"
#include "xb-practice-server.h"
#include "xb-workspace-life.h"

/* The practice platform of a data folder: its server (in this process or another one) and where it
 * is to be reached. Address and key lie in a file that only the owner can read. */

#define GROUP "practice"

static char *
practice_folder (XbWorkspace *self)
{
  return g_build_filename (xb_workspace_get_folder (self), "practice", NULL);
}

static char *
connection_file (XbWorkspace *self)
{
  g_autofree char *folder = practice_folder (self);

  return g_build_filename (folder, "connection.ini", NULL);
}

static gboolean
write_connection (XbWorkspace       *self,
                  XbPracticeServer  *server,
                  GError           **error)
{
  g_autofree char *path = connection_file (self);
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;

  g_key_file_set_string (file, GROUP, "url", xb_practice_server_get_url (server));
  g_key_file_set_string (file, GROUP, "key", xb_practice_server_get_key_id (server));
  g_key_file_set_string (file, GROUP, "secret", xb_practice_server_get_secret (server));
  text = g_key_file_to_data (file, NULL, NULL);
  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

/**
 * xb_practice_desk_make_client:
 *
 * Returns: (transfer full) (nullable): a client of this folder's practice platform, or %NULL with
 * @error where none was ever started
 */
XbPlatformClient *
xb_practice_desk_make_client (XbWorkspace *self,
                              GError     **error)
{
  g_autofree char *path = connection_file (self);
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autofree char *url = NULL;
  g_autofree char *key = NULL;
  g_autofree char *secret = NULL;

  if (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    {
      url = g_key_file_get_string (file, GROUP, "url", NULL);
      key = g_key_file_get_string (file, GROUP, "key", NULL);
      secret = g_key_file_get_string (file, GROUP, "secret", NULL);
    }
  if (url == NULL || key == NULL || secret == NULL)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_OFFLINE,
                   _("the practice platform is not running; start it with “xinbiaoctl practice”, or open the window"));
      return NULL;
    }
  return XB_PLATFORM_CLIENT (xb_practice_client_new (url, key, secret, error));
}

gboolean
xb_workspace_start_practice (XbWorkspace *self,
                             guint        port,
                             double       speed,
                             GError     **error)
{
  g_autofree char *folder = practice_folder (self);
  g_autoptr(XbPracticeServer) server = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_IO, _("the folder “%s” could not be made: %s"), folder, g_strerror (errno));
      return FALSE;
    }
  server = xb_practice_server_new (folder, xb_workspace_get_clock (self),
                                   speed > 0 ? speed : XB_PRACTICE_SPEED);
  if (!xb_practice_server_start (server, port, error) || !write_connection (self, server, error))
    return FALSE;
  g_object_set_data_full (G_OBJECT (self), "practice-server", g_steal_pointer (&server), g_object_unref);
  return TRUE;
}

/** xb_workspace_dup_practice_url: Returns: (transfer full) (nullable): where this process's practice platform listens */
char *
xb_workspace_dup_practice_url (XbWorkspace *self)
{
  XbPracticeServer *server = g_object_get_data (G_OBJECT (self), "practice-server");

  return server != NULL ? g_strdup (xb_practice_server_get_url (server)) : NULL;
}

/** xb_workspace_dup_practice_key: Returns: (transfer full) (nullable): the name of the key that signs; no secret */
char *
xb_workspace_dup_practice_key (XbWorkspace *self)
{
  XbPracticeServer *server = g_object_get_data (G_OBJECT (self), "practice-server");

  return server != NULL ? g_strdup (xb_practice_server_get_key_id (server)) : NULL;
}

static void
round_ended_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(XbSyncResult) done = xb_workspace_sync_finish (XB_WORKSPACE (source), result, &error);

  g_object_set_data (source, "round-under-way", NULL);
  if (done == NULL && !xb_error_is_cancelled (error))
    g_debug ("a round with the platforms ended early: %s", error->message);
}

static gboolean
round_cb (gpointer user_data)
{
  if (g_object_get_data (user_data, "round-under-way") == NULL)
    {
      g_object_set_data (user_data, "round-under-way", user_data);
      xb_workspace_sync_async (user_data, NULL, round_ended_cb, NULL);
    }
  return G_SOURCE_CONTINUE;
}

static void
stop_rounds (gpointer timer)
{
  g_source_destroy (timer);
  g_source_unref (timer);
}

/**
 * xb_workspace_set_auto_sync:
 * @seconds: between two rounds; 0: none any more
 *
 * Goes round the platforms now and again while it is on; a round that has nobody to talk to costs a
 * few look-ups by index. One round at a time.
 */
void
xb_workspace_set_auto_sync (XbWorkspace *self,
                            guint        seconds)
{
  GSource *timer;

  g_object_set_data (G_OBJECT (self), "rounds", NULL);
  if (seconds == 0)
    return;
  timer = g_timeout_source_new_seconds (seconds);
  g_source_set_callback (timer, round_cb, self, NULL);
  g_source_attach (timer, NULL);
  g_object_set_data_full (G_OBJECT (self), "rounds", timer, stop_rounds);
  round_cb (self);
}
