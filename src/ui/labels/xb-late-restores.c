/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-format.h"
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
make_row (GtkWidget *row,
          gpointer   item,
          gpointer   user_data)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Put Back"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.open-label-change");
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
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", xb_record_get_id (XB_RECORD (change)));
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
