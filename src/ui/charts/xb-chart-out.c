/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-chart-hand.h"
#include "xb-chart-out.h"
#include "xb-dialogs.h"

/* Files look the same whatever the window is like: wide enough to be read, dark on white. */
#define WIDTH 860.0
#define PICTURE_SCALE 2.0

static double
height_for (XbChart *chart)
{
  int least, natural;

  gtk_widget_measure (GTK_WIDGET (chart), GTK_ORIENTATION_VERTICAL, (int) WIDTH, &least, &natural, NULL, NULL);
  /* a calm shape for what can take any, and room for the title */
  return MAX (natural, xb_chart_can_zoom (chart) ? 360 : 0) + 60;
}

/** xb_chart_out_export: Returns: (transfer full) (nullable): the part that is seen, as a file */
GBytes *
xb_chart_out_export (XbChart       *chart,
                     XbChartFormat  format,
                     GError       **error)
{
  XbChartStyle style;
  double from, until;

  xb_chart_style_paper (&style, GTK_WIDGET (chart));
  xb_chart_get_range (chart, &from, &until);
  return xb_chart_export (xb_chart_get_model (chart), format, &style, from, until, WIDTH, height_for (chart), PICTURE_SCALE, error);
}

/** xb_chart_out_copy: puts a picture onto the clipboard */
void
xb_chart_out_copy (XbChart   *chart,
                   GtkWidget *parent)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = xb_chart_out_export (chart, XB_CHART_PNG, &error);
  g_autoptr(GdkTexture) texture = bytes != NULL ? gdk_texture_new_from_bytes (bytes, &error) : NULL;

  if (texture == NULL)
    {
      xb_dialogs_tell (parent, _("The chart was not copied"), error->message);
      return;
    }
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (parent), texture);
  xb_dialogs_toast (parent, _("Copied as a picture"));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GtkWidget) parent = user_data;
  g_autoptr(GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    xb_dialogs_toast (parent, _("Saved"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    xb_dialogs_tell (parent, _("The chart was not saved"), error->message);
}

typedef struct
{
  GtkWidget    *parent;      /* (owned) */
  GBytes       *bytes;       /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable) */
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->parent);
  g_bytes_unref (saving->bytes);
  g_clear_object (&saving->cancellable);
  g_free (saving);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Saving *saving = user_data;
  g_autoptr(GFile) file = xb_dialogs_file_finish (result, NULL);

  if (file != NULL)
    g_file_replace_contents_bytes_async (file, saving->bytes, NULL, FALSE, G_FILE_CREATE_NONE, saving->cancellable,
                                         written_cb, g_object_ref (saving->parent));
  saving_free (saving);
}

/** xb_chart_out_save: asks for a file and writes the chart as it was when asked */
void
xb_chart_out_save (XbChart       *chart,
                   GtkWidget     *parent,
                   XbChartFormat  format,
                   GCancellable  *cancellable)
{
  g_autoptr(GError) error = NULL;
  GBytes *bytes = xb_chart_out_export (chart, format, &error);
  const char *title = xb_chart_model_get_title (xb_chart_get_model (chart));
  g_autofree char *name = g_strdup_printf ("%s.%s", *title != '\0' ? title : _("Chart"), xb_chart_format_get_suffix (format));
  Saving *saving;

  if (bytes == NULL)
    {
      xb_dialogs_tell (parent, _("The chart was not saved"), error->message);
      return;
    }
  saving = g_new0 (Saving, 1);
  saving->parent = g_object_ref (parent);
  saving->bytes = bytes;
  saving->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  g_strdelimit (name, "/\\:*?\"<>|", '-');
  xb_dialogs_save_file_async (parent, _("Save Chart"), name, cancellable, chosen_cb, saving);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              XbChart           *chart)
{
  double width = gtk_print_context_get_width (context), height = gtk_print_context_get_height (context);
  double scale = width / WIDTH, tall = MIN (height_for (chart), height / scale);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  XbChartStyle style;
  double from, until;

  xb_chart_style_paper (&style, GTK_WIDGET (chart));
  xb_chart_get_range (chart, &from, &until);
  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  xb_chart_draw_part (xb_chart_get_model (chart), &style, cr, from, until, 0, 0, WIDTH, tall);
  cairo_restore (cr);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         GtkWidget               *parent)
{
  g_autoptr(GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  xb_dialogs_tell (parent, _("The chart was not printed"), error != NULL ? error->message : NULL);
}

/** xb_chart_out_new_print: Returns: (transfer full): one page, as wide as the paper; it must not outlive @chart */
GtkPrintOperation *
xb_chart_out_new_print (XbChart *chart)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();

  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_job_name (operation, xb_chart_model_get_title (xb_chart_get_model (chart)));
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), chart, 0);
  return operation;
}

/** xb_chart_out_print: asks how */
void
xb_chart_out_print (XbChart   *chart,
                    GtkWidget *parent)
{
  g_autoptr(GtkPrintOperation) operation = xb_chart_out_new_print (chart);
  GtkRoot *root = gtk_widget_get_root (parent);

  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), parent, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}
