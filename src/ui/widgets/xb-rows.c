/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-rows.h"

/** xb_boxed_list_new: @name: what a screen reader calls the list */
GtkWidget *
xb_boxed_list_new (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return list;
}

/**
 * xb_row_add_icon_button:
 * @row: an #AdwActionRow
 * @name: what it does, and to what
 *
 * Returns: (transfer none): the button at the end of the row
 */
GtkWidget *
xb_row_add_icon_button (GtkWidget  *row,
                        const char *icon_name,
                        const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}
