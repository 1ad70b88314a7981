/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "xb-chart-lines.h"
#include "xb-chart-rows.h"
#include "xb-chart-table.h"
#include "xb-chart-words.h"

typedef enum
{
  CELL_NAME,
  CELL_VALUE,
  CELL_INTERVAL,
  CELL_N,
  CELL_SUM,
  CELL_EVENTS,
} CellKind;

typedef struct
{
  XbChartModel *model; /* lives as long as the table */
  CellKind      kind;
  guint         series;
} Column;

struct _XbChartTable
{
  GtkWidget     parent_instance;
  XbChartModel *model;
  XbChartLines *lines;
  GPtrArray    *columns; /* of Column */
  GtkWidget    *view;
  char         *shape;   /* what columns there are: they stay while it does */
};

G_DEFINE_FINAL_TYPE (XbChartTable, xb_chart_table, GTK_TYPE_WIDGET)

static char *
dup_events (XbChartModel *model,
            double        x)
{
  GString *out = g_string_new (NULL);
  double end = xb_chart_step_next (xb_chart_model_get_step (model), x);

  if (xb_chart_model_get_step (model) == XB_CHART_STEP_NONE)
    return g_string_free (g_string_append (out, xb_chart_model_get_note (model, (guint) MAX (x, 0))), FALSE);
  for (guint i = 0; i < xb_chart_model_get_n_events (model); i++)
    {
      const XbChartEvent *event = xb_chart_model_get_event (model, i);
      g_autofree char *words = NULL;

      if (event->from >= end || event->until < x)
        continue;
      words = xb_chart_dup_event (event);
      g_string_append_printf (out, "%s%s", out->len > 0 ? _("; ") : "", words);
    }
  return g_string_free (out, FALSE);
}

static char *
dup_cell (const Column *column,
          double        x)
{
  XbChartUnit unit = xb_chart_model_get_unit (column->model);
  const XbChartPoint *point;

  if (column->kind == CELL_NAME)
    return xb_chart_dup_row_name (column->model, x);
  if (column->kind == CELL_EVENTS)
    return dup_events (column->model, x);
  if (column->kind == CELL_SUM)
    return xb_chart_dup_sum (column->model, x);
  point = xb_chart_rows_get_point (column->model, column->series, x);
  if (column->kind == CELL_VALUE)
    return xb_chart_dup_value (unit, point != NULL ? point->value : NAN);
  if (point == NULL || (column->kind == CELL_N && point->n <= 0))
    return g_strdup ("");
  if (column->kind == CELL_N)
    return xb_chart_dup_value (XB_CHART_COUNT, point->n);
  {
    char *interval = xb_chart_dup_interval (unit, point->low, point->high);

    return interval != NULL ? interval : g_strdup ("");
  }
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          const Column             *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column->kind == CELL_NAME || column->kind == CELL_EVENTS ? 0 : 1);
  if (column->kind == CELL_EVENTS)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         const Column             *column)
{
  g_autofree char *words = dup_cell (column, xb_chart_line_item_get_x (gtk_list_item_get_item (item)));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), words);
}

static void
add_column (XbChartTable *self,
            CellKind      kind,
            guint         series,
            const char   *title)
{
  Column *column = g_new0 (Column, 1);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) shown = NULL;

  column->model = self->model;
  column->kind = kind;
  column->series = series;
  g_ptr_array_add (self->columns, column);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  shown = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (shown, kind == CELL_NAME || kind == CELL_EVENTS);
  gtk_column_view_column_set_resizable (shown, TRUE);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), shown);
}

static gboolean
has (const XbChartSeries *series,
     CellKind             kind)
{
  for (guint i = 0; i < series->points->len; i++)
    {
      const XbChartPoint *point = &g_array_index (series->points, XbChartPoint, i);

      if (kind == CELL_N ? point->n > 0 : isfinite (point->low))
        return TRUE;
    }
  return FALSE;
}

static const char *
name_title (XbChartModel *model)
{
  switch (xb_chart_model_get_step (model))
    {
    case XB_CHART_STEP_DAY:
      return _("Day");
    case XB_CHART_STEP_WEEK:
      return _("Week");
    case XB_CHART_STEP_MONTH:
      return _("Month");
    case XB_CHART_STEP_QUARTER:
      return _("Quarter");
    case XB_CHART_STEP_YEAR:
      return _("Year");
    case XB_CHART_STEP_NONE:
    default:
      return _("Name");
    }
}

static gboolean
has_notes (XbChartModel *model)
{
  for (guint i = 0; i < xb_chart_model_get_n_names (model); i++)
    if (*xb_chart_model_get_note (model, i) != '\0')
      return TRUE;
  return xb_chart_model_get_n_events (model) > 0;
}

static void
add_columns (XbChartTable *self)
{
  XbChartModel *model = self->model;
  guint n = xb_chart_model_get_n_series (model);

  add_column (self, CELL_NAME, 0, name_title (model));
  for (guint i = 0; i < n; i++)
    {
      const XbChartSeries *series = xb_chart_model_get_series (model, i);
      const char *name = *series->name != '\0' ? series->name : _("Value");
      const char *n_name = xb_chart_model_get_n_name (model);

      add_column (self, CELL_VALUE, i, name);
      if (has (series, CELL_INTERVAL))
        {
          g_autofree char *title = n > 1 ? g_strdup_printf ("%s · %s", name, _("interval (95 %)")) : g_strdup (_("interval (95 %)"));

          add_column (self, CELL_INTERVAL, i, title);
        }
      if (n_name != NULL && has (series, CELL_N))
        {
          g_autofree char *title = n > 1 ? g_strdup_printf ("%s · %s", name, n_name) : g_strdup (n_name);

          add_column (self, CELL_N, i, title);
        }
    }
  if (xb_chart_model_get_kind (model) == XB_CHART_STACKED && n > 1)
    add_column (self, CELL_SUM, 0, _("Total"));
  if (has_notes (model))
    add_column (self, CELL_EVENTS, 0, xb_chart_model_get_step (model) == XB_CHART_STEP_NONE ? _("Remark") : _("Events"));
}

static char *
dup_shape (XbChartModel *model)
{
  GString *out = g_string_new (has_notes (model) ? "e" : NULL);

  for (guint i = 0; i < xb_chart_model_get_n_series (model); i++)
    {
      const XbChartSeries *series = xb_chart_model_get_series (model, i);

      g_string_append_printf (out, "|%s%c%c", series->name, has (series, CELL_INTERVAL) ? 'i' : '-', has (series, CELL_N) ? 'n' : '-');
    }
  return g_string_free (out, FALSE);
}

/* Series may have come or gone: then the columns are made anew. */
static void
changed_cb (XbChartTable *self)
{
  GListModel *shown = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));
  g_autofree char *shape = dup_shape (self->model);

  if (g_strcmp0 (shape, self->shape) == 0)
    return;
  while (g_list_model_get_n_items (shown) > 0)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (shown, 0);

      gtk_column_view_remove_column (GTK_COLUMN_VIEW (self->view), column);
    }
  g_ptr_array_set_size (self->columns, 0);
  g_free (self->shape);
  self->shape = g_steal_pointer (&shape);
  add_columns (self);
}

static void
xb_chart_table_dispose (GObject *object)
{
  XbChartTable *self = XB_CHART_TABLE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (child != NULL)
    gtk_widget_unparent (child);
  self->view = NULL;
  G_OBJECT_CLASS (xb_chart_table_parent_class)->dispose (object);
}

static void
xb_chart_table_finalize (GObject *object)
{
  XbChartTable *self = XB_CHART_TABLE (object);

  g_ptr_array_unref (self->columns);
  g_clear_object (&self->lines);
  g_clear_object (&self->model);
  g_free (self->shape);
  G_OBJECT_CLASS (xb_chart_table_parent_class)->finalize (object);
}

static void
xb_chart_table_class_init (XbChartTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_chart_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_chart_table_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "chart-table");
}

static void
xb_chart_table_init (XbChartTable *self)
{
  self->columns = g_ptr_array_new_with_free_func (g_free);
}

GtkWidget *
xb_chart_table_new (XbChartModel *model)
{
  XbChartTable *self = g_object_new (XB_TYPE_CHART_TABLE, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->model = g_object_ref (model);
  self->lines = xb_chart_lines_new (model);
  self->view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->lines)))));
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (self->view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  *xb_chart_model_get_title (model) != '\0' ? xb_chart_model_get_title (model) : _("Table"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
  changed_cb (self);
  g_signal_connect_object (model, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

guint
xb_chart_table_get_n (XbChartTable *self)
{
  g_return_val_if_fail (XB_IS_CHART_TABLE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->lines));
}

/** xb_chart_table_dup_cell: Returns: (transfer full) (nullable): what stands there */
char *
xb_chart_table_dup_cell (XbChartTable *self,
                         guint         row,
                         guint         column)
{
  g_autoptr(XbChartLineItem) item = NULL;

  g_return_val_if_fail (XB_IS_CHART_TABLE (self), NULL);

  item = g_list_model_get_item (G_LIST_MODEL (self->lines), row);
  if (item == NULL || column >= self->columns->len)
    return NULL;
  return dup_cell (g_ptr_array_index (self->columns, column), xb_chart_line_item_get_x (item));
}
