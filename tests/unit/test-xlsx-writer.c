/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "xb-error.h"
#include "xb-report-reader.h"
#include "xb-xlsx-reader.h"
#include "xb-xlsx-writer.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->folder = g_dir_make_tmp ("xinbiao-xlsx-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "费用.xlsx", NULL);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_unlink (f->path);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0); /* nothing else was left there */
  g_free (f->path);
  g_free (f->folder);
}

static const XbTableColumn columns[] = {
  { "日期", XB_TABLE_DAY }, { "元", XB_TABLE_MONEY }, { "号码", XB_TABLE_TEXT }, { "通", XB_TABLE_COUNT },
  { "接通率", XB_TABLE_SHARE }, { "变化", XB_TABLE_POINTS }, { "区间", XB_TABLE_RANGE }, { "线", XB_TABLE_LINE },
  { "备注", XB_TABLE_TEXT },
};

static void
add_row (XbTable    *table,
         const char *day,
         gint64      fen,
         const char *note)
{
  xb_table_add_day (table, day);
  xb_table_add_money (table, fen);
  xb_table_add_text (table, "02886123456");
  xb_table_add_count (table, 1234567);
  xb_table_add_share (table, 0.6125);
  xb_table_add_points (table, -0.07);
  xb_table_add_range (table, 0.5, 0.75);
  xb_table_take_line (table, g_array_new (FALSE, FALSE, sizeof (double)));
  xb_table_add_text (table, note);
}

static void
write_book (const char *path,
            XbTable    *table)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(XbXlsxWriter) writer = xb_xlsx_writer_new (path, "费用", &error);

  g_assert_no_error (error);
  g_assert_true (xb_xlsx_writer_add (writer, "费用/2026", table, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (xb_xlsx_writer_add (writer, "费用 2026", table, NULL, &error));
  g_assert_true (xb_xlsx_writer_finish (writer, NULL, &error));
  g_assert_no_error (error);
}

static char *
dup_part (const char *path,
          const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(XbXlsxPackage) package = xb_xlsx_package_new (path, &error);
  g_autoptr(XbXlsxPart) part = NULL;
  GString *out = g_string_new (NULL);
  char buffer[4096];
  gssize n;

  g_assert_no_error (error);
  part = xb_xlsx_part_open (package, name, NULL, &error);
  g_assert_no_error (error);
  while ((n = xb_xlsx_part_read (part, buffer, sizeof buffer)) > 0)
    g_string_append_len (out, buffer, n);
  return g_string_free (out, FALSE);
}

static gboolean
has (const char *text,
     const char *regex)
{
  gboolean found = g_regex_match_simple (regex, text, G_REGEX_DOTALL, 0);

  if (!found)
    g_test_message ("no %s in %s", regex, text);
  return found;
}

/* The cells are dates and numbers, and not text that looks like them. */
static void
test_types (Fixture       *f,
            gconstpointer  data)
{
  g_autoptr(XbTable) table = xb_table_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *sheet = NULL;
  g_autofree char *book = NULL;
  g_autofree char *styles = NULL;

  add_row (table, "2026-09-01", 123450, "=1+1");
  add_row (table, "2026-09-30", -1, "一\n二");
  write_book (f->path, table);
  sheet = dup_part (f->path, "xl/worksheets/sheet1.xml");
  /* 2026-09-01 is 46266 days after 1899-12-30 */
  g_assert_true (has (sheet, "<c r=\"A2\" s=\"\\d+\"><v>46266</v></c>"));
  g_assert_true (has (sheet, "<c r=\"B2\" s=\"\\d+\"><v>1234\\.5</v></c>"));
  g_assert_true (has (sheet, "<c r=\"B3\" s=\"\\d+\"><v>-0\\.01</v></c>"));
  g_assert_true (has (sheet, "<c r=\"C2\" s=\"\\d+\" t=\"s\">")); /* the zero at its beginning stays */
  g_assert_true (has (sheet, "<c r=\"D2\" s=\"\\d+\"><v>1234567</v></c>"));
  g_assert_true (has (sheet, "<c r=\"E2\" s=\"\\d+\"><v>0\\.6125</v></c>"));
  g_assert_true (has (sheet, "<c r=\"G2\" s=\"\\d+\"><v>0\\.5</v></c><c r=\"H2\" s=\"\\d+\"><v>0\\.75</v></c>"));
  g_assert_true (has (sheet, "<c r=\"I2\" s=\"\\d+\" t=\"s\">")); /* and no formula */
  g_assert_false (strstr (sheet, "<f>") != NULL);
  g_assert_true (has (sheet, "<row r=\"3\"[^>]* ht=\"30\"")); /* two lines */
  g_assert_true (has (sheet, "<pane ySplit=\"1\""));
  g_assert_true (has (sheet, "<col min=\"1\" max=\"1\" width=\"1\\d\\."));
  styles = dup_part (f->path, "xl/styles.xml");
  g_assert_true (has (styles, "formatCode=\"yyyy-mm-dd\""));
  book = dup_part (f->path, "xl/workbook.xml");
  g_assert_true (has (book, "<sheet name=\"费用 2026\"")); /* a slash is not allowed there, a name twice neither */
  g_assert_true (has (book, "<sheet name=\"费用 2026 2\""));
}

/* Our own reader finds what was written. */
static void
test_read_back (Fixture       *f,
                gconstpointer  data)
{
  static const char *const headings[] = { "日期", "元", "号码", "通", "接通率", "变化", "区间, from", "区间, to", "备注" };
  static const char *const cells[] = { "2026-09-30", "90071992547.41", "02886123456", "1234567", "61.25%", "-7", "50%", "75%",
                                       "两行\n一行" };
  g_autoptr(XbTable) table = xb_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr(XbReportReader) reader = NULL;
  g_autoptr(GError) error = NULL;
  const XbReportRow *row;

  add_row (table, "2026-09-30", G_GINT64_CONSTANT (9007199254741), "两行\n一\x01行");
  xb_table_set_total (table);
  write_book (f->path, table);
  reader = xb_report_reader_new (f->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (xb_report_reader_get_n_sheets (reader), ==, 2);
  g_assert_true (xb_report_reader_next (reader, &row, NULL, &error));
  g_assert_cmpuint (row->n_cells, ==, G_N_ELEMENTS (headings));
  for (guint i = 0; i < row->n_cells; i++)
    g_assert_cmpstr (row->cells[i], ==, headings[i]);
  g_assert_true (xb_report_reader_next (reader, &row, NULL, &error));
  for (guint i = 0; i < row->n_cells; i++)
    g_assert_cmpstr (row->cells[i], ==, cells[i]);
  g_assert_false (xb_report_reader_next (reader, &row, NULL, &error));
  g_assert_no_error (error);
}

/* What a cell cannot hold exactly is text; what is not known is nothing, never NaN. */
static void
test_edges (Fixture       *f,
            gconstpointer  data)
{
  g_autoptr(XbTable) table = xb_table_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *sheet = NULL;
  g_autofree char *text = NULL;

  xb_table_add_day (table, "1900-01-01");
  xb_table_add_money (table, G_GINT64_CONSTANT (9007199254740991));
  xb_table_add_text (table, "\xff\xfe");
  xb_table_add_nothing (table);
  xb_table_add_share (table, NAN);
  xb_table_add_points (table, -0.0004);
  xb_table_add_range (table, 0, NAN);
  xb_table_add_nothing (table);
  xb_table_add_text (table, "");
  g_assert_cmpuint (xb_table_get_n_rows (table), ==, 1);
  text = xb_table_dup_text (table, 0, 4);
  g_assert_cmpstr (text, ==, "–");
  g_clear_pointer (&text, g_free);
  text = xb_table_dup_text (table, 0, 5);
  g_assert_cmpstr (text, ==, "0.0");
  write_book (f->path, table);
  sheet = dup_part (f->path, "xl/worksheets/sheet1.xml");
  g_assert_true (has (sheet, "<c r=\"A2\" s=\"\\d+\" t=\"s\">"));
  g_assert_true (has (sheet, "<c r=\"B2\" s=\"\\d+\" t=\"s\">"));
  g_assert_false (has (sheet, "(?i)nan|r=\"E2\"|r=\"G2\""));
}

static void
test_whole_or_not (Fixture       *f,
                   gconstpointer  data)
{
  g_autoptr(XbTable) table = xb_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *contents = NULL;
  g_autoptr(GError) error = NULL;

  add_row (table, "2026-09-01", 1, NULL);
  g_assert_true (g_file_set_contents (f->path, "old", -1, NULL));
  {
    g_autoptr(XbXlsxWriter) writer = xb_xlsx_writer_new (f->path, "x", &error);

    g_assert_true (xb_xlsx_writer_add (writer, "a", table, NULL, &error));
    g_cancellable_cancel (cancellable);
    g_assert_false (xb_xlsx_writer_finish (writer, cancellable, &error));
    g_assert_true (xb_error_is_cancelled (error));
  }
  g_assert_true (g_file_get_contents (f->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "old");
  g_clear_error (&error);
  g_assert_null (xb_xlsx_writer_new ("/nonexistent/folder/a.xlsx", "x", &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_IO);
}

/* No file grows beyond @most bytes in a child: the disk is full at that point, wherever that is. */
static int
write_with (const char *path,
            rlim_t      most)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      struct rlimit limit = { most, most };
      g_autoptr(XbTable) table = xb_table_new (columns, G_N_ELEMENTS (columns));
      g_autoptr(GError) error = NULL;
      XbXlsxWriter *writer;
      gboolean done;

      signal (SIGXFSZ, SIG_IGN);
      setrlimit (RLIMIT_FSIZE, &limit);
      g_assert_nonnull (freopen ("/dev/null", "w", stderr)); /* the library's own words */
      for (guint i = 0; i < 3000; i++)
        add_row (table, "2026-09-01", i, "备注");
      writer = xb_xlsx_writer_new (path, "x", &error);
      done = writer != NULL && xb_xlsx_writer_add (writer, "a", table, NULL, &error) &&
             xb_xlsx_writer_finish (writer, NULL, &error);
      g_clear_pointer (&writer, xb_xlsx_writer_free);
      _exit (done ? 0 : g_error_matches (error, XB_ERROR, XB_ERROR_IO) ? 1 : 2);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static void
test_full (Fixture       *f,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  guint refused = 0;

  /* the largest part takes some 1.4 MB where the library has it in a file, the workbook less than a tenth */
  for (rlim_t most = 500; most < 4000000; most = most * 3 / 2)
    {
      int code = write_with (f->path, most);

      g_test_message ("%lu: %d", (gulong) most, code);
      g_assert_cmpint (code, <, 2);
      refused += code == 1;
      g_assert_true (g_file_test (f->path, G_FILE_TEST_EXISTS) == (code == 0));
      if (code == 0)
        {
          g_autoptr(XbXlsxPackage) package = xb_xlsx_package_new (f->path, &error);

          g_assert_no_error (error);
          g_assert_true (xb_xlsx_package_check (package, NULL, &error));
          g_assert_cmpint (g_unlink (f->path), ==, 0);
        }
    }
  g_assert_cmpuint (refused, >=, 8);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/xlsx-writer/types", Fixture, NULL, set_up, test_types, tear_down);
  g_test_add ("/xlsx-writer/read-back", Fixture, NULL, set_up, test_read_back, tear_down);
  g_test_add ("/xlsx-writer/edges", Fixture, NULL, set_up, test_edges, tear_down);
  g_test_add ("/xlsx-writer/whole-or-not", Fixture, NULL, set_up, test_whole_or_not, tear_down);
  g_test_add ("/xlsx-writer/full", Fixture, NULL, set_up, test_full, tear_down);
  return g_test_run ();
}
