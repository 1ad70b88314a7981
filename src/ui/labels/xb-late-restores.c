/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-format.h"
#include "xb-hand-in-form.h"
#include "xb-late-restores.h"
#include "xb-list-group.h"
#include "xb-phone.h"
#include "xb-state-mark.h"
#include "xb-ui.h"
#include "xb-workspace-label-board.h"

/* Labels whose last day is over and that callees still see, each with the way back one click away. Out of the way
 * when there is none. */
struct _XbLateRestores
{
  AdwBin       parent_instance;

  XbWorkspace *workspace;
  GListModel  *items;
};

G_DEFINE_FINAL_TYPE (XbLateRestores, xb_late_restores, ADW_TYPE_BIN)

static const char *
platform_name (XbLateRestores *self,
               XbLabelChange  *change)
{
  const char *key = xb_label_change_get_platform (change);
  XbPlatform *platform = key != NULL ? xb_catalogue_lookup (xb_workspace_get_catalogue (self->workspace), key) : NULL;

  return platform != NULL ? xb_platform_get_name (platform) : key;
}

static void
filed_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbLateRestores) self = user_data;
  g_autoptr(GError) error = NULL;

  if (xb_workspace_finish (XB_WORKSPACE (source), result, &error))
    xb_dialogs_toast (GTK_WIDGET (self), _("It is on its way to the platform"));
  else
    xb_dialogs_tell (GTK_WIDGET (self), _("The label was not put back"), error->message);
}

/* Where the owner goes to the portal, the form says what to enter there; else it goes out by itself. */
static void
clicked_cb (GtkWidget      *button,
            XbLateRestores *self)
{
  XbLabelChange *change = g_object_get_data (G_OBJECT (button), "xb-change");
  XbPlatform *platform = xb_catalogue_lookup (xb_workspace_get_catalogue (self->workspace),
                                              xb_label_change_get_platform (change));
  gint64 id = xb_record_get_id (XB_RECORD (change));

  if (platform != NULL && g_strcmp0 (xb_platform_get_client (platform), "manual") != 0)
    xb_workspace_file_label_change_async (self->workspace, &id, 1, 0, NULL, NULL, filed_cb, g_object_ref (self));
  else
    {
      g_autoptr(GPtrArray) changes = g_ptr_array_new_with_free_func (g_object_unref);

      g_ptr_array_add (changes, g_object_ref (change));
      gtk_window_present (xb_hand_in_form_new (GTK_WIDGET (self), self->workspace, changes));
    }
}

static void
make_row (GtkWidget *row,
          gpointer   item,
          gpointer   user_data)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Put Back"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), user_data, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), xb_state_mark_new (XB_MARK_BANG, 16));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (row), "xb-button", button);
}

static void
update_row (GtkWidget *row,
            gpointer   item,
            gpointer   user_data)
{
  XbLateRestores *self = user_data;
  XbLabelChange *change = item;
  GtkWidget *button = g_object_get_data (G_OBJECT (row), "xb-button");
  const char *e164 = xb_label_change_get_e164 (change), *text = xb_label_change_get_text (change);
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));
  g_autofree char *since = xb_format_day (xb_label_change_get_show_on (change), today);
  g_autofree char *digits = e164 != NULL ? xb_phone_format (e164) : g_strdup ("");
  g_autofree char *title = g_strdup_printf (_("“%1$s” still shows on %2$s"), xb_label_change_get_was (change), digits);
  g_autofree char *back = text != NULL && *text != '\0' ? g_strdup_printf (_("back to “%s”"), text)
                                                        : g_strdup (_("nothing follows it"));
  g_autofree char *subtitle =
    xb_label_change_get_state (change) == XB_CHANGE_STATE_FILED
      ? g_strdup_printf (_("%1$s · since %2$s %3$s · handed in"), platform_name (self, change), since, back)
      : g_strdup_printf (_("%1$s · since %2$s %3$s"), platform_name (self, change), since, back);
  g_autofree char *name = g_strdup_printf (_("Put back what %s showed"), digits);

  xb_row_set_title (row, title);
  xb_row_set_subtitle (row, subtitle);
  g_object_set_data_full (G_OBJECT (button), "xb-change", g_object_ref (change), g_object_unref);
  gtk_widget_set_visible (button, xb_label_change_get_state (change) != XB_CHANGE_STATE_FILED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
count_cb (XbLateRestores *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (self->items) > 0);
}

static void
xb_late_restores_dispose (GObject *object)
{
  XbLateRestores *self = XB_LATE_RESTORES (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->items);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_late_restores_parent_class)->dispose (object);
}

static void
xb_late_restores_class_init (XbLateRestoresClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_late_restores_dispose;
}

static void
xb_late_restores_init (XbLateRestores *self)
{
}

GtkWidget *
xb_late_restores_new (XbWorkspace *workspace)
{
  XbLateRestores *self = g_object_new (XB_TYPE_LATE_RESTORES, NULL);
  g_autoptr(GListModel) first = NULL;

  self->workspace = g_object_ref (workspace);
  self->items = xb_workspace_list_late_restores (workspace);
  /* the most urgent three, so that the numbers below stay in sight */
  first = G_LIST_MODEL (gtk_slice_list_model_new (g_object_ref (self->items), 0, 3));
  adw_bin_set_child (ADW_BIN (self), xb_list_group_new (_("Over, and Still Shown"), NULL, first, make_row, update_row,
                                                        self));
  g_signal_connect_object (self->items, "items-changed", G_CALLBACK (count_cb), self, G_CONNECT_SWAPPED);
  count_cb (self);
  return GTK_WIDGET (self);
}

/** xb_late_restores_get_items: Returns: (transfer none): the edits (#XbLabelChange) */
GListModel *
xb_late_restores_get_items (XbLateRestores *self)
{
  g_return_val_if_fail (XB_IS_LATE_RESTORES (self), NULL);

  return self->items;
}
