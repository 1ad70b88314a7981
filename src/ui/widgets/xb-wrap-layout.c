/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-wrap-layout.h"

/* Things of different width, one after the other like words, in as many lines as they need. */
struct _XbWrapLayout
{
  GtkLayoutManager parent_instance;
  int              spacing;
};

G_DEFINE_FINAL_TYPE (XbWrapLayout, xb_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
measure_child (GtkWidget *child,
               int        width,
               int       *child_width,
               int       *child_height)
{
  int least, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  *child_width = width >= 0 ? CLAMP (width, least, MAX (natural, least)) : natural;
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, *child_width, NULL, child_height, NULL, NULL);
}

/* Lays the children out into @width; @allocate: else their height is only added up. */
static int
lay_out (XbWrapLayout *self,
         GtkWidget    *widget,
         int           width,
         gboolean      allocate)
{
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_width, child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      measure_child (child, width, &child_width, &child_height);
      if (x > 0 && x + child_width > width)
        {
          x = 0;
          y += line + self->spacing;
          line = 0;
        }
      if (allocate)
        gtk_widget_size_allocate (child, &(GtkAllocation) { mirrored ? width - x - child_width : x, y, child_width,
                                                            child_height }, -1);
      x += child_width + self->spacing;
      line = MAX (line, child_height);
    }
  return y + line;
}

static GtkSizeRequestMode
xb_wrap_layout_get_request_mode (GtkLayoutManager *layout,
                                 GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
xb_wrap_layout_measure (GtkLayoutManager *layout,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  XbWrapLayout *self = XB_WRAP_LAYOUT (layout);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = lay_out (self, widget, for_size >= 0 ? for_size : G_MAXINT / 2, FALSE);
      return;
    }
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, most;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &least, &most, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += most + (*natural > 0 ? self->spacing : 0);
    }
}

static void
xb_wrap_layout_allocate (GtkLayoutManager *layout,
                         GtkWidget        *widget,
                         int               width,
                         int               height,
                         int               baseline)
{
  lay_out (XB_WRAP_LAYOUT (layout), widget, width, TRUE);
}

static void
xb_wrap_layout_class_init (XbWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = xb_wrap_layout_get_request_mode;
  layout_class->measure = xb_wrap_layout_measure;
  layout_class->allocate = xb_wrap_layout_allocate;
}

static void
xb_wrap_layout_init (XbWrapLayout *self)
{
}

/** xb_wrap_layout_new: @spacing: in pixels, between things and between lines */
GtkLayoutManager *
xb_wrap_layout_new (int spacing)
{
  XbWrapLayout *self = g_object_new (XB_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
