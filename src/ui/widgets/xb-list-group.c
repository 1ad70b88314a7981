/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-list-group.h"
#include "xb-rows.h"

#define FIRST_ROWS 60
#define MORE_ROWS 200

/* A titled boxed list over live items. Long lists show their beginning and more when asked; an empty
 * one shows a row that invites, or nothing. */
struct _XbListGroup
{
  AdwPreferencesGroup  parent_instance;

  GListModel          *items;
  GtkSliceListModel   *shown;
  XbRowUpdate          make;
  XbRowUpdate          update;
  gpointer             user_data; /* outlives the group */
  GtkWidget           *list;
  GtkWidget           *invitation; /* (nullable) */
  GtkWidget           *more;
};

G_DEFINE_FINAL_TYPE (XbListGroup, xb_list_group, ADW_TYPE_PREFERENCES_GROUP)

static void
update_row_cb (GtkWidget *row)
{
  XbListGroup *self = XB_LIST_GROUP (gtk_widget_get_ancestor (row, XB_TYPE_LIST_GROUP));

  if (self != NULL)
    self->update (row, g_object_get_data (G_OBJECT (row), "xb-item"), self->user_data);
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  XbListGroup *self = user_data;
  GtkWidget *row = adw_action_row_new ();

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  g_object_set_data_full (G_OBJECT (row), "xb-item", g_object_ref (item), g_object_unref);
  if (self->make != NULL)
    self->make (row, item, self->user_data);
  self->update (row, item, self->user_data);
  g_signal_connect_object (item, "notify", G_CALLBACK (update_row_cb), row, G_CONNECT_SWAPPED);
  return row;
}

static void
count_cb (XbListGroup *self)
{
  guint n = g_list_model_get_n_items (self->items);

  gtk_widget_set_visible (self->list, n > 0);
  gtk_widget_set_visible (self->more, n > gtk_slice_list_model_get_size (self->shown));
  if (self->invitation != NULL)
    gtk_widget_set_visible (self->invitation, n == 0);
}

static void
more_cb (XbListGroup *self)
{
  gtk_slice_list_model_set_size (self->shown, gtk_slice_list_model_get_size (self->shown) + MORE_ROWS);
  count_cb (self);
}

static void
xb_list_group_dispose (GObject *object)
{
  XbListGroup *self = XB_LIST_GROUP (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (GTK_LIST_BOX (self->list), NULL, NULL, NULL, NULL);
  self->list = NULL;
  if (self->items != NULL)
    g_signal_handlers_disconnect_by_func (self->items, count_cb, self);
  g_clear_object (&self->shown);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (xb_list_group_parent_class)->dispose (object);
}

static void
xb_list_group_class_init (XbListGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_list_group_dispose;
}

static void
xb_list_group_init (XbListGroup *self)
{
}

/**
 * xb_list_group_new:
 * @description: (nullable)
 * @make: (nullable): adds to a new row what it keeps for good
 * @update: sets what changes
 * @user_data: borrowed; it must outlive the group
 */
GtkWidget *
xb_list_group_new (const char  *title,
                   const char  *description,
                   GListModel  *items,
                   XbRowUpdate  make,
                   XbRowUpdate  update,
                   gpointer     user_data)
{
  XbListGroup *self = g_object_new (XB_TYPE_LIST_GROUP, "title", title, "description", description, NULL);

  self->items = g_object_ref (items);
  self->shown = gtk_slice_list_model_new (g_object_ref (items), 0, FIRST_ROWS);
  self->make = make;
  self->update = update;
  self->user_data = user_data;
  self->list = xb_boxed_list_new (title);
  self->more = gtk_button_new_with_mnemonic (_("Show _More"));
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (self->more, 6);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->list);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->more);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (items, "items-changed", G_CALLBACK (count_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (self->shown), make_row, self, NULL);
  count_cb (self);
  return GTK_WIDGET (self);
}

/** xb_list_group_set_empty: @row: shown in place of an empty list */
void
xb_list_group_set_empty (XbListGroup *self,
                         GtkWidget   *row)
{
  g_return_if_fail (XB_IS_LIST_GROUP (self));
  g_return_if_fail (self->invitation == NULL);

  self->invitation = xb_boxed_list_new (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (self)));
  gtk_list_box_append (GTK_LIST_BOX (self->invitation), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->invitation);
  count_cb (self);
}

GListModel *
xb_list_group_get_items (XbListGroup *self)
{
  g_return_val_if_fail (XB_IS_LIST_GROUP (self), NULL);

  return self->items;
}

/** xb_list_group_get_n_rows: Returns: how many rows are there now; the rest comes with Show More */
guint
xb_list_group_get_n_rows (XbListGroup *self)
{
  g_return_val_if_fail (XB_IS_LIST_GROUP (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->shown));
}

/** xb_list_group_get_row: Returns: (transfer none) (nullable) */
GtkWidget *
xb_list_group_get_row (XbListGroup *self,
                       guint        position)
{
  g_return_val_if_fail (XB_IS_LIST_GROUP (self), NULL);

  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), position));
}
