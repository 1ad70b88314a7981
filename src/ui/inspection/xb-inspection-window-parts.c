/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-inspection-window-private.h"
#include "xb-item-row.h"

/* What the window of an inspection is made of. */

static gboolean
heads_section (XbInspectionWindow *self,
               guint               position,
               XbInspectionItem   *item)
{
  g_autoptr(XbInspectionItem) before = position > 0 ? g_list_model_get_item (self->items, position - 1) : NULL;

  return before == NULL || xb_inspection_item_get_section (before) != xb_inspection_item_get_section (item);
}

static void
setup_cb (XbInspectionWindow *self,
          GtkListItem        *item)
{
  gtk_list_item_set_child (item, xb_item_row_new (self->workspace));
}

static void
bind_cb (XbInspectionWindow *self,
         GtkListItem        *item)
{
  XbInspectionItem *record = gtk_list_item_get_item (item);

  xb_item_row_set_item (XB_ITEM_ROW (gtk_list_item_get_child (item)), record,
                        heads_section (self, gtk_list_item_get_position (item), record));
}

static void
unbind_cb (XbInspectionWindow *self,
           GtkListItem        *item)
{
  if (gtk_list_item_get_child (item) != NULL)
    xb_item_row_set_item (XB_ITEM_ROW (gtk_list_item_get_child (item)), NULL, FALSE);
}

/** xb_inspection_window_make_factory: Returns: (transfer full): the rows of the list beside */
GtkListItemFactory *
xb_inspection_window_make_factory (XbInspectionWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  return factory;
}

static void
add_button (GtkWidget  *bar,
            const char *label,
            const char *key,
            const char *action,
            const char *tooltip,
            const char *css_class)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *cap = gtk_label_new (key);

  gtk_widget_add_css_class (cap, "key");
  gtk_widget_set_halign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), gtk_label_new (label));
  gtk_box_append (GTK_BOX (words), cap);
  gtk_button_set_child (GTK_BUTTON (button), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_hexpand (button, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  gtk_box_append (GTK_BOX (bar), button);
}

/** xb_inspection_window_make_bar: the three results */
GtkWidget *
xb_inspection_window_make_bar (void)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (bar, "wizard-bar");
  add_button (bar, _("Pass"), "P", "inspection.pass", _("It is as expected (P)"), "suggested-action");
  add_button (bar, _("Fail"), "F", "inspection.fail", _("It is not (F)"), NULL);
  add_button (bar, _("Skip"), "S", "inspection.skip", _("It cannot be looked at now (S)"), NULL);
  return bar;
}

/** xb_inspection_window_make_header: the title with the progress, the way back, and what is needed less often */
GtkWidget *
xb_inspection_window_make_header (XbInspectionWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr(GMenu) menu = g_menu_new ();

  self->title = adw_window_title_new (_("Inspection"), NULL);
  self->back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), "inspection.back");
  gtk_widget_set_tooltip_text (self->back, _("All items"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back), GTK_ACCESSIBLE_PROPERTY_LABEL, _("All items"), -1);
  g_menu_append (menu, _("Save the _Report…"), "inspection.report");
  g_menu_append (menu, _("_Sign…"), "inspection.sign");
  g_menu_append (menu, _("_Discard…"), "inspection.discard");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "open-menu-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More"), -1);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->title);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->back);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), button);
  return header;
}
