/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-format.h"
#include "xb-money.h"
#include "xb-phone.h"
#include "xb-report-rows.h"

/* The first rows of a report as they would be stored: a table that is as wide as the report has figures. */

enum
{
  COLUMN_LINE,
  COLUMN_NUMBER,
  COLUMN_PERIOD,
  COLUMN_REMARK,
  COLUMN_FIGURES, /* and the six others */
};

#define HEADING_HEIGHT 44 /* and a bar to scroll with below */
#define ROW_HEIGHT     34
#define ROWS_IN_SIGHT  7

struct _XbReportRows
{
  AdwBin         parent_instance;

  XbReportDraft *draft;
  GtkStringList *lines;   /* the position of each row in the preview */
  GArray        *columns; /* (element-type guint): that are there */

  GtkWidget     *scrolled;
  GtkWidget     *view;
};

G_DEFINE_FINAL_TYPE (XbReportRows, xb_report_rows, ADW_TYPE_BIN)

static const XbMetricsPreviewRow *
get_row (XbReportRows *self,
         guint         position)
{
  XbMetricsPreview *preview = xb_report_draft_get_preview (self->draft);

  return preview != NULL && position < preview->rows->len ? g_ptr_array_index (preview->rows, position) : NULL;
}

static char *
dup_number (const XbMetricsPreviewRow *row)
{
  XbPhone phone;

  if (row->number == NULL)
    return g_strdup ("");
  return xb_phone_parse (row->number, &phone, NULL) ? xb_phone_format (phone.e164) : g_strdup (row->number);
}

/* The row does not come in, with what is chosen now. */
static gboolean
is_left_out (XbReportRows              *self,
             const XbMetricsPreviewRow *row)
{
  return row->problem != NULL && !(row->is_stranger && xb_report_draft_get_add_numbers (self->draft));
}

static char *
dup_remark (XbReportRows              *self,
            const XbMetricsPreviewRow *row)
{
  if (row->is_total)
    return g_strdup (_("a sum of others, left out"));
  if (row->is_stranger && !is_left_out (self, row))
    return g_strdup (_("the number comes into the register"));
  if (row->problem != NULL)
    return g_strdup_printf (_("left out: %s"), row->problem);
  return g_strdup (row->from_rate ? _("answered: worked out from the rate") : "");
}

/* Never %NULL. */
static char *
dup_text (XbReportRows *self,
          guint         position,
          guint         column)
{
  const XbMetricsPreviewRow *row = get_row (self, position);
  guint metric = column - COLUMN_FIGURES;

  if (row == NULL)
    return g_strdup ("");
  switch (column)
    {
    case COLUMN_LINE:
      return g_strdup_printf ("%u", row->line);
    case COLUMN_NUMBER:
      return dup_number (row);
    case COLUMN_PERIOD:
      return g_strdup (row->period != NULL ? row->period : "");
    case COLUMN_REMARK:
      return dup_remark (self, row);
    default:
      if ((row->figures.known & 1u << metric) == 0)
        return g_strdup ("");
      return metric == XB_METRIC_REVENUE ? xb_money_format (row->figures.value[metric])
                                         : xb_format_count ((guint64) row->figures.value[metric]);
    }
}

static const char *
get_title (guint column)
{
  static const char *const titles[] = { N_("Line"), N_("Number"), N_("Day"), N_("Remark") };

  if (column < COLUMN_FIGURES)
    return _(titles[column]);
  for (guint field = 0; field < XB_N_REPORT_FIELDS; field++)
    if (xb_report_field_get_metric (field) == (int) (column - COLUMN_FIGURES))
      return xb_report_field_get_title (field);
  return "";
}

/* The keyboard stands on the row around the cells, which has no name of its own: it says all of them. */
static void
name_row (XbReportRows *self,
          GtkWidget    *child,
          guint         position)
{
  GtkWidget *cell = gtk_widget_get_parent (child);
  GtkWidget *line = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autoptr(GString) name = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      guint column = g_array_index (self->columns, guint, i);
      g_autofree char *text = dup_text (self, position, column);

      if (*text != '\0')
        g_string_append_printf (name, "%s%s %s", i > 0 ? _(", ") : "", get_title (column), text);
    }
  if (line != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

static guint
column_of (GtkListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "xb-column"));
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          XbReportRows       *self)
{
  GtkWidget *label = gtk_label_new (NULL);
  guint column = column_of (factory);

  gtk_label_set_xalign (GTK_LABEL (label), column >= COLUMN_FIGURES || column == COLUMN_LINE ? 1 : 0);
  gtk_widget_add_css_class (label, "numeric");
  if (column == COLUMN_LINE || column == COLUMN_REMARK)
    gtk_widget_add_css_class (label, "dim-label");
  if (column == COLUMN_REMARK)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 24);
    }
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         XbReportRows       *self)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  guint position = gtk_list_item_get_position (item), column = column_of (factory);
  g_autofree char *text = dup_text (self, position, column);
  const XbMetricsPreviewRow *row = get_row (self, position);

  gtk_label_set_label (GTK_LABEL (label), text);
  if (column == COLUMN_REMARK)
    {
      gtk_widget_set_tooltip_text (label, *text != '\0' ? text : NULL);
      if (row != NULL && is_left_out (self, row))
        gtk_widget_add_css_class (label, "warning");
      else
        gtk_widget_remove_css_class (label, "warning");
    }
  if (column == COLUMN_LINE)
    name_row (self, label, position);
}

static void
add_column (XbReportRows *self,
            guint         column,
            gboolean      expand)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) made = NULL;

  g_object_set_data (G_OBJECT (factory), "xb-column", GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  made = gtk_column_view_column_new (get_title (column), factory);
  gtk_column_view_column_set_expand (made, expand);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), made);
  g_array_append_val (self->columns, column);
}

static void
remove_columns (XbReportRows *self)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (GTK_COLUMN_VIEW (self->view), column);
    }
  g_array_set_size (self->columns, 0);
}

static gboolean
has_remarks (XbMetricsPreview *preview)
{
  for (guint i = 0; i < preview->rows->len; i++)
    {
      const XbMetricsPreviewRow *row = g_ptr_array_index (preview->rows, i);

      if (row->is_total || row->problem != NULL || row->from_rate)
        return TRUE;
    }
  return FALSE;
}

/* Figures that the report has, also where the first rows hold none. */
static gboolean
has_metric (const XbReportColumns *columns,
            guint                  metric)
{
  for (guint field = 0; field < XB_N_REPORT_FIELDS; field++)
    if (xb_report_field_get_metric (field) == (int) metric && columns->column[field] >= 0)
      return TRUE;
  return metric == XB_METRIC_ANSWERED && columns->column[XB_REPORT_ANSWER_RATE] >= 0;
}

static void
show_columns (XbReportRows     *self,
              XbMetricsPreview *preview)
{
  gboolean remarks = has_remarks (preview);

  remove_columns (self);
  add_column (self, COLUMN_LINE, FALSE);
  add_column (self, COLUMN_NUMBER, FALSE);
  add_column (self, COLUMN_PERIOD, !remarks); /* the table is as wide as its card */
  for (guint metric = 0; metric < XB_N_METRICS; metric++)
    if (has_metric (&preview->columns, metric))
      add_column (self, COLUMN_FIGURES + metric, FALSE);
  if (remarks)
    add_column (self, COLUMN_REMARK, TRUE);
}

static void
xb_report_rows_dispose (GObject *object)
{
  XbReportRows *self = XB_REPORT_ROWS (object);

  if (self->view != NULL)
    gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), NULL);
  self->view = NULL;
  g_clear_object (&self->lines);
  G_OBJECT_CLASS (xb_report_rows_parent_class)->dispose (object);
}

static void
xb_report_rows_finalize (GObject *object)
{
  XbReportRows *self = XB_REPORT_ROWS (object);

  g_array_unref (self->columns);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (xb_report_rows_parent_class)->finalize (object);
}

static void
xb_report_rows_class_init (XbReportRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_report_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_report_rows_finalize;
}

static void
xb_report_rows_init (XbReportRows *self)
{
  GtkWidget *scrolled = self->scrolled = gtk_scrolled_window_new ();
  g_autoptr(GtkNoSelection) selection = NULL;
  const char *name = _("First rows, as they would be stored");

  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->lines = gtk_string_list_new (NULL);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->lines)));
  self->view = gtk_column_view_new (GTK_SELECTION_MODEL (g_steal_pointer (&selection)));
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (self->view), TRUE);
  gtk_widget_add_css_class (self->view, "report-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->view)), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1); /* the row of the headings */
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_set_overflow (scrolled, GTK_OVERFLOW_HIDDEN);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

GtkWidget *
xb_report_rows_new (XbReportDraft *draft)
{
  XbReportRows *self = g_object_new (XB_TYPE_REPORT_ROWS, NULL);

  self->draft = g_object_ref (draft);
  return GTK_WIDGET (self);
}

/** xb_report_rows_update: the draft has another preview */
void
xb_report_rows_update (XbReportRows *self)
{
  XbMetricsPreview *preview;
  guint n;

  g_return_if_fail (XB_IS_REPORT_ROWS (self));

  preview = xb_report_draft_get_preview (self->draft);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  gtk_string_list_splice (self->lines, 0, n, NULL);
  if (preview == NULL)
    return;
  show_columns (self, preview);
  for (guint i = 0; i < preview->rows->len; i++)
    gtk_string_list_append (self->lines, "");
  /* a list asks for the height of one row alone */
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scrolled),
                                              HEADING_HEIGHT + ROW_HEIGHT * (int) MIN (preview->rows->len, ROWS_IN_SIGHT));
}

guint
xb_report_rows_get_n (XbReportRows *self)
{
  g_return_val_if_fail (XB_IS_REPORT_ROWS (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->lines));
}

/** xb_report_rows_dup_cell: Returns: (transfer full) (nullable): what stands there */
char *
xb_report_rows_dup_cell (XbReportRows *self,
                         guint         row,
                         guint         column)
{
  g_return_val_if_fail (XB_IS_REPORT_ROWS (self), NULL);

  return column < self->columns->len ? dup_text (self, row, g_array_index (self->columns, guint, column)) : NULL;
}
