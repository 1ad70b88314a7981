/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-format.h"
#include "xb-import-report.h"
#include "xb-rejected-list.h"
#include "xb-ui.h"

/* What came of many numbers at once: the bad rows, each with its line and its reason. */
struct _XbImportReport
{
  AdwWindow       parent_instance;

  /* template */
  GtkLabel       *summary;
  XbRejectedList *rows;
};

G_DEFINE_FINAL_TYPE (XbImportReport, xb_import_report, ADW_TYPE_WINDOW)

static void
xb_import_report_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), XB_TYPE_IMPORT_REPORT);
  G_OBJECT_CLASS (xb_import_report_parent_class)->dispose (object);
}

static void
xb_import_report_class_init (XbImportReportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = xb_import_report_dispose;
  g_type_ensure (XB_TYPE_REJECTED_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, XB_UI_RESOURCE "xb-import-report.ui");
  gtk_widget_class_bind_template_child (widget_class, XbImportReport, summary);
  gtk_widget_class_bind_template_child (widget_class, XbImportReport, rows);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
xb_import_report_init (XbImportReport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* "1,200 rows: 1,100 new, 90 changed, 10 not taken" */
static char *
dup_summary (const XbImportResult *result)
{
  g_autofree char *rows = xb_format_count (result->rows);
  g_autofree char *new = xb_format_count (result->imported);
  g_autofree char *updated = xb_format_count (result->updated);
  g_autofree char *bad = xb_format_count (result->n_rejected);

  if (result->n_rejected == 0 && result->updated == 0)
    return g_strdup_printf (_("%1$s rows: %2$s new numbers"), rows, new);
  if (result->n_rejected == 0)
    return g_strdup_printf (_("%1$s rows: %2$s new numbers, %3$s with another use"), rows, new, updated);
  return g_strdup_printf (_("%1$s rows: %2$s new numbers, %3$s with another use, %4$s not taken"),
                          rows, new, updated, bad);
}

/** xb_import_report_new: @parent: (nullable): the window above which it stands */
GtkWindow *
xb_import_report_new (GtkWindow            *parent,
                      const XbImportResult *result)
{
  XbImportReport *self = g_object_new (XB_TYPE_IMPORT_REPORT, "transient-for", parent, NULL);
  g_autofree char *summary = dup_summary (result);
  g_autofree char *first = xb_format_count (result->rejected->len);
  g_autofree char *all = xb_format_count (result->n_rejected);
  g_autofree char *heading = NULL;

  gtk_label_set_label (self->summary, summary);
  heading = result->n_rejected > result->rejected->len
              ? g_strdup_printf (_("The first %1$s of %2$s rows that were not taken. Mend them and read the file again: what is there already is not added twice."), first, all)
              : g_strdup (_("These rows were not taken. Mend them and read them again: what is there already is not added twice."));
  xb_rejected_list_set (self->rows, result->rejected, result->n_rejected, heading);
  return GTK_WINDOW (self);
}

/** xb_import_report_show: a toast where all went well, else a window with the bad rows; @parent: a widget of the window that read them */
void
xb_import_report_show (GtkWidget            *parent,
                       const XbImportResult *result)
{
  g_autofree char *summary = dup_summary (result);
  GtkRoot *root = gtk_widget_get_root (parent);

  if (result->n_rejected > 0)
    gtk_window_present (xb_import_report_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, result));
  else
    xb_dialogs_toast (parent, summary);
}
