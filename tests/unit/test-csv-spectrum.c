/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>

#include "xb-csv-reader.h"

/* The public cases of csv-spectrum: each file is kept beside what must be read from it. Of location_coordinates the two
 * do not agree upstream (another telephone number, a sign in Latin-1), so that one is only read. The one
 * character of utf8 is as good in GB2312, which is what a file without a mark is taken for in China; it is read with a mark. */

static const char *folder;

static GPtrArray *
read_cells (XbCsvReader *reader)
{
  g_autoptr(GError) error = NULL;
  const XbCsvRow *row;
  GPtrArray *cells;

  if (!xb_csv_reader_next (reader, &row, NULL, &error))
    {
      g_assert_no_error (error);
      return NULL;
    }
  g_assert_no_error (row->problem);
  cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < row->n_cells; i++)
    g_ptr_array_add (cells, g_strdup (row->cells[i]));
  return cells;
}

static XbCsvReader *
open_case (const char *path,
           gboolean    marked)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new ();
  g_autoptr(GError) error = NULL;
  char *text = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  if (marked)
    g_memory_input_stream_add_data (G_MEMORY_INPUT_STREAM (stream), "\xef\xbb\xbf", 3, NULL);
  g_memory_input_stream_add_data (G_MEMORY_INPUT_STREAM (stream), text, length, g_free);
  return xb_csv_reader_new (stream);
}

static void
test_case (gconstpointer name)
{
  g_autofree char *csv = g_strdup_printf ("%s/%s.csv", folder, (const char *) name);
  g_autofree char *json = g_strdup_printf ("%s/%s.json", folder, (const char *) name);
  g_autoptr(GError) error = NULL;
  g_autoptr(XbCsvReader) reader = open_case (csv, g_str_equal (name, "utf8"));
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GPtrArray) headings = NULL;
  g_autoptr(JsonArray) expected = NULL;

  json_parser_load_from_file (parser, json, &error);
  g_assert_no_error (error);
  if (JSON_NODE_HOLDS_ARRAY (json_parser_get_root (parser)))
    expected = json_array_ref (json_node_get_array (json_parser_get_root (parser)));
  else /* one row */
    {
      expected = json_array_new ();
      json_array_add_element (expected, json_node_copy (json_parser_get_root (parser)));
    }
  headings = read_cells (reader);
  for (guint i = 0; i < json_array_get_length (expected); i++)
    {
      g_autoptr(GPtrArray) cells = read_cells (reader);
      JsonObject *object = json_array_get_object_element (expected, i);

      g_assert_nonnull (cells);
      g_assert_cmpuint (cells->len, ==, json_object_get_size (object));
      for (guint c = 0; c < cells->len; c++)
        g_assert_cmpstr (g_ptr_array_index (cells, c), ==,
                         json_object_get_string_member (object, g_ptr_array_index (headings, c)));
    }
  g_assert_null (read_cells (reader));
}

static void
test_latin (void)
{
  g_autofree char *csv = g_build_filename (folder, "location_coordinates.csv", NULL);
  g_autoptr(XbCsvReader) reader = open_case (csv, FALSE);
  g_autoptr(GPtrArray) headings = read_cells (reader);
  g_autoptr(GError) error = NULL;
  const XbCsvRow *row;

  g_assert_cmpuint (headings->len, ==, 4);
  if (xb_csv_reader_next (reader, &row, NULL, &error))
    g_assert_true (row->problem != NULL || row->n_cells == 4);
  else
    g_assert_nonnull (error);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const cases[] = {
    "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines", "newlines_crlf",
    "quotes_and_newlines", "simple", "simple_crlf", "utf8",
  };

  g_test_init (&argc, &argv, NULL);
  folder = argv[1];
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/csv-spectrum/", cases[i], NULL);

      g_test_add_data_func (path, cases[i], test_case);
    }
  g_test_add_func ("/csv-spectrum/latin", test_latin);
  return g_test_run ();
}
