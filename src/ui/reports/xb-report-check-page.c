/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-column-list.h"
#include "xb-problem.h"
#include "xb-report-check-page.h"
#include "xb-report-outlook.h"
#include "xb-report-rows.h"
#include "xb-ui.h"

/* What is looked at before anything is stored: where the report is from, what would become of it, its first rows, and what
 * its columns are taken as. */
struct _XbReportCheckPage
{
  AdwBin            parent_instance;

  XbReportDraft    *draft;
  char             *sheets;      /* (nullable): that can be chosen from */
  guint             looks;       /* of the rows in the table; 0: none are */
  gboolean          with_added;  /* as they are if numbers are added */
  gboolean          filling;

  GtkWidget        *scrolled;
  GtkWidget        *problem;
  GtkWidget        *source;
  GtkWidget        *sheet;
  GtkWidget        *number;
  GtkWidget        *outlook;
  GtkWidget        *table;       /* group of the first rows */
  GtkWidget        *rows;
  GtkWidget        *columns;
};

G_DEFINE_FINAL_TYPE (XbReportCheckPage, xb_report_check_page, ADW_TYPE_BIN)

static void
source_cb (XbReportCheckPage *self)
{
  if (!self->filling)
    xb_report_draft_set_source (self->draft, gtk_editable_get_text (GTK_EDITABLE (self->source)));
}

static void
sheet_cb (XbReportCheckPage *self)
{
  XbMetricsPreview *preview = xb_report_draft_get_preview (self->draft);
  guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (self->sheet));

  if (!self->filling && preview != NULL && chosen <= g_strv_length (preview->sheets))
    xb_report_draft_set_sheet (self->draft, chosen > 0 ? preview->sheets[chosen - 1] : NULL);
}

/* Only what is a number of this business is worth reading the file again. */
static void
number_cb (XbReportCheckPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->number));
  XbWorkspace *workspace = xb_report_draft_get_workspace (self->draft);
  gboolean known = *text == '\0' || xb_workspace_find_number (workspace, text, NULL) > 0;

  if (self->filling)
    return;
  if (known)
    gtk_widget_remove_css_class (self->number, "error");
  else
    gtk_widget_add_css_class (self->number, "error");
  xb_report_draft_set_number (self->draft, known ? text : NULL);
}

static void
fill_sheets (XbReportCheckPage *self,
             XbMetricsPreview  *preview)
{
  g_autofree char *sheets = g_strjoinv ("\n", preview->sheets);
  const char *chosen = xb_report_draft_get_sheet (self->draft);
  guint n = g_strv_length (preview->sheets), selected = 0;

  gtk_widget_set_visible (self->sheet, n > 1);
  if (g_strcmp0 (sheets, self->sheets) != 0)
    {
      g_autofree char *found = g_strdup_printf (_("As found: %s"), preview->sheet != NULL ? preview->sheet : "");
      g_autoptr(GtkStringList) names = gtk_string_list_new ((const char *[]) { found, NULL });

      gtk_string_list_splice (names, 1, 0, (const char *const *) preview->sheets);
      adw_combo_row_set_model (ADW_COMBO_ROW (self->sheet), G_LIST_MODEL (names));
      g_free (self->sheets);
      self->sheets = g_steal_pointer (&sheets);
    }
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (preview->sheets[i], chosen) == 0)
      selected = i + 1;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->sheet), selected);
}

static void
fill (XbReportCheckPage *self,
      XbMetricsPreview  *preview)
{
  const char *source = xb_report_draft_get_source (self->draft);

  self->filling = TRUE;
  if (g_strcmp0 (source, gtk_editable_get_text (GTK_EDITABLE (self->source))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->source), source != NULL ? source : "");
  fill_sheets (self, preview);
  gtk_widget_set_visible (self->number, xb_report_draft_get_number (self->draft) != NULL ||
                                        (preview->columns.column[XB_REPORT_NUMBER] < 0 && preview->headings[0] != NULL));
  self->filling = FALSE;
}

static void
show_rows (XbReportCheckPage *self,
           XbMetricsPreview  *preview)
{
  gboolean added = xb_report_draft_get_add_numbers (self->draft);
  guint looks = xb_report_draft_get_looks (self->draft);

  gtk_widget_set_visible (self->table, preview->rows->len > 0);
  if (self->looks == looks && self->with_added == added)
    return;
  self->looks = looks;
  self->with_added = added;
  xb_report_rows_update (XB_REPORT_ROWS (self->rows));
}

/** xb_report_check_page_update: the draft changed */
void
xb_report_check_page_update (XbReportCheckPage *self)
{
  XbMetricsPreview *preview;

  g_return_if_fail (XB_IS_REPORT_CHECK_PAGE (self));

  preview = xb_report_draft_get_preview (self->draft);
  if (preview == NULL)
    {
      self->looks = 0;
      g_clear_pointer (&self->sheets, g_free);
      gtk_editable_set_text (GTK_EDITABLE (self->number), "");
      return;
    }
  if (self->looks == 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
  xb_problem_set_text (XB_PROBLEM (self->problem), xb_report_draft_get_problem (self->draft));
  fill (self, preview);
  show_rows (self, preview);
  xb_report_outlook_update (XB_REPORT_OUTLOOK (self->outlook));
  xb_column_list_update (XB_COLUMN_LIST (self->columns));
}

/** xb_report_check_page_progress: it went on through the file */
void
xb_report_check_page_progress (XbReportCheckPage *self)
{
  g_return_if_fail (XB_IS_REPORT_CHECK_PAGE (self));

  xb_report_outlook_progress (XB_REPORT_OUTLOOK (self->outlook));
}

static void
xb_report_check_page_dispose (GObject *object)
{
  XB_REPORT_CHECK_PAGE (object)->filling = TRUE; /* what is taken down chooses nothing */
  G_OBJECT_CLASS (xb_report_check_page_parent_class)->dispose (object);
}

static void
xb_report_check_page_finalize (GObject *object)
{
  XbReportCheckPage *self = XB_REPORT_CHECK_PAGE (object);

  g_free (self->sheets);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (xb_report_check_page_parent_class)->finalize (object);
}

static void
xb_report_check_page_class_init (XbReportCheckPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_report_check_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_report_check_page_finalize;
}

static GtkWidget *
make_file (XbReportCheckPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->source = adw_entry_row_new ();
  xb_row_set_title (self->source, _("Where it is from"));
  self->sheet = adw_combo_row_new ();
  xb_row_set_title (self->sheet, _("Sheet"));
  xb_row_set_subtitle (self->sheet, _("Sheets behind it with the same headings are read as well"));
  self->number = adw_entry_row_new ();
  xb_row_set_title (self->number, _("Number that all rows are of"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->source);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->sheet);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->number);
  g_signal_connect_object (self->source, "changed", G_CALLBACK (source_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "notify::selected", G_CALLBACK (sheet_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->number, "changed", G_CALLBACK (number_cb), self, G_CONNECT_SWAPPED);
  return group;
}

static GtkWidget *
make_table (XbReportCheckPage *self)
{
  self->table = adw_preferences_group_new ();
  self->rows = xb_report_rows_new (self->draft);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->table), _("First Rows, as They Would Be Stored"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->table), self->rows);
  return self->table;
}

static void
xb_report_check_page_init (XbReportCheckPage *self)
{
  self->problem = xb_problem_new ();
  self->scrolled = gtk_scrolled_window_new ();
}

GtkWidget *
xb_report_check_page_new (XbReportDraft *draft)
{
  XbReportCheckPage *self = g_object_new (XB_TYPE_REPORT_CHECK_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24), *clamp = adw_clamp_new ();

  self->draft = g_object_ref (draft);
  self->outlook = xb_report_outlook_new (draft);
  self->columns = xb_column_list_new (draft);
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_box_append (GTK_BOX (box), make_file (self));
  gtk_box_append (GTK_BOX (box), self->outlook);
  gtk_box_append (GTK_BOX (box), make_table (self));
  gtk_box_append (GTK_BOX (box), self->columns);
  gtk_widget_add_css_class (box, "page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), self->scrolled);
  return GTK_WIDGET (self);
}

/** xb_report_check_page_get_problem: Returns: (nullable): the sentence that is shown */
const char *
xb_report_check_page_get_problem (XbReportCheckPage *self)
{
  g_return_val_if_fail (XB_IS_REPORT_CHECK_PAGE (self), NULL);

  return xb_problem_get_text (XB_PROBLEM (self->problem));
}

/** xb_report_check_page_focus: the page came to the front: the keyboard begins where one goes on */
void
xb_report_check_page_focus (XbReportCheckPage *self)
{
  g_return_if_fail (XB_IS_REPORT_CHECK_PAGE (self));

  gtk_widget_grab_focus (self->source);
}
