/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-add-numbers-window.h"
#include "xb-dialogs.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-format.h"
#include "xb-import-report.h"
#include "xb-numbers-page-private.h"
#include "xb-phone.h"

/* What can be done with numbers, each as an action "numbers.…" of the window. */

static void
add_action (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  XbNumbersPage *self = user_data;

  gtk_window_present (xb_add_numbers_window_new (GTK_WIDGET (self), xb_page_get_workspace (XB_PAGE (self))));
}

/* The parts of a list that is read can be long: how far it is, in the page. */
typedef struct
{
  XbNumbersPage *page; /* (owned) */
  GCancellable  *cancellable;
} Transfer;

static void
transfer_free (Transfer *transfer)
{
  g_object_unref (transfer->page);
  g_object_unref (transfer->cancellable);
  g_free (transfer);
}

static void
import_progress_cb (guint64  done,
                    guint64  total,
                    gpointer data)
{
  Transfer *transfer = data;
  g_autofree char *percent = total > 0 ? g_strdup_printf ("%d %%", (int) (done * 100 / total)) : NULL;

  if (!transfer->page->disposed)
    xb_progress_row_update (transfer->page->progress, total > 0 ? (double) done / total : -1, percent);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Transfer *transfer = user_data;
  XbNumbersPage *self = transfer->page;
  g_autoptr(GError) error = NULL;
  g_autoptr(XbImportResult) report = xb_workspace_import_numbers_finish (XB_WORKSPACE (source), result, &error);

  if (!self->disposed)
    {
      xb_progress_row_end (self->progress);
      g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions),
                                                                                "import")), TRUE);
      if (report != NULL)
        xb_import_report_show (GTK_WIDGET (self), report);
      else if (xb_error_is_cancelled (error))
        xb_dialogs_toast (GTK_WIDGET (self), _("Stopped; nothing of the file was taken"));
      else
        xb_dialogs_tell (GTK_WIDGET (self), _("The file was not read"), error->message);
    }
  transfer_free (transfer);
}

/** xb_numbers_page_import: reads a table of numbers; progress and the result are shown on the page */
void
xb_numbers_page_import (XbNumbersPage *self,
                        GFile         *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *title = g_strdup_printf (_("Reading “%s”"), name);
  GAction *import = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "import");
  Transfer *transfer;

  if (path == NULL || !g_action_get_enabled (import)) /* one at a time */
    return;
  g_simple_action_set_enabled (G_SIMPLE_ACTION (import), FALSE);
  transfer = g_new0 (Transfer, 1);
  transfer->page = g_object_ref (self);
  transfer->cancellable = g_cancellable_new ();
  xb_progress_row_begin (self->progress, title, transfer->cancellable);
  xb_workspace_import_numbers_async (xb_page_get_workspace (XB_PAGE (self)), path, transfer->cancellable,
                                     import_progress_cb, transfer, imported_cb, transfer);
}

static void
import_file_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GFile) file = xb_dialogs_file_finish (result, NULL);

  if (file != NULL)
    xb_numbers_page_import (XB_NUMBERS_PAGE (source), file);
}

static void
import_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  XbNumbersPage *self = user_data;

  xb_dialogs_open_file_async (GTK_WIDGET (self), _("Read Numbers from a Table"), XB_FILES_TABLES, self->cancellable,
                              import_file_cb, NULL);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(XbNumbersPage) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean done = xb_workspace_finish (XB_WORKSPACE (source), result, &error);

  if (self->disposed)
    return;
  if (done)
    xb_dialogs_toast (GTK_WIDGET (self), _("The numbers are saved"));
  else if (!xb_error_is_cancelled (error))
    xb_dialogs_tell (GTK_WIDGET (self), _("The numbers were not saved"), error->message);
}

static void
export_file_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  XbNumbersPage *self = XB_NUMBERS_PAGE (source);
  g_autoptr(GFile) file = xb_dialogs_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    xb_workspace_export_numbers_async (xb_page_get_workspace (XB_PAGE (self)), path, self->cancellable, exported_cb,
                                       g_object_ref (self));
}

static void
export_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  XbNumbersPage *self = user_data;

  xb_dialogs_save_file_async (GTK_WIDGET (self), _("Save the Numbers as a Table"), _("numbers.csv"), self->cancellable,
                              export_file_cb, NULL);
}

/* Removing and bringing back are one verb. */
typedef struct
{
  XbNumbersPage *page; /* (owned) */
  gint64         id;
  char          *digits;
  gboolean       remove;
} Removal;

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Removal *removal = user_data;
  g_autoptr(XbNumbersPage) self = removal->page;
  g_autoptr(GError) error = NULL;
  g_autofree char *digits = removal->digits;
  g_autofree char *said = g_strdup_printf (_("%s is removed"), digits);
  gboolean done = xb_workspace_finish (XB_WORKSPACE (source), result, &error);

  if (!self->disposed && done && removal->remove)
    {
      xb_numbers_page_open (self, 0);
      xb_dialogs_toast_undo (GTK_WIDGET (self), said, "numbers.restore", g_variant_new_int64 (removal->id));
    }
  else if (!self->disposed && done)
    xb_numbers_page_open (self, removal->id);
  else if (!self->disposed && !xb_error_is_cancelled (error))
    xb_dialogs_tell (GTK_WIDGET (self), removal->remove ? _("The number was not removed")
                                                        : _("The number did not come back"), error->message);
  g_free (removal);
}

static void
set_removed (XbNumbersPage *self,
             gint64         id,
             gboolean       remove)
{
  XbWorkspace *workspace = xb_page_get_workspace (XB_PAGE (self));
  g_autoptr(XbNumber) number = xb_workspace_ref_number (workspace, id);
  Removal *removal;

  if (number == NULL)
    return;
  removal = g_new (Removal, 1);
  *removal = (Removal) { g_object_ref (self), id, xb_phone_format (xb_number_get_e164 (number)), remove };
  xb_workspace_remove_number_async (workspace, id, remove, NULL, removed_cb, removal);
}

static void
remove_action (GSimpleAction *action,
               GVariant      *id,
               gpointer       user_data)
{
  set_removed (user_data, g_variant_get_int64 (id), TRUE);
}

static void
restore_action (GSimpleAction *action,
                GVariant      *id,
                gpointer       user_data)
{
  set_removed (user_data, g_variant_get_int64 (id), FALSE);
}

/* @health: a word of XbHealth, or "" for all */
static void
show_action (GSimpleAction *action,
             GVariant      *health,
             gpointer       user_data)
{
  int value = -1;

  if (!xb_enum_from_nick (XB_TYPE_HEALTH, g_variant_get_string (health, NULL), &value))
    value = -1;
  xb_numbers_page_set_health (user_data, value);
}

static void
open_action (GSimpleAction *action,
             GVariant      *id,
             gpointer       user_data)
{
  xb_numbers_page_open (user_data, g_variant_get_int64 (id));
}

/** xb_numbers_page_init_actions: makes the group that the page gives to its window */
void
xb_numbers_page_init_actions (XbNumbersPage *self)
{
  static const GActionEntry entries[] = {
    { "add", add_action },
    { "import", import_action },
    { "export", export_action },
    { "remove", remove_action, "x" },
    { "restore", restore_action, "x" },
    { "show", show_action, "s" },
    { "open", open_action, "x" },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}
