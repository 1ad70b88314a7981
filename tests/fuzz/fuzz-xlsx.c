/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "../unit/book.h"
#include "fuzz-driver.h"
#include "xb-error.h"
#include "xb-report-table.h"

/* Broken workbooks: what begins with a bracket is taken as a sheet and packed, so that its reader sees it; anything
 * else is the file itself. Whatever comes, rows are rows and a refusal is a sentence of ours. */

static char *folder, *path;

static void
check_sentence (const GError *error)
{
  if (error->domain != XB_ERROR || !g_utf8_validate (error->message, -1, NULL) || strchr (error->message, '\n') != NULL)
    g_error ("not a sentence of ours: %s", error->message);
}

static void
check_row (const XbReportRow *row,
           guint              last_line)
{
  g_assert_cmpuint (row->line, >, last_line);
  g_assert_cmpuint (row->n_cells, <=, 1000);
  g_assert_cmpint (row->problem != NULL, ==, row->n_cells == 0);
  if (row->problem != NULL)
    check_sentence (row->problem);
  for (guint i = 0; i < row->n_cells; i++)
    g_assert_true (g_utf8_validate (row->cells[i], -1, NULL));
}

static void
read_rows (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(XbReportReader) reader = xb_report_reader_new (path, NULL, &error);
  const XbReportRow *row;

  for (guint line = 0; reader != NULL && xb_report_reader_next (reader, &row, NULL, &error); line = row->line)
    check_row (row, line);
  if (error != NULL)
    check_sentence (error);
}

static void
read_table (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(XbReportTable) table = xb_report_table_new (path, NULL, NULL, NULL, &error);
  XbReportEntry entry;
  GError *problem = NULL;

  while (table != NULL && xb_report_table_next (table, &entry, &problem, NULL, &error))
    {
      g_assert_true (problem != NULL || entry.is_total || (entry.period & 0xffff) == entry.period);
      if (problem != NULL)
        check_sentence (problem);
      else if (!entry.is_total)
        g_assert_true (xb_metric_figures_check (&entry.figures, NULL));
      g_clear_error (&problem);
    }
  if (error != NULL)
    check_sentence (error);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  if (path == NULL)
    {
      folder = g_dir_make_tmp ("xb-fuzz-XXXXXX", NULL);
      path = g_build_filename (folder, "report", NULL);
    }
  if (size > 0 && data[0] == '<')
    {
      g_autofree char *sheet = g_strndup ((const char *) data, size);
      const BookPart parts[] = {
        { "xl/worksheets/sheet1.xml", sheet },
        { "xl/sharedStrings.xml", "<sst><si><t>号码</t></si><si><t>日期</t></si><si><t>呼出量</t></si></sst>" },
      };

      book_write (path, parts, G_N_ELEMENTS (parts));
    }
  else if (!g_file_set_contents (path, (const char *) data, size, NULL))
    return 0;
  read_rows ();
  read_table ();
  return 0;
}

#ifndef XB_LIBFUZZER
#define ROW1 "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row>"
#define SHEET(rows) "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" ROW1 rows

int
main (int   argc,
      char *argv[])
{
  static const BookPart part = { "xl/worksheets/sheet1.xml", SHEET ("</sheetData></worksheet>") };
  g_autoptr(GBytes) book = book_pack (&part, 1);
  Seed seeds[] = {
    SEED (SHEET ("<row r=\"2\"><c r=\"A2\"><v>13800138000</v></c><c r=\"B2\" s=\"1\"><v>46266</v></c><c r=\"C2\"><v>5</v></c></row>"
                 "</sheetData></worksheet>")),
    SEED (SHEET ("<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><r><t>138</t></r><rPh><t>x</t></rPh></is></c><c r=\"B2\" t=\"str\">"
                 "<f>1</f><v>2026_x002D_09</v></c><c r=\"ZZ2\"><f>A1</f></c></row></sheetData><mergeCells>"
                 "<mergeCell ref=\"A2:A9\"/><mergeCell ref=\"B1:C7\"/></mergeCells></worksheet>")),
    SEED (SHEET ("<row r=\"9\" s=\"1\"><c t=\"b\"><v>1</v></c><c s=\"2\"><v>0.5</v></c><c t=\"e\"><v>#N/A</v></c></row><row/>"
                 "</sheetData></worksheet>")),
    SEED ("<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>"),
    { NULL, 0 },
  };
  int failed;

  seeds[G_N_ELEMENTS (seeds) - 1].data = g_bytes_get_data (book, &seeds[G_N_ELEMENTS (seeds) - 1].size);
  failed = run_fuzz (argc, argv, seeds, G_N_ELEMENTS (seeds), 4000);
  if (path != NULL)
    g_unlink (path);
  if (folder != NULL)
    g_rmdir (folder);
  return failed;
}
#endif
