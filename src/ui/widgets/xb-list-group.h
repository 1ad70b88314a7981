/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define XB_TYPE_LIST_GROUP (xb_list_group_get_type ())
G_DECLARE_FINAL_TYPE (XbListGroup, xb_list_group, XB, LIST_GROUP, AdwPreferencesGroup)

/**
 * XbRowUpdate:
 * @row: an #AdwActionRow that shows an item of the list
 *
 * Brings the row up to date; called when it is new and whenever the item changes.
 */
typedef void (*XbRowUpdate) (GtkWidget *row,
                             gpointer   item,
                             gpointer   user_data);

GtkWidget  *xb_list_group_new       (const char   *title,
                                     const char   *description,
                                     GListModel   *items,
                                     XbRowUpdate   make,
                                     XbRowUpdate   update,
                                     gpointer      user_data);
void        xb_list_group_set_empty (XbListGroup  *self,
                                     GtkWidget    *row);
GListModel *xb_list_group_get_items (XbListGroup  *self);
guint       xb_list_group_get_n_rows (XbListGroup *self);
GtkWidget  *xb_list_group_get_row   (XbListGroup  *self,
                                     guint         position);

G_END_DECLS
