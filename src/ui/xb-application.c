/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-application.h"
#include "xb-badges.h"
#include "xb-certifications-page.h"
#include "xb-clock.h"
#include "xb-costs-page.h"
#include "xb-dialogs.h"
#include "xb-effect-page.h"
#include "xb-incidents-page.h"
#include "xb-keeping.h"
#include "xb-inspections-page.h"
#include "xb-labels-page.h"
#include "xb-materials-page.h"
#include "xb-numbers-page.h"
#include "xb-places.h"
#include "xb-platforms-page.h"
#include "xb-practising.h"
#include "xb-problem-window.h"
#include "xb-today-page.h"
#include "xb-ui.h"
#include "xb-watching.h"
#include "xb-window.h"
#include "xb-workspace-keep.h"
#include "xb-workspace-life.h"

/* Seconds between two rounds with the platforms: enough to see that a certification has passed its last day. */
#define USUAL_ROUND 600

struct _XbApplication
{
  AdwApplication  parent_instance;

  char           *data_dir;  /* (nullable): the usual place */
  XbWorkspace    *workspace; /* (nullable): not open yet, or it does not open */
  guint           practice : 1;
  guint           practising : 1;
  guint           at_work : 1;
  guint           background : 1; /* started to watch, without a window */
  guint           exit_after_startup : 1;
  guint           exit_when_filled : 1;
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

static gboolean
open_workspace (XbApplication *self,
                GError       **error)
{
  g_autofree char *folder = self->data_dir != NULL ? g_strdup (self->data_dir)
                                                   : xb_workspace_dup_default_folder (self->practice);
  g_autoptr(XbClock) clock = xb_clock_new_system ();

  self->workspace = xb_workspace_open (folder, clock, error);
  if (self->workspace != NULL)
    xb_keeping_add_actions (GTK_APPLICATION (self), self->workspace);
  return self->workspace != NULL;
}

/* A clock that was set back is found when somebody comes back to the window. */
static void
check_clock (XbApplication *self)
{
  XbWindow *window = find_main_window (self);
  g_autofree char *warning = NULL;

  if (window == NULL || self->workspace == NULL)
    return;
  warning = xb_workspace_dup_clock_warning (self->workspace);
  xb_notices_set (xb_window_get_notices (window), XB_NOTICE_CLOCK, warning);
}

/* Said above every page: what a page does not show may be there all the same. */
static void
check_damage (XbApplication *self)
{
  XbWindow *window = find_main_window (self);
  g_autofree char *damage = NULL;

  if (window == NULL || self->workspace == NULL)
    return;
  damage = xb_workspace_dup_damage (self->workspace);
  xb_notices_set (xb_window_get_notices (window), XB_NOTICE_DAMAGE, damage);
}

static void
begin_work (XbApplication *self)
{
  if (self->at_work)
    return;
  self->at_work = TRUE;
  xb_workspace_watch (self->workspace, TRUE);
  if (!self->practice)
    xb_workspace_set_auto_sync (self->workspace, USUAL_ROUND);
  if (!self->practice)
    xb_watching_start (GTK_APPLICATION (self), self->workspace, self->data_dir == NULL, self->background);
}

/* What nobody sees in the first frame. */
static void
go_to_work (gpointer application)
{
  XbApplication *self = application;
  XbWindow *window = find_main_window (self);

  if (window == NULL)
    return;
  gtk_window_set_default_icon_name (APPLICATION_ID); /* an SVG, for task lists that know no desktop files */
  begin_work (self);
  check_clock (self);
  check_damage (self);
  g_signal_connect_object (self->workspace, "damaged", G_CALLBACK (check_damage), self, G_CONNECT_SWAPPED);
  xb_badges_start (window);
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (check_clock), self, G_CONNECT_SWAPPED);
}

static XbWindow *
make_main_window (XbApplication *self)
{
  XbWindow *window = xb_window_new (GTK_APPLICATION (self), self->workspace);

  xb_window_add_page (window, "today", _("Today"), "xb-today-symbolic", XB_TYPE_TODAY_PAGE);
  xb_window_add_page (window, "numbers", _("Numbers"), "xb-numbers-symbolic", XB_TYPE_NUMBERS_PAGE);
  xb_window_add_page (window, "certifications", _("Certifications"), "xb-certifications-symbolic",
                      XB_TYPE_CERTIFICATIONS_PAGE);
  xb_window_add_page (window, "labels", _("Labels"), "xb-labels-symbolic", XB_TYPE_LABELS_PAGE);
  xb_window_add_page (window, "inspections", _("Inspections"), "xb-inspections-symbolic", XB_TYPE_INSPECTIONS_PAGE);
  xb_window_add_page (window, "incidents", _("Incidents"), "xb-incidents-symbolic", XB_TYPE_INCIDENTS_PAGE);
  xb_window_add_page (window, "effect", _("Effect"), "xb-effect-symbolic", XB_TYPE_EFFECT_PAGE);
  xb_window_add_page (window, "costs", _("Costs"), "xb-costs-symbolic", XB_TYPE_COSTS_PAGE);
  xb_window_add_page (window, "materials", _("Papers"), "xb-materials-symbolic", XB_TYPE_MATERIALS_PAGE);
  xb_window_add_page (window, "platforms", _("Platforms"), "xb-platforms-symbolic", XB_TYPE_PLATFORMS_PAGE);
  if (self->practice)
    xb_notices_set (xb_window_get_notices (window), XB_NOTICE_PRACTICE,
                    _("Practice business: nothing here is real, and nothing leaves this computer."));
  xb_window_show_last_page (window);
  xb_ui_after_first_frame (GTK_WIDGET (window), go_to_work, self);
  return window;
}

static void
go_on_cb (XbApplication *self,
          const char    *folder,
          GtkWindow     *problem)
{
  g_free (self->data_dir);
  self->data_dir = g_strdup (folder);
  g_application_hold (G_APPLICATION (self));
  gtk_window_destroy (problem);
  g_application_activate (G_APPLICATION (self));
  g_application_release (G_APPLICATION (self));
}

static GtkWindow *
make_problem_window (XbApplication *self,
                     const GError  *error)
{
  g_autofree char *folder = self->data_dir != NULL ? g_strdup (self->data_dir)
                                                   : xb_workspace_dup_default_folder (self->practice);
  XbProblemWindow *window = xb_problem_window_new (GTK_APPLICATION (self), folder);

  xb_problem_window_set_error (window, error);
  g_signal_connect_object (window, "go-on", G_CALLBACK (go_on_cb), self, G_CONNECT_SWAPPED);
  return GTK_WINDOW (window);
}

static void
first_frame_cb (GdkFrameClock *clock,
                XbApplication *self)
{
  if (self->exit_when_filled && !xb_window_is_filled (find_main_window (self)))
    return;
  g_signal_handlers_disconnect_by_func (clock, first_frame_cb, self);
  g_application_quit (G_APPLICATION (self));
}

/* Started with the session: it watches, and shows a window when somebody asks for one. */
static void
start_in_background (XbApplication *self)
{
  g_autoptr(GError) error = NULL;

  if (xb_application_open (self, &error) == NULL)
    g_message ("%s", error->message);
  self->background = FALSE;
}

static void
xb_application_activate (GApplication *application)
{
  XbApplication *self = XB_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autoptr(GError) error = NULL;

  if (self->background)
    {
      start_in_background (self);
      return;
    }

  if (find_main_window (self) != NULL)
    window = GTK_WINDOW (find_main_window (self));
  else if (self->workspace != NULL || open_workspace (self, &error))
    window = GTK_WINDOW (make_main_window (self));
  else if (window == NULL)
    window = make_problem_window (self, error);
  gtk_window_present (window);
  if (self->practice && self->workspace != NULL && !self->exit_after_startup && !self->practising)
    {
      self->practising = TRUE;
      xb_practising_begin (GTK_APPLICATION (self), self->workspace);
    }
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
    { "app.new-certification(int64 0)", { "<Control>n" } },
    { "app.quit", { "<Control>q" } },
    { "app.take-in-report", { "<Control>i" } },
    { "win.search", { "<Control>f" } },
    { "win.show-shortcuts", { "<Control>question", "F1" } },
    { "window.close", { "<Control>w" } },
  };

  xb_ui_init (); /* before the parent: it loads style.css and the icons */
  adw_init ();   /* also before: where our icons come first, the theme is read twice, and once while everybody waits */
  G_APPLICATION_CLASS (xb_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  xb_places_add_actions (XB_APPLICATION (application));
  if (!XB_APPLICATION (application)->practice) /* else this is it */
    xb_practising_add_action (GTK_APPLICATION (application));
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action,
                                           (const char *const *) accels[i].accels);
}

static int
xb_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  XbApplication *self = XB_APPLICATION (application);
  gboolean practice = FALSE, background = FALSE, exit_after_startup = FALSE, exit_when_filled = FALSE;

  if (g_variant_dict_contains (options, "version"))
    {
      g_autofree char *versions = xb_dialogs_dup_versions ();

      g_print ("xinbiao %s\n%s", PACKAGE_VERSION, versions);
      return 0;
    }
  g_variant_dict_lookup (options, "data-dir", "^ay", &self->data_dir);
  g_variant_dict_lookup (options, "practice", "b", &practice);
  g_variant_dict_lookup (options, "background", "b", &background);
  g_variant_dict_lookup (options, "exit-after-startup", "b", &exit_after_startup);
  g_variant_dict_lookup (options, "exit-when-filled", "b", &exit_when_filled);
  if (self->data_dir == NULL)
    self->data_dir = g_strdup (g_getenv ("XINBIAO_DATA_DIR"));
  self->practice = practice;
  self->background = background;
  self->exit_after_startup = exit_after_startup || exit_when_filled;
  self->exit_when_filled = exit_when_filled;

  /* One instance for the usual place. Any other folder is another business with a process of its
   * own: were the name on the bus shared, the second start would only raise the first window.
   * Two processes on one folder are harmless, the store is made for that. */
  if (self->data_dir != NULL || self->practice || self->exit_after_startup)
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  /* One that runs already watches, and its window is not to come up by itself. */
  if (background && g_application_register (application, NULL, NULL) && g_application_get_is_remote (application))
    return 0;
  return -1;
}

static void
xb_application_shutdown (GApplication *application)
{
  XbApplication *self = XB_APPLICATION (application);

  if (self->at_work)
    {
      xb_workspace_set_auto_sync (self->workspace, 0);
      xb_workspace_watch (self->workspace, FALSE);
    }
  xb_watching_stop (GTK_APPLICATION (application));
  G_APPLICATION_CLASS (xb_application_parent_class)->shutdown (application);
  g_clear_object (&self->workspace);
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
  application_class->shutdown = xb_application_shutdown;
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
    { "background", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Watch without a window"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and leave"), NULL },
    { "exit-after-startup", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    { "exit-when-filled", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
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

/**
 * xb_application_open:
 *
 * What was started by a notification has no window yet, and perhaps needs no other than the one it leads to.
 *
 * Returns: (transfer none) (nullable): the workspace, at work, or %NULL with @error (newer, damaged, read-only)
 */
XbWorkspace *
xb_application_open (XbApplication *self,
                     GError       **error)
{
  g_return_val_if_fail (XB_IS_APPLICATION (self), NULL);

  if (self->workspace != NULL || open_workspace (self, error))
    begin_work (self);
  return self->workspace;
}

/** xb_application_show_page: @name: (nullable): the page; %NULL: the last. Brings up the main window. */
void
xb_application_show_page (XbApplication *self,
                          const char    *name)
{
  XbWindow *window;

  g_return_if_fail (XB_IS_APPLICATION (self));

  g_application_activate (G_APPLICATION (self));
  window = find_main_window (self);
  if (window != NULL && name != NULL)
    xb_window_show_page (window, name);
}
