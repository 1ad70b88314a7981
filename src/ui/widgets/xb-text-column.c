/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-text-column.h"

/* A column of a table that says something of each item, in words or in figures. */

typedef struct
{
  XbTextFunc func;
  gpointer   user_data;
  gboolean   figures;
} Column;

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          Column                   *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column->figures ? 1 : 0);
  if (column->figures)
    gtk_widget_add_css_class (label, "numeric");
  else
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         Column                   *column)
{
  g_autofree char *text = column->func (gtk_list_item_get_item (item), column->user_data);
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (label, column->figures ? NULL : text);
}

/** xb_text_column_add: @figures: stands at the right, each digit as wide as another; @user_data: lives as long as @view */
GtkColumnViewColumn *
xb_text_column_add (GtkColumnView *view,
                    const char    *title,
                    gboolean       figures,
                    XbTextFunc     func,
                    gpointer       user_data)
{
  Column *column = g_new0 (Column, 1);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) shown = NULL;

  *column = (Column) { func, user_data, figures };
  g_object_set_data_full (G_OBJECT (factory), "xb-column", column, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  shown = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (shown, TRUE);
  gtk_column_view_append_column (view, shown);
  return shown;
}
