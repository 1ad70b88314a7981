/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-format.h"
#include "xb-import-report.h"
#include "xb-ui.h"

/* What came of many numbers at once: the bad rows, each with its line and its reason. */
struct _XbImportReport
{
  AdwWindow    parent_instance;

  char        *text;

  /* template */
  GtkLabel    *summary;
  GtkLabel    *heading;
  GtkTextView *rows;
};

G_DEFINE_FINAL_TYPE (XbImportReport, xb_import_report, ADW_TYPE_WINDOW)

static void
copy_cb (XbImportReport *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbImportReport) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    xb_dialogs_tell (GTK_WIDGET (self), _("The list was not saved"), error->message);
}

static void
file_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  XbImportReport *self = XB_IMPORT_REPORT (source);
  g_autoptr(GFile) file = xb_dialogs_file_finish (result, NULL);
  g_autoptr(GBytes) bytes = g_bytes_new (self->text, strlen (self->text));

  if (file != NULL)
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, saved_cb,
                                         g_object_ref (self));
}

static void
save_cb (XbImportReport *self)
{
  xb_dialogs_save_file_async (GTK_WIDGET (self), _("Save the Bad Rows"), _("bad-rows.txt"), NULL, file_cb, NULL);
}

static void
xb_import_report_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), XB_TYPE_IMPORT_REPORT);
  G_OBJECT_CLASS (xb_import_report_parent_class)->dispose (object);
}

static void
xb_import_report_finalize (GObject *object)
{
  g_free (XB_IMPORT_REPORT (object)->text);
  G_OBJECT_CLASS (xb_import_report_parent_class)->finalize (object);
}

static void
xb_import_report_class_init (XbImportReportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = xb_import_report_dispose;
  object_class->finalize = xb_import_report_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, XB_UI_RESOURCE "xb-import-report.ui");
  gtk_widget_class_bind_template_child (widget_class, XbImportReport, summary);
  gtk_widget_class_bind_template_child (widget_class, XbImportReport, heading);
  gtk_widget_class_bind_template_child (widget_class, XbImportReport, rows);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
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

/** xb_import_report_dup_text: Returns: (transfer full): the bad rows, a line each */
char *
xb_import_report_dup_text (const XbImportResult *result)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < result->rejected->len; i++)
    {
      const XbRejectedRow *row = g_ptr_array_index (result->rejected, i);
      g_autofree char *line = g_strdup_printf ("%" G_GUINT64_FORMAT, row->line);

      /* Translators: the number of a line in a file, and why it was not taken */
      g_string_append_printf (text, _("Line %1$s: %2$s"), line, row->reason);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
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

  self->text = xb_import_report_dup_text (result);
  gtk_label_set_label (self->summary, summary);
  heading = result->n_rejected > result->rejected->len
              ? g_strdup_printf (_("The first %1$s of %2$s rows that were not taken. Mend them and read the file again: what is there already is not added twice."), first, all)
              : g_strdup (_("These rows were not taken. Mend them and read them again: what is there already is not added twice."));
  gtk_label_set_label (self->heading, heading);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->rows), self->text, -1);
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
