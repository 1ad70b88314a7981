/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-chart-lines.h"
#include "xb-chart-rows.h"

struct _XbChartLineItem
{
  GObject parent_instance;
  double  x;
};

G_DEFINE_FINAL_TYPE (XbChartLineItem, xb_chart_line_item, G_TYPE_OBJECT)

static void
xb_chart_line_item_class_init (XbChartLineItemClass *klass)
{
}

static void
xb_chart_line_item_init (XbChartLineItem *self)
{
}

double
xb_chart_line_item_get_x (XbChartLineItem *self)
{
  g_return_val_if_fail (XB_IS_CHART_LINE_ITEM (self), 0);

  return self->x;
}

struct _XbChartLines
{
  GObject       parent_instance;
  XbChartModel *model;
  GArray       *rows;
};

static GType
get_item_type (GListModel *list)
{
  return XB_TYPE_CHART_LINE_ITEM;
}

static guint
get_n_items (GListModel *list)
{
  return XB_CHART_LINES (list)->rows->len;
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  XbChartLines *self = XB_CHART_LINES (list);
  XbChartLineItem *item;

  if (position >= self->rows->len)
    return NULL;
  item = g_object_new (XB_TYPE_CHART_LINE_ITEM, NULL);
  item->x = g_array_index (self->rows, double, position);
  return item;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (XbChartLines, xb_chart_lines, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
xb_chart_lines_finalize (GObject *object)
{
  XbChartLines *self = XB_CHART_LINES (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->rows, g_array_unref);
  G_OBJECT_CLASS (xb_chart_lines_parent_class)->finalize (object);
}

static void
xb_chart_lines_class_init (XbChartLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_chart_lines_finalize;
}

static void
xb_chart_lines_init (XbChartLines *self)
{
}

static void
changed_cb (XbChartLines *self)
{
  guint before = self->rows->len;

  g_array_unref (self->rows);
  self->rows = xb_chart_rows_new (self->model);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->rows->len);
}

XbChartLines *
xb_chart_lines_new (XbChartModel *model)
{
  XbChartLines *self = g_object_new (XB_TYPE_CHART_LINES, NULL);

  self->model = g_object_ref (model);
  self->rows = xb_chart_rows_new (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
