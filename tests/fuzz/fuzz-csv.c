/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"
#include "xb-csv-headings.h"
#include "xb-csv-reader.h"
#include "xb-error.h"

/* Reads @data in pieces and writes down all that came, to be compared. */
static char *
read_all (const uint8_t *data,
          size_t         size,
          gsize          piece)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data (g_memdup2 (data, size), size, g_free);
  g_autoptr(XbCsvReader) reader = xb_csv_reader_new_in_pieces (stream, piece);
  g_autoptr(GError) error = NULL;
  GString *out = g_string_new (NULL);
  const XbCsvRow *row;
  guint line = 0, rows = 0;

  while (xb_csv_reader_next (reader, &row, NULL, &error))
    {
      XbCsvHeadings headings;

      g_assert_cmpuint (row->line, >, line);
      g_assert_cmpuint (++rows, <=, size + 1);
      g_assert_cmpuint (row->n_cells, <=, XB_CSV_COLUMNS_MOST);
      g_assert_cmpint (row->problem != NULL, ==, row->n_cells == 0);
      line = row->line;
      g_string_append_printf (out, "%u", line);
      if (row->problem != NULL)
        {
          g_assert_error (row->problem, XB_ERROR, XB_ERROR_INVALID);
          g_string_append (out, row->problem->message);
        }
      else
        xb_csv_headings_read (&headings, row, NULL);
      for (guint i = 0; i < row->n_cells; i++)
        {
          g_assert_true (g_utf8_validate (row->cells[i], -1, NULL));
          g_string_append_printf (out, "|%s", row->cells[i]);
        }
      g_string_append_c (out, '\n');
    }
  if (error != NULL)
    {
      g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
      g_string_append (out, error->message);
    }
  return g_string_free (out, FALSE);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *whole = read_all (data, size, 128 * 1024);
  g_autofree char *pieces = read_all (data, size, 16 + size % 7);

  g_assert_cmpstr (whole, ==, pieces);
  return 0;
}

#ifndef XB_LIBFUZZER
int
main (int argc, char *argv[])
{
  static const Seed seeds[] = {
    SEED ("number,use\n13800138000,a\n028-86123456,\"b, c\"\n"),
    SEED ("号码;用途\r\n13800138000;\"客\"\"服\"\r\n"),
    SEED ("\xef\xbb\xbf号码\t用途\r13800138000\t=\"1\"\r"),
    SEED ("\xff\xfen\0u\0m\0b\0e\0r\0\n\0001\0\"\0\n\0"),
    SEED ("\xfe\xff\0n\0,\0u\0\n\x5b\xa2\0,\x67\x0d\0\n\xd8\x40\xdc\x0b"),
    SEED ("\xba\xc5\xc2\xeb,\xd3\xc3\xcd\xbe\n1,\xbf\xcd\xb7\xfe\n"),
    SEED ("a,b\n\"two\r\nlines\",\"\"\n'=1,''+2\n"),
    SEED ("sep=;\na;b\n1;\"open\n2;c\n"),
    SEED ("\x81\x30\x81\x30,\x84\x31\xa4\x39\n"),
    SEED ("\"\",\"\"\"\",\"\n\"\n,,,\n\n\n"),
  };

  return run_fuzz (argc, argv, seeds, G_N_ELEMENTS (seeds), 100000);
}
#endif
