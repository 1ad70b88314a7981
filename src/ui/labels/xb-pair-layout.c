/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-pair-layout.h"

/* Three parts: the second stands beside the first and the third where there is room, else between them. */
struct _XbPairLayout
{
  GtkLayoutManager parent_instance;
  int              side_width;
  int              wide;
  int              spacing;
};

G_DEFINE_FINAL_TYPE (XbPairLayout, xb_pair_layout, GTK_TYPE_LAYOUT_MANAGER)

enum { LEAD, SIDE, REST, N_PARTS };

static void
find_parts (GtkWidget *widget,
            GtkWidget *parts[N_PARTS])
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  for (int i = 0; i < N_PARTS; i++)
    {
      parts[i] = child != NULL && gtk_widget_should_layout (child) ? child : NULL;
      child = child != NULL ? gtk_widget_get_next_sibling (child) : NULL;
    }
}

static int
measure_part (GtkWidget      *part,
              GtkOrientation  orientation,
              int             for_size,
              gboolean        natural)
{
  int least = 0, most = 0;

  if (part != NULL)
    gtk_widget_measure (part, orientation, for_size, &least, &most, NULL, NULL);
  return natural ? most : least;
}

static int
measure_height (XbPairLayout *self,
                GtkWidget    *widget,
                int           width,
                gboolean      natural)
{
  const gboolean wide = width >= self->wide;
  const int column = wide ? width - self->side_width - self->spacing : width;
  GtkWidget *parts[N_PARTS];
  int heights[N_PARTS], left;

  find_parts (widget, parts);
  for (int i = 0; i < N_PARTS; i++)
    heights[i] = measure_part (parts[i], GTK_ORIENTATION_VERTICAL, wide && i == SIDE ? self->side_width : column,
                               natural);
  left = heights[LEAD] + self->spacing + heights[REST];
  return wide ? MAX (left, heights[SIDE]) : left + heights[SIDE] + self->spacing;
}

static GtkSizeRequestMode
xb_pair_layout_get_request_mode (GtkLayoutManager *layout,
                                 GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
xb_pair_layout_measure (GtkLayoutManager *layout,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  XbPairLayout *self = XB_PAIR_LAYOUT (layout);
  GtkWidget *parts[N_PARTS];

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      find_parts (widget, parts);
      *minimum = *natural = 0;
      for (int i = 0; i < N_PARTS; i++)
        {
          *minimum = MAX (*minimum, measure_part (parts[i], orientation, -1, FALSE));
          *natural = MAX (*natural, measure_part (parts[i], orientation, -1, TRUE));
        }
      *natural = MAX (*natural + self->side_width + self->spacing, self->wide);
      return;
    }
  *minimum = measure_height (self, widget, for_size >= 0 ? for_size : self->wide, FALSE);
  *natural = MAX (*minimum, measure_height (self, widget, for_size >= 0 ? for_size : self->wide, TRUE));
}

static void
xb_pair_layout_allocate (GtkLayoutManager *layout,
                         GtkWidget        *widget,
                         int               width,
                         int               height,
                         int               baseline)
{
  XbPairLayout *self = XB_PAIR_LAYOUT (layout);
  const gboolean wide = width >= self->wide, mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int column = wide ? width - self->side_width - self->spacing : width;
  const int column_x = wide && mirrored ? self->side_width + self->spacing : 0;
  GtkWidget *parts[N_PARTS];
  int y = 0;

  find_parts (widget, parts);
  for (int i = 0; i < N_PARTS; i++)
    {
      gboolean beside = wide && i == SIDE;
      int part_width = beside ? self->side_width : column, part_height;

      if (parts[i] == NULL)
        continue;
      part_height = measure_part (parts[i], GTK_ORIENTATION_VERTICAL, part_width, TRUE);
      if (beside)
        {
          gtk_widget_size_allocate (parts[i], &(GtkAllocation) { mirrored ? 0 : column + self->spacing, 0, part_width,
                                                                 part_height }, -1);
          continue;
        }
      gtk_widget_size_allocate (parts[i], &(GtkAllocation) { column_x, y, part_width, part_height }, -1);
      y += part_height + self->spacing;
    }
}

static void
xb_pair_layout_class_init (XbPairLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = xb_pair_layout_get_request_mode;
  layout_class->measure = xb_pair_layout_measure;
  layout_class->allocate = xb_pair_layout_allocate;
}

static void
xb_pair_layout_init (XbPairLayout *self)
{
}

/** xb_pair_layout_new: @side_width: of the second part; @wide: from which width on it stands beside the others */
GtkLayoutManager *
xb_pair_layout_new (int side_width,
                    int wide,
                    int spacing)
{
  XbPairLayout *self = g_object_new (XB_TYPE_PAIR_LAYOUT, NULL);

  self->side_width = side_width;
  self->wide = wide;
  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
