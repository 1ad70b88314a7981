/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-csv-writer.h"
#include "xb-label-report.h"
#include "xb-output-pdf.h"
#include "xb-raster.h"
#include "xb-sheet.h"
#include "xb-typeset.h"

#define BODY 10.5
#define SMALL 9.0
#define N_CELLS 6

static void
row_free (gpointer data)
{
  char **cells = data;

  for (guint i = 0; i < N_CELLS; i++)
    g_free (cells[i]);
  g_free (cells);
}

/** xb_label_report_new: Returns: (transfer full): a report without rows */
XbLabelReport *
xb_label_report_new (void)
{
  XbLabelReport *self = g_new0 (XbLabelReport, 1);

  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

void
xb_label_report_free (XbLabelReport *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->business);
  g_free (self->summary);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
xb_label_report_add (XbLabelReport          *self,
                     const XbLabelReportRow *row)
{
  const char *const cells[N_CELLS] = { row->verdict, row->text, row->where, row->found, row->law, row->instead };
  char **copy = g_new0 (char *, N_CELLS);

  for (guint i = 0; i < N_CELLS; i++)
    copy[i] = g_strdup (cells[i] != NULL ? cells[i] : "");
  g_ptr_array_add (self->rows, copy);
}

/** xb_label_report_write_csv: Safe in any thread. */
gboolean
xb_label_report_write_csv (const XbLabelReport  *self,
                           const char           *path,
                           GError              **error)
{
  const char *const headings[N_CELLS] = { N_("Verdict"), N_("Label"), N_("Where"), N_("What was found"), N_("Article"),
                                          N_("Instead") };
  g_autoptr(XbCsvWriter) writer = xb_csv_writer_new (path, error);

  if (writer == NULL)
    return FALSE;
  for (guint i = 0; i < N_CELLS; i++)
    xb_csv_writer_add (writer, _(headings[i]));
  xb_csv_writer_end_row (writer);
  for (guint i = 0; i < self->rows->len; i++)
    {
      char **cells = g_ptr_array_index (self->rows, i);

      for (guint j = 0; j < N_CELLS; j++)
        xb_csv_writer_add (writer, cells[j]);
      xb_csv_writer_end_row (writer);
    }
  return xb_csv_writer_finish (writer, error);
}

static void
draw_line (XbSheet     *sheet,
           double       indent,
           double       size,
           PangoWeight  weight,
           const char  *text)
{
  g_autofree char *line = xb_typeset_line (text);
  double height;

  if (*line == '\0')
    return;
  height = xb_sheet_measure (sheet, XB_SHEET_INNER - indent, size, line);
  xb_sheet_need (sheet, height + 2);
  xb_sheet_text (sheet, XB_SHEET_LEFT + indent, sheet->y, XB_SHEET_INNER - indent, size, weight, line);
  sheet->y += height + 2;
}

static void
draw_row (XbSheet *sheet,
          char   **cells)
{
  g_autofree char *head = *cells[2] != '\0' ? g_strdup_printf ("%s　%s（%s）", cells[0], cells[1], cells[2])
                                            : g_strdup_printf ("%s　%s", cells[0], cells[1]);
  g_autofree char *instead = *cells[5] != '\0' ? g_strdup_printf (_("Instead: %s"), cells[5]) : g_strdup ("");

  xb_sheet_need (sheet, 44); /* a label is not parted from what is said of it */
  draw_line (sheet, 0, BODY, PANGO_WEIGHT_BOLD, head);
  draw_line (sheet, 14, SMALL + 0.5, PANGO_WEIGHT_NORMAL, cells[3]);
  draw_line (sheet, 14, SMALL, PANGO_WEIGHT_NORMAL, cells[4]);
  draw_line (sheet, 14, SMALL + 0.5, PANGO_WEIGHT_NORMAL, instead);
  sheet->y += 3;
  xb_sheet_rule (sheet, XB_SHEET_LEFT, sheet->y, XB_SHEET_RIGHT, sheet->y, 0.4);
  sheet->y += 5;
}

/* @output: (nullable): NULL only counts the pages into @pages */
static gboolean
set_pages (const XbLabelReport *self,
           XbOutput            *output,
           int                 *pages,
           GCancellable        *cancellable,
           GError             **error)
{
  g_autofree char *heading = g_strdup_printf ("%s　%s", self->title, self->business != NULL ? self->business : "");
  g_autoptr(cairo_surface_t) surface = xb_output_pdf_new (output, XB_SHEET_WIDTH, XB_SHEET_HEIGHT, self->title);
  g_autoptr(cairo_t) cr = cairo_create (surface);
  XbSheet sheet = { .cr = cr, .pages = *pages, .heading = heading };

  xb_sheet_begin (&sheet);
  xb_sheet_title (&sheet, 18, 1, self->title);
  sheet.y += 10;
  draw_line (&sheet, 0, BODY, PANGO_WEIGHT_NORMAL, self->business != NULL ? self->business : "");
  draw_line (&sheet, 0, BODY, PANGO_WEIGHT_NORMAL, self->summary);
  sheet.y += 6;
  xb_sheet_rule (&sheet, XB_SHEET_LEFT, sheet.y, XB_SHEET_RIGHT, sheet.y, 0.8);
  sheet.y += 8;
  for (guint i = 0; i < self->rows->len && !g_cancellable_is_cancelled (cancellable); i++)
    draw_row (&sheet, g_ptr_array_index (self->rows, i));
  xb_sheet_end (&sheet);
  *pages = sheet.page;
  return !g_cancellable_set_error_if_cancelled (cancellable, error) && xb_output_pdf_finish (surface, output, error);
}

/** xb_label_report_write_pdf: @path: there whole or not at all. Safe in any thread. */
gboolean
xb_label_report_write_pdf (const XbLabelReport  *self,
                           const char           *path,
                           GCancellable         *cancellable,
                           GError              **error)
{
  g_autoptr(XbOutput) output = NULL;
  int pages = 0;

  if (!xb_typeset_can_write (XB_SERIF, self->title, error) || !set_pages (self, NULL, &pages, cancellable, error))
    return FALSE;
  output = xb_output_new (path, error);
  return output != NULL && set_pages (self, output, &pages, cancellable, error) && xb_output_commit (output, NULL, error);
}
