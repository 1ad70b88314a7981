/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-practising.h"
#include "xb-workspace-keep.h"
#include "xb-workspace-life.h"

/* Practising has a process of its own, so that nothing of it can touch the real business. */

/* Seconds between two rounds with the practice platform: often enough that it moves while somebody looks at it. */
#define ROUND 2

static void
practice_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_auto(GStrv) environment = g_environ_unsetenv (g_get_environ (), "XINBIAO_DATA_DIR");
  g_autoptr(GError) error = NULL;
  char *arguments[] = { program != NULL ? program : (char *) "xinbiao", (char *) "--practice", NULL };

  if (!g_spawn_async (NULL, arguments, environment, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &error))
    xb_dialogs_tell (GTK_WIDGET (gtk_application_get_active_window (user_data)),
                     _("The practice business did not open"), error->message);
}

/** xb_practising_add_action: "practice", which starts that process; not to be called in it */
void
xb_practising_add_action (GtkApplication *application)
{
  static const GActionEntry actions[] = { { "practice", practice_action } };

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
}

static void
tell_failed (GtkApplication *application,
             const GError   *error)
{
  GtkWindow *window = gtk_application_get_active_window (application);

  if (window != NULL)
    xb_dialogs_tell (GTK_WIDGET (window), _("The practice platform did not start"), error->message);
}

static void
start (GtkApplication *application,
       XbWorkspace    *workspace)
{
  g_autoptr(GError) error = NULL;

  if (xb_workspace_start_practice (workspace, 0, 0, &error))
    xb_workspace_set_auto_sync (workspace, ROUND);
  else
    tell_failed (application, error);
}

static void
ready_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GtkApplication) application = user_data;
  g_autoptr(GError) error = NULL;

  if (!xb_workspace_finish (XB_WORKSPACE (source), result, &error))
    tell_failed (application, error);
  else if (gtk_application_get_windows (application) != NULL) /* nobody left meanwhile */
    start (application, XB_WORKSPACE (source));
}

/** xb_practising_begin: fills an empty practice business, and starts the platform that it practises with */
void
xb_practising_begin (GtkApplication *application,
                     XbWorkspace    *workspace)
{
  if (xb_workspace_is_empty (workspace))
    xb_workspace_set_up_practice_async (workspace, NULL, ready_cb, g_object_ref (application));
  else
    start (application, workspace);
}
