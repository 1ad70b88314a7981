/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-empty-page.h"
#include "xb-lifecycle.h"
#include "xb-matrix-view.h"
#include "xb-phone.h"
#include "xb-sight-cell.h"
#include "xb-ui.h"

/* 谁看见什么: a number on a platform each row, a brand of phone each column. The rows are read a page at a time and the
 * cells reused, so that a thousand numbers scroll as ten do. */
struct _XbMatrixView
{
  AdwBin       parent_instance;

  XbWorkspace *workspace;
  GListModel  *rows;
  char        *today;
  guint        handsets;

  GtkWidget   *stack;
  GtkWidget   *table;
};

G_DEFINE_FINAL_TYPE (XbMatrixView, xb_matrix_view, ADW_TYPE_BIN)

enum
{
  COLUMN_NUMBER,
  COLUMN_PLATFORM,
  COLUMN_EXPECTED,
  N_TEXT_COLUMNS,
};

static char *
dup_cell (XbMatrixView *self,
          XbMatrixRow  *row,
          guint         column)
{
  const char *key = xb_matrix_row_get_platform (row);
  const char *label = xb_matrix_row_get_label (row);
  XbPlatform *platform = NULL;

  if (column == COLUMN_NUMBER)
    return xb_matrix_row_get_e164 (row) != NULL ? xb_phone_format (xb_matrix_row_get_e164 (row)) : g_strdup ("");
  if (column == COLUMN_PLATFORM)
    {
      platform = key != NULL ? xb_catalogue_lookup (xb_workspace_get_catalogue (self->workspace), key) : NULL;
      return g_strdup (platform != NULL ? xb_platform_get_name (platform) : key);
    }
  return label != NULL && *label != '\0' ? g_strdup_printf ("%s · %s", xb_matrix_row_get_name (row), label)
                                         : g_strdup (xb_matrix_row_get_name (row));
}

static guint
column_of (GtkListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "xb-column"));
}

static void
setup_text_cb (GtkListItemFactory *factory,
               GtkListItem        *item,
               XbMatrixView       *self)
{
  GtkWidget *label = gtk_inscription_new (NULL); /* never asks for more room than the column has */

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (label), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  if (column_of (factory) == COLUMN_NUMBER)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

/* The keyboard stands on the row around the cells, which has no name of its own: it says all of them. */
static void
name_row (XbMatrixView *self,
          GtkWidget    *child,
          XbMatrixRow  *row)
{
  GtkWidget *cell = gtk_widget_get_parent (child);
  GtkWidget *line = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *number = dup_cell (self, row, COLUMN_NUMBER);
  g_autofree char *platform = dup_cell (self, row, COLUMN_PLATFORM);
  g_autoptr(GString) name = g_string_new (number);

  g_string_append_printf (name, "%s%s", _(", "), platform);
  for (XbHandset handset = XB_HANDSET_HUAWEI; handset <= XB_HANDSET_OTHER; handset++)
    {
      XbMatrixSight sight;

      if ((self->handsets & 1u << handset) == 0)
        continue;
      xb_matrix_row_get_sight (row, handset, self->today, &sight);
      g_string_append_printf (name, "%s%s %s", _(", "), xb_handset_get_title (handset), xb_sight_get_title (sight.state));
    }
  if (line != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

static void
bind_text_cb (GtkListItemFactory *factory,
              GtkListItem        *item,
              XbMatrixView       *self)
{
  g_autofree char *text = dup_cell (self, gtk_list_item_get_item (item), column_of (factory));

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)), text);
  if (column_of (factory) == COLUMN_NUMBER)
    name_row (self, gtk_list_item_get_child (item), gtk_list_item_get_item (item));
}

static void
setup_sight_cb (GtkListItemFactory *factory,
                GtkListItem        *item,
                XbMatrixView       *self)
{
  gtk_list_item_set_child (item, xb_sight_cell_new (column_of (factory)));
}

static void
bind_sight_cb (GtkListItemFactory *factory,
               GtkListItem        *item,
               XbMatrixView       *self)
{
  xb_sight_cell_set_row (XB_SIGHT_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item), self->today);
}

static void
unbind_sight_cb (GtkListItemFactory *factory,
                 GtkListItem        *item,
                 XbMatrixView       *self)
{
  if (gtk_list_item_get_child (item) != NULL)
    xb_sight_cell_set_row (XB_SIGHT_CELL (gtk_list_item_get_child (item)), NULL, NULL);
}

static void
add_column (XbMatrixView *self,
            const char   *title,
            guint         column,
            gboolean      sight)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) made = NULL;

  g_object_set_data (G_OBJECT (factory), "xb-column", GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (sight ? (GCallback) setup_sight_cb : (GCallback) setup_text_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (sight ? (GCallback) bind_sight_cb : (GCallback) bind_text_cb), self, 0);
  if (sight)
    g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_sight_cb), self, 0);
  made = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (made, TRUE);
  /* as wide whatever is in sight: a column that grows while one scrolls is laid out again each time */
  gtk_column_view_column_set_fixed_width (made, sight ? 138 : column == COLUMN_EXPECTED ? 210 : 132);
  gtk_column_view_column_set_expand (made, !sight && column == COLUMN_EXPECTED);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->table), made);
}

static void
show_columns (XbMatrixView *self)
{
  guint handsets = xb_workspace_get_checked_handsets (self->workspace);
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->table));

  if (handsets == self->handsets)
    return;
  self->handsets = handsets;
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (GTK_COLUMN_VIEW (self->table), column);
    }
  add_column (self, _("Number"), COLUMN_NUMBER, FALSE);
  for (XbHandset handset = XB_HANDSET_HUAWEI; handset <= XB_HANDSET_OTHER; handset++)
    if ((handsets & 1u << handset) != 0)
      add_column (self, xb_handset_get_title (handset), handset, TRUE);
  add_column (self, _("Platform"), COLUMN_PLATFORM, FALSE);
  add_column (self, _("Expected"), COLUMN_EXPECTED, FALSE);
}

static void
count_cb (XbMatrixView *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), g_list_model_get_n_items (self->rows) > 0 ? "table" : "empty");
}

static void
xb_matrix_view_dispose (GObject *object)
{
  XbMatrixView *self = XB_MATRIX_VIEW (object);

  if (self->table != NULL)
    gtk_column_view_set_model (GTK_COLUMN_VIEW (self->table), NULL);
  self->table = NULL;
  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_data (self->rows, self);
  g_clear_object (&self->rows);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->today, g_free);
  G_OBJECT_CLASS (xb_matrix_view_parent_class)->dispose (object);
}

static void
xb_matrix_view_class_init (XbMatrixViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_matrix_view_dispose;
}

static void
xb_matrix_view_init (XbMatrixView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *empty = xb_empty_page_new ("xb-inspections-symbolic", _("No Number Shows a Name Yet"),
                                        _("Once a platform shows a number by name, it stands here what each phone was seen "
                                          "to show."));

  self->table = gtk_column_view_new (NULL);
  self->stack = gtk_stack_new ();
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (self->table), TRUE);
  gtk_widget_add_css_class (self->table, "matrix");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Who sees what"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->table)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Who sees what"), -1); /* the row of the headings */
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->table);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (xb_empty_page_add_button (XB_EMPTY_PAGE (empty),
                                                                                     _("_Certify a Number"), NULL)),
                                           "app.new-certification(int64 0)");
  gtk_stack_add_named (GTK_STACK (self->stack), scrolled, "table");
  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");
  adw_bin_set_child (ADW_BIN (self), self->stack);
}

GtkWidget *
xb_matrix_view_new (XbWorkspace *workspace)
{
  XbMatrixView *self = g_object_new (XB_TYPE_MATRIX_VIEW, NULL);
  g_autoptr(GtkNoSelection) selection = NULL;

  self->workspace = g_object_ref (workspace);
  self->today = xb_clock_dup_today (xb_workspace_get_clock (workspace));
  self->rows = xb_workspace_list_matrix (workspace);
  show_columns (self);
  selection = gtk_no_selection_new (g_object_ref (self->rows));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->table), GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (count_cb), self, G_CONNECT_SWAPPED);
  count_cb (self);
  return GTK_WIDGET (self);
}

/** xb_matrix_view_refresh: another day, or other brands are checked */
void
xb_matrix_view_refresh (XbMatrixView *self)
{
  g_return_if_fail (XB_IS_MATRIX_VIEW (self));

  g_free (self->today);
  self->today = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));
  show_columns (self);
}

GListModel *
xb_matrix_view_get_rows (XbMatrixView *self)
{
  g_return_val_if_fail (XB_IS_MATRIX_VIEW (self), NULL);

  return self->rows;
}

GtkWidget *
xb_matrix_view_get_table (XbMatrixView *self)
{
  g_return_val_if_fail (XB_IS_MATRIX_VIEW (self), NULL);

  return self->table;
}
