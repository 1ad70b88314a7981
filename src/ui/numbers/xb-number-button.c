/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-number-button.h"
#include "xb-number.h"
#include "xb-phone.h"
#include "xb-ui.h"

/* Unfolds the numbers of the register beside an entry that takes one: whoever does not have it in their head chooses it. */
struct _XbNumberButton
{
  AdwBin       parent_instance;

  XbWorkspace *workspace;
  GtkEditable *entry;   /* (not owned): it holds this */
  GListModel  *numbers; /* (nullable): until it first unfolds */
  GtkWidget   *popover;
  GtkWidget   *search;
  GtkWidget   *list;
};

G_DEFINE_FINAL_TYPE (XbNumberButton, xb_number_button, ADW_TYPE_BIN)

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *number = gtk_label_new (NULL);
  GtkWidget *use = gtk_label_new (NULL);

  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (use, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (use), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (use), 1);
  gtk_widget_set_hexpand (use, TRUE);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), use);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  XbNumber *number = gtk_list_item_get_item (item);
  g_autofree char *digits = xb_phone_format (xb_number_get_e164 (number));
  const char *use = xb_number_get_use (number);
  g_autofree char *name = g_strdup_printf ("%s %s", digits, use != NULL ? use : "");

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), digits);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), use != NULL ? use : "");
  xb_cell_set_name (box, name);
}

static void
chosen_cb (XbNumberButton *self,
           guint           position)
{
  g_autoptr(XbNumber) number = g_list_model_get_item (self->numbers, position);
  g_autofree char *digits = number != NULL ? xb_phone_format (xb_number_get_e164 (number)) : NULL;

  if (digits == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_editable_set_text (self->entry, digits);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
search_cb (XbNumberButton *self)
{
  if (self->numbers != NULL)
    xb_workspace_search_numbers (self->workspace, self->numbers, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* Return takes the first that is left. */
static void
first_cb (XbNumberButton *self)
{
  if (self->numbers != NULL && g_list_model_get_n_items (self->numbers) > 0)
    chosen_cb (self, 0);
}

static void
unfolded_cb (XbNumberButton *self)
{
  g_autoptr(GtkNoSelection) selection = NULL;

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  if (self->numbers != NULL)
    return;
  self->numbers = xb_workspace_list_numbers (self->workspace, NULL);
  selection = gtk_no_selection_new (g_object_ref (self->numbers));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (selection));
}

static void
xb_number_button_dispose (GObject *object)
{
  XbNumberButton *self = XB_NUMBER_BUTTON (object);

  if (self->list != NULL)
    gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  self->list = NULL;
  g_clear_object (&self->numbers);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_number_button_parent_class)->dispose (object);
}

static void
xb_number_button_class_init (XbNumberButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_number_button_dispose;
}

static GtkWidget *
make_popover (XbNumberButton *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->popover = gtk_popover_new ();
  self->search = gtk_search_entry_new ();
  self->list = gtk_list_view_new (NULL, factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search numbers"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Numbers"), -1);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_widget_set_size_request (scrolled, 280, 240);
  gtk_box_append (GTK_BOX (column), self->search);
  gtk_box_append (GTK_BOX (column), scrolled);
  gtk_popover_set_child (GTK_POPOVER (self->popover), column);
  g_signal_connect_object (self->popover, "map", G_CALLBACK (unfolded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (first_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  return self->popover;
}

static void
xb_number_button_init (XbNumberButton *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), make_popover (self));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Choose a number"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose a number"), -1);
  adw_bin_set_child (ADW_BIN (self), button);
}

/** xb_number_button_new: @entry: takes what is chosen, and holds the button */
GtkWidget *
xb_number_button_new (XbWorkspace *workspace,
                      GtkEditable *entry)
{
  XbNumberButton *self = g_object_new (XB_TYPE_NUMBER_BUTTON, NULL);

  self->workspace = g_object_ref (workspace);
  self->entry = entry;
  return GTK_WIDGET (self);
}
