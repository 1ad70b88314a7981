/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-table-window.h"

struct _XbTableWindow
{
  AdwWindow   parent_instance;
  GListModel *items;
  GtkWidget  *view;
};

G_DEFINE_FINAL_TYPE (XbTableWindow, xb_table_window, ADW_TYPE_WINDOW)

static void
xb_table_window_dispose (GObject *object)
{
  g_clear_object (&XB_TABLE_WINDOW (object)->items);
  G_OBJECT_CLASS (xb_table_window_parent_class)->dispose (object);
}

static void
xb_table_window_class_init (XbTableWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_table_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
xb_table_window_init (XbTableWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), 780, 560);
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
}

/**
 * xb_table_window_new:
 * @parent: a widget of the window that it belongs to
 * @note: (nullable): what has to be known of it, above the table
 * @items: (transfer full): one a row
 */
XbTableWindow *
xb_table_window_new (GtkWidget  *parent,
                     const char *title,
                     const char *note,
                     GListModel *items)
{
  XbTableWindow *self = g_object_new (XB_TYPE_TABLE_WINDOW, "title", title, NULL);
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scrolled = gtk_scrolled_window_new ();
  GtkSelectionModel *rows = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (items)));

  self->items = items;
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  self->view = gtk_column_view_new (rows);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (self->view), TRUE);
  gtk_widget_add_css_class (self->view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (column), adw_header_bar_new ());
  if (note != NULL)
    {
      GtkWidget *label = gtk_label_new (note);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "table-note");
      gtk_box_append (GTK_BOX (column), label);
    }
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  gtk_box_append (GTK_BOX (column), scrolled);
  adw_window_set_content (ADW_WINDOW (self), column);
  return self;
}

/** xb_table_window_get_view: Returns: (transfer none): to add its columns to */
GtkColumnView *
xb_table_window_get_view (XbTableWindow *self)
{
  g_return_val_if_fail (XB_IS_TABLE_WINDOW (self), NULL);

  return GTK_COLUMN_VIEW (self->view);
}

GListModel *
xb_table_window_get_items (XbTableWindow *self)
{
  g_return_val_if_fail (XB_IS_TABLE_WINDOW (self), NULL);

  return self->items;
}
