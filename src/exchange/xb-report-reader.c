/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-csv-reader.h"
#include "xb-error.h"
#include "xb-quote.h"
#include "xb-report-reader.h"
#include "xb-xlsx-reader.h"

#define SHEET G_GUINT64_CONSTANT (1000000) /* of progress; how long later sheets are is not known */

struct _XbReportReader
{
  GFile          *file;
  XbCsvReader    *csv;      /* of a text */
  guint64         size;     /* of it */
  XbXlsxWorkbook *workbook; /* of a workbook */
  XbXlsxReader   *sheet;
  guint           index;    /* of the sheet */
  XbReportRow     row;
};

/* Many systems write a table of a web page and call it .xls. */
static gboolean
refuse_web_page (GFile      *file,
                 const char *head,
                 gsize       length,
                 GError    **error)
{
  const char *at = length >= 3 && memcmp (head, "\xef\xbb\xbf", 3) == 0 ? head + 3 : head;
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = xb_quote_dup (base);

  while (at < head + length && g_ascii_isspace (*at))
    at++;
  if (at == head + length || *at != '<')
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
               _("“%s” is a web page and no workbook, whatever it is called; open it in Excel and save it as .xlsx"), name);
  return FALSE;
}

static gboolean
is_workbook (GFile        *file,
             guint64      *size,
             gboolean     *workbook,
             GCancellable *cancellable,
             GError      **error)
{
  g_autoptr(GError) wrong = NULL;
  g_autoptr(GFileInputStream) stream = g_file_read (file, cancellable, &wrong);
  g_autoptr(GFileInfo) info = NULL;
  char head[64] = "";
  gsize n = 0;

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, &n, cancellable, &wrong))
    {
      g_autofree char *base = g_file_get_basename (file);
      g_autofree char *name = xb_quote_dup (base);

      if (xb_error_is_cancelled (wrong))
        g_propagate_error (error, g_steal_pointer (&wrong));
      else
        g_set_error (error, XB_ERROR, g_error_matches (wrong, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? XB_ERROR_NOT_FOUND
                                                                                                : XB_ERROR_IO,
                     _("“%s” could not be opened (%s); choose another file"), name, wrong->message);
      return FALSE;
    }
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);
  *size = info != NULL ? (guint64) g_file_info_get_size (info) : 0;
  *workbook = n >= 4 && (memcmp (head, "PK\3\4", 4) == 0 || memcmp (head, "\xd0\xcf\x11\xe0", 4) == 0);
  return refuse_web_page (file, head, n, error);
}

/**
 * xb_report_reader_new:
 * @path: a CSV file or an Excel workbook; the first sheet is read
 * @error: set to an %XB_ERROR, or cancelled
 */
XbReportReader *
xb_report_reader_new (const char   *path,
                      GCancellable *cancellable,
                      GError      **error)
{
  g_autoptr(XbReportReader) self = g_new0 (XbReportReader, 1);
  gboolean workbook;

  g_return_val_if_fail (path != NULL, NULL);

  self->file = g_file_new_for_path (path);
  if (!is_workbook (self->file, &self->size, &workbook, cancellable, error))
    return NULL;
  if (workbook && (self->workbook = xb_xlsx_workbook_new (path, cancellable, error)) == NULL)
    return NULL;
  return xb_report_reader_rewind (self, 0, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

void
xb_report_reader_free (XbReportReader *self)
{
  g_clear_pointer (&self->csv, xb_csv_reader_free);
  g_clear_pointer (&self->sheet, xb_xlsx_reader_free);
  g_clear_pointer (&self->workbook, xb_xlsx_workbook_free);
  g_clear_object (&self->file);
  g_free (self);
}

/** xb_report_reader_get_n_sheets: Returns: how many sheets can be read; 1 of a text */
guint
xb_report_reader_get_n_sheets (XbReportReader *self)
{
  return self->workbook != NULL ? self->workbook->sheets->len : 1;
}

/** xb_report_reader_get_sheet: Returns: (nullable): the name of a sheet; %NULL of a text */
const char *
xb_report_reader_get_sheet (XbReportReader *self,
                            guint           sheet)
{
  return self->workbook != NULL ? g_ptr_array_index (self->workbook->sheets, sheet) : NULL;
}

/** xb_report_reader_get_encoding: Returns: (nullable): of a text, as far as it is known by now; %NULL of a workbook */
const char *
xb_report_reader_get_encoding (XbReportReader *self)
{
  return self->csv != NULL ? xb_csv_reader_get_encoding (self->csv) : NULL;
}

/** xb_report_reader_rewind: goes to the beginning of @sheet, from 0 */
gboolean
xb_report_reader_rewind (XbReportReader *self,
                         guint           sheet,
                         GCancellable   *cancellable,
                         GError        **error)
{
  if (self->workbook != NULL)
    {
      g_clear_pointer (&self->sheet, xb_xlsx_reader_free);
      self->index = sheet;
      self->sheet = xb_xlsx_reader_new (self->workbook, sheet, cancellable, error);
      return self->sheet != NULL;
    }
  g_clear_pointer (&self->csv, xb_csv_reader_free);
  self->csv = xb_csv_reader_new_for_file (self->file, cancellable, error);
  return self->csv != NULL;
}

/**
 * xb_report_reader_next:
 * @row: (out) (transfer none): the next row that is not empty, until the next call
 *
 * A row that cannot be used comes with a problem in it and reading goes on; it is not an error.
 *
 * Returns: whether there was a row; %FALSE without @error at the end
 */
gboolean
xb_report_reader_next (XbReportReader     *self,
                       const XbReportRow **row,
                       GCancellable       *cancellable,
                       GError            **error)
{
  const XbCsvRow *text;

  if (self->sheet != NULL)
    return xb_xlsx_reader_next (self->sheet, row, error);
  if (!xb_csv_reader_next (self->csv, &text, cancellable, error))
    return FALSE;
  self->row = (XbReportRow) { text->cells, NULL, text->n_cells, text->line, text->problem };
  *row = &self->row;
  return TRUE;
}

void
xb_report_reader_get_progress (XbReportReader *self,
                               guint64        *done,
                               guint64        *total)
{
  if (self->sheet == NULL)
    {
      *done = xb_csv_reader_get_offset (self->csv);
      *total = self->size;
      return;
    }
  *done = self->index * SHEET + xb_xlsx_reader_get_offset (self->sheet) * SHEET / MAX (xb_xlsx_reader_get_size (self->sheet), 1);
  *total = self->workbook->sheets->len * SHEET;
}
