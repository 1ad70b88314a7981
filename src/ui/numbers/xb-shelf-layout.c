/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-shelf-layout.h"

/* Things of one width beside each other, as many as go into a row, each row in the middle. A
 * GtkFlowBox does not ask its children how high they are at the width that it gives them. */
struct _XbShelfLayout
{
  GtkLayoutManager parent_instance;
  int              cell_width;
  int              spacing;
};

G_DEFINE_FINAL_TYPE (XbShelfLayout, xb_shelf_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
count_children (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child);
  return n;
}

static int
count_columns (XbShelfLayout *self,
               int            width,
               int            n)
{
  return CLAMP ((width + self->spacing) / (self->cell_width + self->spacing), 1, MAX (n, 1));
}

static int
find_row_height (XbShelfLayout *self,
                 GtkWidget     *widget)
{
  int highest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int height;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, self->cell_width, NULL, &height, NULL, NULL);
      highest = MAX (highest, height);
    }
  return highest;
}

static GtkSizeRequestMode
xb_shelf_layout_get_request_mode (GtkLayoutManager *layout,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
xb_shelf_layout_measure (GtkLayoutManager *layout,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  XbShelfLayout *self = XB_SHELF_LAYOUT (layout);
  int n = count_children (widget), columns, rows;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = n > 0 ? self->cell_width : 0;
      *natural = n > 0 ? n * self->cell_width + (n - 1) * self->spacing : 0;
      return;
    }
  columns = for_size < 0 ? MAX (n, 1) : count_columns (self, for_size, n);
  rows = (n + columns - 1) / columns;
  *minimum = *natural = rows > 0 ? rows * find_row_height (self, widget) + (rows - 1) * self->spacing : 0;
}

static void
xb_shelf_layout_allocate (GtkLayoutManager *layout,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  XbShelfLayout *self = XB_SHELF_LAYOUT (layout);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int n = count_children (widget), columns = count_columns (self, width, n);
  const int row_height = find_row_height (self, widget);
  int i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int row = i / columns, in_row = MIN (columns, n - row * columns), column = i % columns, left;

      if (!gtk_widget_should_layout (child))
        continue;
      left = (width - in_row * self->cell_width - (in_row - 1) * self->spacing) / 2;
      if (mirrored)
        column = in_row - 1 - column;
      gtk_widget_size_allocate (child, &(GtkAllocation) { left + column * (self->cell_width + self->spacing),
                                                          row * (row_height + self->spacing),
                                                          self->cell_width, row_height }, -1);
      i++;
    }
}

static void
xb_shelf_layout_class_init (XbShelfLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = xb_shelf_layout_get_request_mode;
  layout_class->measure = xb_shelf_layout_measure;
  layout_class->allocate = xb_shelf_layout_allocate;
}

static void
xb_shelf_layout_init (XbShelfLayout *self)
{
}

/** xb_shelf_layout_new: @cell_width, @spacing: in pixels */
GtkLayoutManager *
xb_shelf_layout_new (int cell_width,
                     int spacing)
{
  XbShelfLayout *self = g_object_new (XB_TYPE_SHELF_LAYOUT, NULL);

  self->cell_width = cell_width;
  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
