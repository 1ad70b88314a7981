/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-column-list.h"
#include "xb-rows.h"
#include "xb-ui.h"

#define FIRST_ROWS 16 /* as many headings as a true report has; beyond, one asks for more */
#define MORE_ROWS  100
#define SAMPLE_MOST 40 /* characters */

/* Each heading of the file, what stands below it, and what it is taken as. */
struct _XbColumnList
{
  AdwPreferencesGroup  parent_instance;

  XbReportDraft       *draft;
  GStrv                headings; /* (nullable): whose rows are there */
  GtkStringList       *fields;   /* what a column may be; the first is nothing */
  GPtrArray           *rows;
  guint                wanted;
  gboolean             filling;

  GtkWidget           *list;
  GtkWidget           *more;
};

G_DEFINE_FINAL_TYPE (XbColumnList, xb_column_list, ADW_TYPE_PREFERENCES_GROUP)

static void
selected_cb (XbColumnList *self,
             GParamSpec   *pspec,
             GtkWidget    *row)
{
  guint column;

  if (!self->filling && g_ptr_array_find (self->rows, row, &column))
    xb_report_draft_set_field (self->draft, column, (int) adw_combo_row_get_selected (ADW_COMBO_ROW (row)) - 1);
}

static GtkWidget *
make_row (XbColumnList *self,
          guint         column)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autofree char *nameless = g_strdup_printf (_("Column %u"), column + 1);
  const char *heading = self->headings[column];

  xb_row_set_title (row, *heading != '\0' ? heading : nameless);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (self->fields));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
add_rows (XbColumnList *self)
{
  guint n = MIN (g_strv_length (self->headings), self->wanted);

  while (self->rows->len < n)
    {
      GtkWidget *row;

      self->filling = TRUE; /* a model that is set selects by itself */
      row = make_row (self, self->rows->len);
      self->filling = FALSE;
      g_ptr_array_add (self->rows, row);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
}

static void
remove_rows (XbColumnList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

/* Columns that are used are seen, wherever they stand. */
static guint
count_first (XbColumnList *self)
{
  guint n = g_strv_length (self->headings), wanted = MIN (n, FIRST_ROWS);

  for (guint i = wanted; i < n; i++)
    if (xb_report_draft_get_field (self->draft, i) >= 0)
      wanted = i + 1;
  return wanted;
}

/* A cell in one short line. */
static char *
dup_sample (const char *cell)
{
  g_autofree char *line = g_strdelimit (g_strdup (cell), "\n\r\t", ' ');
  g_autofree char *head = NULL;

  if (g_utf8_strlen (line, -1) <= SAMPLE_MOST)
    return g_steal_pointer (&line);
  head = g_utf8_substring (line, 0, SAMPLE_MOST);
  return g_strconcat (head, "…", NULL);
}

static void
fill (XbColumnList *self)
{
  GPtrArray *samples = xb_report_draft_get_preview (self->draft)->samples;

  self->filling = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *sample = i < samples->len ? g_ptr_array_index (samples, i) : "";
      g_autofree char *line = dup_sample (sample);

      xb_row_set_subtitle (g_ptr_array_index (self->rows, i), line);
      adw_combo_row_set_selected (g_ptr_array_index (self->rows, i), xb_report_draft_get_field (self->draft, i) + 1);
    }
  self->filling = FALSE;
  gtk_widget_set_visible (self->more, self->rows->len < g_strv_length (self->headings));
}

static void
more_cb (XbColumnList *self)
{
  self->wanted = self->rows->len + MORE_ROWS;
  add_rows (self);
  fill (self);
}

static void
xb_column_list_dispose (GObject *object)
{
  XbColumnList *self = XB_COLUMN_LIST (object);

  self->filling = TRUE; /* what is taken down chooses nothing */
  g_clear_object (&self->fields);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (xb_column_list_parent_class)->dispose (object);
}

static void
xb_column_list_finalize (GObject *object)
{
  XbColumnList *self = XB_COLUMN_LIST (object);

  g_strfreev (self->headings);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (xb_column_list_parent_class)->finalize (object);
}

static void
xb_column_list_class_init (XbColumnListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_column_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_column_list_finalize;
}

static void
xb_column_list_init (XbColumnList *self)
{
  const char *title = _("What the Columns Are");

  self->rows = g_ptr_array_new ();
  self->fields = gtk_string_list_new ((const char *[]) { _("Not used"), NULL });
  for (guint i = 0; i < XB_N_REPORT_FIELDS; i++)
    gtk_string_list_append (self->fields, xb_report_field_get_title (i));
  self->list = xb_boxed_list_new (title);
  self->more = gtk_button_new_with_mnemonic (_("Show _More"));
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (self->more, 6);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->list);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->more);
}

GtkWidget *
xb_column_list_new (XbReportDraft *draft)
{
  XbColumnList *self = g_object_new (XB_TYPE_COLUMN_LIST, NULL);

  self->draft = g_object_ref (draft);
  return GTK_WIDGET (self);
}

/** xb_column_list_update: the draft changed. Rows stay while the headings do: the keyboard may stand on one */
void
xb_column_list_update (XbColumnList *self)
{
  XbMetricsPreview *preview;

  g_return_if_fail (XB_IS_COLUMN_LIST (self));

  preview = xb_report_draft_get_preview (self->draft);
  if (preview == NULL)
    return;
  if (self->headings == NULL || !g_strv_equal ((const char *const *) self->headings, (const char *const *) preview->headings))
    {
      remove_rows (self);
      g_strfreev (self->headings);
      self->headings = g_strdupv (preview->headings);
      self->wanted = count_first (self);
      add_rows (self);
    }
  fill (self);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), preview->remembered
                                           ? _("As it was chosen the last time for reports with these headings.")
                                           : _("Change what was not understood: it is remembered for the next report with these headings."));
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

/** xb_column_list_get_row: Returns: (transfer none) (nullable): an #AdwComboRow */
GtkWidget *
xb_column_list_get_row (XbColumnList *self,
                        guint         column)
{
  g_return_val_if_fail (XB_IS_COLUMN_LIST (self), NULL);

  return column < self->rows->len ? g_ptr_array_index (self->rows, column) : NULL;
}
