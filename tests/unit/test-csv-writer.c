/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "xb-csv-reader.h"
#include "xb-csv-writer.h"
#include "xb-error.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("xinbiao-csv-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "号码.csv", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0); /* nothing else was left there */
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
test_cells (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct { const char *cell, *written; } table[] = {
    { "plain", "plain" }, { "", "" }, { NULL, "" }, { "客服", "客服" }, { "a,b", "\"a,b\"" },
    { "say \"hi\"", "\"say \"\"hi\"\"\"" }, { "two\nlines", "\"two\nlines\"" }, { "a;b", "\"a;b\"" },
    { "+8613800138000", "+8613800138000" }, { "+86 138 0013 8000", "+86 138 0013 8000" },
    { "+14155550100", "+14155550100" }, { "-12.50", "-12.50" }, { "12", "12" }, { "028-8612 3456", "028-8612 3456" },
    { "=1+1", "\"'=1+1\"" }, { "=cmd|'/c calc'!A1", "\"'=cmd|'/c calc'!A1\"" }, { "@SUM(A1)", "\"'@SUM(A1)\"" },
    { "+1+cmd", "\"'+1+cmd\"" }, { "-1+2", "\"'-1+2\"" }, { "-2+3+cmd|' /C calc'!A0", "\"'-2+3+cmd|' /C calc'!A0\"" },
    { "\t=1", "\"'\t=1\"" }, { "\r=1", "\"'\r=1\"" }, { "'=1", "\"''=1\"" }, { "'quoted'", "'quoted'" },
  };
  g_autoptr(XbCsvWriter) writer = xb_csv_writer_new (fixture->path, NULL);
  g_autoptr(GString) expected = g_string_new ("\xef\xbb\xbf");
  g_autoptr(GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr(XbCsvReader) reader = NULL;
  g_autofree char *contents = NULL;
  g_autoptr(GError) error = NULL;
  const XbCsvRow *row;

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      xb_csv_writer_add (writer, "x");
      xb_csv_writer_add (writer, table[i].cell);
      xb_csv_writer_end_row (writer);
      g_string_append_printf (expected, "x,%s\r\n", table[i].written);
    }
  g_assert_true (xb_csv_writer_finish (writer, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, expected->str);

  /* and it reads back as it was */
  reader = xb_csv_reader_new_for_file (file, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_assert_true (xb_csv_reader_next (reader, &row, NULL, NULL));
      g_assert_cmpstr (row->cells[1], ==, table[i].cell != NULL ? table[i].cell : "");
    }
  g_assert_false (xb_csv_reader_next (reader, &row, NULL, NULL));
}

static void
test_whole_or_not (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *contents = NULL;
  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  {
    g_autoptr(XbCsvWriter) abandoned = xb_csv_writer_new (fixture->path, NULL);

    for (guint i = 0; i < 100000; i++)
      {
        xb_csv_writer_add (abandoned, "13800138000");
        xb_csv_writer_end_row (abandoned);
      }
  }
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "old");
  g_clear_pointer (&contents, g_free);
  {
    g_autoptr(XbCsvWriter) writer = xb_csv_writer_new (fixture->path, NULL);

    xb_csv_writer_add (writer, "new");
    xb_csv_writer_end_row (writer);
    g_assert_true (xb_csv_writer_finish (writer, NULL));
  }
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "\xef\xbb\xbfnew\r\n");
}

/* A link that points at the file still does. */
static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link.csv", NULL);
  g_autoptr(XbCsvWriter) writer = NULL;
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_assert_cmpint (symlink ("号码.csv", link), ==, 0);
  writer = xb_csv_writer_new (link, NULL);
  xb_csv_writer_add (writer, "new");
  xb_csv_writer_end_row (writer);
  g_assert_true (xb_csv_writer_finish (writer, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "\xef\xbb\xbfnew\r\n");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_unlink (link);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (xb_csv_writer_new ("/nonexistent/folder/a.csv", &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "“a.csv” cannot be written"));
  g_clear_error (&error);
  g_assert_null (xb_csv_writer_new (fixture->folder, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_IO);
}

/* /dev/full takes nothing: the disk is full. */
static void
test_full (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(XbCsvWriter) writer = xb_csv_writer_new ("/dev/full", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (writer);
  for (guint i = 0; i < 20000; i++)
    {
      xb_csv_writer_add (writer, "13800138000");
      xb_csv_writer_end_row (writer);
    }
  g_assert_false (xb_csv_writer_finish (writer, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_IO);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/csv-writer/cells", Fixture, NULL, set_up, test_cells, tear_down);
  g_test_add ("/csv-writer/whole-or-not", Fixture, NULL, set_up, test_whole_or_not, tear_down);
  g_test_add ("/csv-writer/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/csv-writer/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/csv-writer/full", Fixture, NULL, set_up, test_full, tear_down);
  return g_test_run ();
}
