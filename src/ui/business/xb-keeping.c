/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-business-window.h"
#include "xb-calendar-window.h"
#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-keep-window.h"
#include "xb-keeping.h"
#include "xb-workspace-alert.h"
#include "xb-workspace-filing.h"
#include "xb-workspace-papers.h"
#include "xb-workspace-register.h"

/* Actions of the application over the whole of the data: the business, keeping it safe, and the way
 * back from a removal (a toast in any window offers it). */
typedef struct
{
  GtkApplication *application; /* owns this */
  XbWorkspace    *workspace;   /* (owned) */
} Keeping;

static void
keeping_free (gpointer data)
{
  Keeping *self = data;

  g_object_unref (self->workspace);
  g_free (self);
}

static GtkWidget *
get_parent (Keeping *self)
{
  return GTK_WIDGET (gtk_application_get_active_window (self->application));
}

/* One window for the one business. */
static void
business_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  Keeping *self = user_data;
  GtkWindow *window = NULL;

  for (GList *l = gtk_application_get_windows (self->application); l != NULL && window == NULL; l = l->next)
    if (XB_IS_BUSINESS_WINDOW (l->data))
      window = l->data;
  if (window == NULL)
    window = xb_business_window_new (GTK_WINDOW (get_parent (self)), self->workspace);
  gtk_window_present (window);
}

static void
calendar_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  Keeping *self = user_data;

  gtk_window_present (xb_calendar_window_new (get_parent (self), self->workspace));
}

static void
back_up_to_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  Keeping *self = user_data;
  g_autoptr(GFile) file = xb_dialogs_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    xb_keep_window_back_up (GTK_WINDOW (object), self->workspace, path);
  else if (file != NULL)
    xb_dialogs_tell (GTK_WIDGET (object), _("No Backup Was Written"),
                     _("This place cannot be written directly. Choose a folder of this computer or of a disk."));
}

static void
back_up_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  Keeping *self = user_data;
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));
  g_autofree char *name = g_strdup_printf (_("Xinbiao %s.xinbiao-backup"), today);

  xb_dialogs_save_file_async (get_parent (self), _("Back Up"), name, NULL, back_up_to_cb, self);
}

/* The file that is being asked about. */
typedef struct
{
  Keeping *keeping;
  char    *path;
} Restore;

static void
restore_answer_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  Restore *restore = user_data;

  if (xb_dialogs_ask_finish (result, NULL))
    xb_keep_window_restore (GTK_WINDOW (object), restore->keeping->workspace, restore->path);
  g_free (restore->path);
  g_free (restore);
}

static void
restore_from_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GFile) file = xb_dialogs_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *question = g_strdup_printf (_("Restore “%s”?"), name);
  Restore *restore;

  if (path == NULL)
    return;
  restore = g_new0 (Restore, 1);
  restore->keeping = user_data;
  restore->path = g_steal_pointer (&path);
  xb_dialogs_ask_async (GTK_WIDGET (object), question,
                        _("Everything in Xinbiao – numbers, certifications, papers – is replaced by what the backup "
                          "holds. What was entered since that day is gone then. The file is read through first, and "
                          "a damaged one changes nothing."),
                        _("_Restore"), XB_ASK_DESTRUCTIVE, NULL, restore_answer_cb, restore);
}

static void
restore_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  Keeping *self = user_data;

  xb_dialogs_open_file_async (get_parent (self), _("Restore a Backup"), XB_FILES_BACKUPS, NULL, restore_from_cb, self);
}

static void
check_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  Keeping *self = user_data;

  xb_keep_window_check (GTK_WINDOW (get_parent (self)), self->workspace);
}

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GtkApplication) application = user_data;
  g_autoptr(GError) error = NULL;

  if (!xb_workspace_finish (XB_WORKSPACE (object), result, &error) && !xb_error_is_cancelled (error))
    xb_dialogs_tell (GTK_WIDGET (gtk_application_get_active_window (application)),
                     _("It could not be brought back"), error->message);
}

static void
undo_remove_material_action (GSimpleAction *action,
                             GVariant      *id,
                             gpointer       user_data)
{
  Keeping *self = user_data;

  xb_workspace_remove_material_async (self->workspace, g_variant_get_int64 (id), FALSE, NULL, undone_cb,
                                      g_object_ref (self->application));
}

static void
undo_remove_filing_action (GSimpleAction *action,
                           GVariant      *id,
                           gpointer       user_data)
{
  Keeping *self = user_data;

  xb_workspace_remove_filing_async (self->workspace, g_variant_get_int64 (id), FALSE, NULL, undone_cb,
                                    g_object_ref (self->application));
}

static void
undo_handle_alert_action (GSimpleAction *action,
                          GVariant      *id,
                          gpointer       user_data)
{
  Keeping *self = user_data;

  xb_workspace_handle_alert_async (self->workspace, g_variant_get_int64 (id), FALSE, NULL, undone_cb,
                                   g_object_ref (self->application));
}

static void
undo_remove_brand_action (GSimpleAction *action,
                          GVariant      *brand,
                          gpointer       user_data)
{
  Keeping *self = user_data;
  const char *name, *mark_no, *expires;
  gboolean registered;

  g_variant_get (brand, "(&sb&s&s)", &name, &registered, &mark_no, &expires);
  xb_workspace_save_brand_async (self->workspace, 0, name, registered, mark_no, expires, NULL, undone_cb,
                                 g_object_ref (self->application));
}

/** xb_keeping_add_actions: the actions keep @workspace as long as @application has them */
void
xb_keeping_add_actions (GtkApplication *application,
                        XbWorkspace    *workspace)
{
  static const GActionEntry actions[] = {
    { "business", business_action },
    { "calendar", calendar_action },
    { "back-up", back_up_action },
    { "restore", restore_action },
    { "check", check_action },
    { "undo-remove-material", undo_remove_material_action, "x" },
    { "undo-remove-filing", undo_remove_filing_action, "x" },
    { "undo-handle-alert", undo_handle_alert_action, "x" },
    { "undo-remove-brand", undo_remove_brand_action, "(sbss)" },
  };
  Keeping *self;

  g_return_if_fail (GTK_IS_APPLICATION (application));
  g_return_if_fail (XB_IS_WORKSPACE (workspace));

  self = g_new0 (Keeping, 1);
  self->application = application;
  self->workspace = g_object_ref (workspace);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), self);
  g_object_set_data_full (G_OBJECT (application), "xb-keeping", self, keeping_free);
}
