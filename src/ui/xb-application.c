/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-application.h"
#include "xb-dialogs.h"
#include "xb-ui.h"
#include "xb-window.h"

struct _XbApplication
{
  AdwApplication  parent_instance;

  char           *data_dir; /* (nullable): the usual place */
  guint           practice : 1;
  guint           exit_after_startup : 1;
};

G_DEFINE_FINAL_TYPE (XbApplication, xb_application, ADW_TYPE_APPLICATION)

static XbWindow *
find_main_window (XbApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (XB_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  xb_dialogs_show_about (gtk_application_get_active_window (user_data));
}

/* Every window gets the chance to save what it holds. */
static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  g_autoptr(GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
first_frame_cb (GdkFrameClock *clock,
                XbApplication *self)
{
  g_signal_handlers_disconnect_by_func (clock, first_frame_cb, self);
  g_application_quit (G_APPLICATION (self));
}

static void
xb_application_activate (GApplication *application)
{
  XbApplication *self = XB_APPLICATION (application);
  XbWindow *window = find_main_window (self);

  if (window == NULL)
    {
      window = xb_window_new (GTK_APPLICATION (self));
      xb_window_set_notice (window, XB_NOTICE_PRACTICE, self->practice);
      xb_window_show_last_page (window);
    }
  gtk_window_present (GTK_WINDOW (window));
  if (self->exit_after_startup)
    {
      GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

      g_signal_connect_object (gdk_surface_get_frame_clock (surface), "after-paint",
                               G_CALLBACK (first_frame_cb), self, 0);
    }
}

static void
xb_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "about", about_action },
    { "quit", quit_action },
  };
  static const struct
  {
    const char *action;
    const char *accels[3];
  } accels[] = {
    { "app.quit", { "<Control>q" } },
    { "win.search", { "<Control>f" } },
    { "win.show-shortcuts", { "<Control>question", "F1" } },
    { "window.close", { "<Control>w" } },
  };

  xb_ui_init (); /* before the parent: it loads style.css and the icons */
  G_APPLICATION_CLASS (xb_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action,
                                           (const char *const *) accels[i].accels);
}

static int
xb_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  XbApplication *self = XB_APPLICATION (application);
  gboolean practice = FALSE, exit_after_startup = FALSE;

  if (g_variant_dict_contains (options, "version"))
    {
      g_autofree char *versions = xb_dialogs_dup_versions ();

      g_print ("xinbiao %s\n%s", PACKAGE_VERSION, versions);
      return 0;
    }
  g_variant_dict_lookup (options, "data-dir", "^ay", &self->data_dir);
  g_variant_dict_lookup (options, "practice", "b", &practice);
  g_variant_dict_lookup (options, "exit-after-startup", "b", &exit_after_startup);
  if (self->data_dir == NULL)
    self->data_dir = g_strdup (g_getenv ("XINBIAO_DATA_DIR"));
  self->practice = practice;
  self->exit_after_startup = exit_after_startup;

  /* One instance for the usual place. Any other folder is another business with a process of its
   * own: were the name on the bus shared, the second start would only raise the first window.
   * Two processes on one folder are harmless, the store is made for that. */
  if (self->data_dir != NULL || self->practice || self->exit_after_startup)
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
xb_application_finalize (GObject *object)
{
  XbApplication *self = XB_APPLICATION (object);

  g_free (self->data_dir);
  G_OBJECT_CLASS (xb_application_parent_class)->finalize (object);
}

static void
xb_application_class_init (XbApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = xb_application_finalize;
  application_class->activate = xb_application_activate;
  application_class->startup = xb_application_startup;
  application_class->handle_local_options = xb_application_handle_local_options;
}

static void
xb_application_init (XbApplication *self)
{
  static const GOptionEntry options[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, NULL,
      N_("Keep the data in this folder"), N_("DIR") },
    { "practice", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the practice business"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and leave"), NULL },
    { "exit-after-startup", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

XbApplication *
xb_application_new (void)
{
  return g_object_new (XB_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "flags", G_APPLICATION_DEFAULT_FLAGS,
                       NULL);
}
