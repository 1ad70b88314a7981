/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-inspection-window-private.h"
#include "xb-item-row.h"

/* The list beside: which item is in front, and where the keyboard is. */

/* The row of the item in front, where it is in sight. */
static GtkWidget *
find_row (XbInspectionWindow *self)
{
  XbInspectionItem *item = gtk_single_selection_get_selected_item (self->selection);

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *child = gtk_widget_get_first_child (row);

      if (item != NULL && XB_IS_ITEM_ROW (child) && xb_item_row_get_item (XB_ITEM_ROW (child)) == item)
        return row;
    }
  return NULL;
}

/** xb_inspection_window_focus_list: out of the entries: letters are results again. A narrow window shows no list. */
void
xb_inspection_window_focus_list (XbInspectionWindow *self)
{
  GtkWidget *row = find_row (self);

  if (!gtk_widget_get_mapped (self->list))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  else
    gtk_widget_grab_focus (row != NULL ? row : self->list);
}

/** xb_inspection_window_select: @position: in the list as it is filtered */
void
xb_inspection_window_select (XbInspectionWindow *self,
                             guint               position)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  g_return_if_fail (XB_IS_INSPECTION_WINDOW (self));

  if (position >= g_list_model_get_n_items (self->items))
    return;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
  if (focus != NULL && gtk_widget_is_ancestor (focus, self->list))
    xb_inspection_window_focus_list (self); /* the list leaves the keyboard on the row before */
}

/** xb_inspection_window_get_selected: Returns: the position in the list */
guint
xb_inspection_window_get_selected (XbInspectionWindow *self)
{
  g_return_val_if_fail (XB_IS_INSPECTION_WINDOW (self), 0);

  return gtk_single_selection_get_selected (self->selection);
}

/** xb_inspection_window_move: to the item behind or before */
void
xb_inspection_window_move (XbInspectionWindow *self,
                           int                 by)
{
  guint selected = xb_inspection_window_get_selected (self);

  if (selected != GTK_INVALID_LIST_POSITION && (by > 0 || selected > 0))
    xb_inspection_window_select (self, selected + by);
}

/** xb_inspection_window_find_open: Returns: whether one is open, from @from on and then from the top: @position */
gboolean
xb_inspection_window_find_open (XbInspectionWindow *self,
                                guint               from,
                                guint              *position)
{
  guint n = g_list_model_get_n_items (self->items);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(XbInspectionItem) item = g_list_model_get_item (self->items, (from + i) % n);

      *position = (from + i) % n;
      if (item != NULL && xb_inspection_item_get_result (item) == XB_INSPECTION_RESULT_OPEN)
        return TRUE;
    }
  return FALSE;
}

/** xb_inspection_window_select_next_open: where only some are listed, one that is done may leave: then the next is in front */
void
xb_inspection_window_select_next_open (XbInspectionWindow *self)
{
  guint next;

  if (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->filter)) == XB_INSPECTION_FILTER_ALL &&
      xb_inspection_window_find_open (self, xb_inspection_window_get_selected (self) + 1, &next))
    xb_inspection_window_select (self, next);
}

/** xb_inspection_window_go_on: what was written is done: to the next item that is open, and letters are results again */
void
xb_inspection_window_go_on (XbInspectionWindow *self)
{
  xb_inspection_window_focus_list (self);
  xb_inspection_window_select_next_open (self);
}
