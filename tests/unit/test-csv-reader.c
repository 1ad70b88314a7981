/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-csv-headings.h"
#include "xb-csv-reader.h"
#include "xb-error.h"

/* All rows of a file as one text: "line:cell|cell" or "line!problem", a line each. */
static char *
read_all (GBytes  *bytes,
          gsize    piece,
          GError **error)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr(XbCsvReader) reader = xb_csv_reader_new_in_pieces (stream, piece);
  GString *out = g_string_new (NULL);
  const XbCsvRow *row;

  while (xb_csv_reader_next (reader, &row, NULL, error))
    {
      g_string_append_printf (out, "%u%c", row->line, row->problem != NULL ? '!' : ':');
      if (row->problem != NULL)
        {
          g_assert_error (row->problem, XB_ERROR, XB_ERROR_INVALID);
          g_assert_cmpuint (row->n_cells, ==, 0);
          g_string_append (out, row->problem->message);
        }
      for (guint i = 0; i < row->n_cells; i++)
        g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", row->cells[i]);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

/* The same whatever the size of the pieces. */
static void
assert_reads (const char *data,
              gsize       length,
              const char *expected)
{
  static const gsize pieces[] = { 16, 17, 31, 64, 1000, 128 * 1024 };
  g_autoptr(GBytes) bytes = g_bytes_new (data, length);

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *rows = read_all (bytes, pieces[i], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (rows, ==, expected);
    }
}

static void
test_rows (void)
{
  static const struct { const char *text, *rows; } table[] = {
    { "", "" },
    { "\n\r\n\r", "" },
    { "a", "1:a\n" },
    { "a,b\n1,2\n", "1:a|b\n2:1|2\n" },
    { "a,b\r\n1,2\r\n", "1:a|b\n2:1|2\n" },
    { "a,b\r1,2\r", "1:a|b\n2:1|2\n" },
    { "a,b\r1,2\n3,4\r\n5,6", "1:a|b\n2:1|2\n3:3|4\n4:5|6\n" },
    { "\n\na,b\n\n\n1,2\n", "3:a|b\n6:1|2\n" },
    { "a,b\n,,\n1,2\n", "1:a|b\n3:1|2\n" },
    { "a,b\n1,\n", "1:a|b\n2:1|\n" },
    { "a,b\n,1", "1:a|b\n2:|1\n" },
    { "a,b\n1,", "1:a|b\n2:1|\n" },
    { "a,b,c\n1\n1,2,3,4\n", "1:a|b|c\n2:1\n3:1|2|3|4\n" },
    { "a b , c\n", "1:a b | c\n" },
    /* quotes */
    { "a,b\n\"1,5\",2\n", "1:a|b\n2:1,5|2\n" },
    { "a,b\n\"say \"\"hi\"\"\",2\n", "1:a|b\n2:say \"hi\"|2\n" },
    { "\"a\",\"b\"\n\"\",\"\"\"\"\n", "1:a|b\n2:|\"\n" },
    { "a,b\n\"x\ny\",2\n3,4\n", "1:a|b\n2:x\ny|2\n4:3|4\n" },
    { "a,b\n\"x\r\ny\r\nz\",2\r\n3,4\r\n", "1:a|b\n2:x\r\ny\r\nz|2\n5:3|4\n" },
    { "a,b\n\"x\ry\",2\r3,4", "1:a|b\n2:x\ry|2\n4:3|4\n" },
    { "a,b\n1,\"2\"", "1:a|b\n2:1|2\n" },
    { "a,b\n1\"2,3\n", "1:a|b\n2:1\"2|3\n" },
    { "a,b\n1,2\"\n", "1:a|b\n2:1|2\"\n" },
    { "a,b\n\"1\"x,2\n", "1:a|b\n2:1x|2\n" },
    { "a,b\n\"1\" ,2\n", "1:a|b\n2:1 |2\n" },
    { "a,b\n\"\"\"\",2\n", "1:a|b\n2:\"|2\n" },
    /* delimiters */
    { "a;b;c\n1,5;2;3\n", "1:a|b|c\n2:1,5|2|3\n" },
    { "a\tb\n1,5\t2;3\n", "1:a|b\n2:1,5|2;3\n" },
    { "\"a,b,c\";d\n1;2\n", "1:a,b,c|d\n2:1|2\n" },
    { "sep=;\r\na,b;c\r\n1;2\r\n", "2:a,b|c\n3:1|2\n" },
    { "SEP=\t\na,b\tc\n", "2:a,b|c\n" },
    { "13800138000\n13900139000\n", "1:13800138000\n2:13900139000\n" },
    /* Excel's ways */
    { "\xef\xbb\xbf号码,用途\r\n=\"02886123456\",客服\r\n", "1:号码|用途\n2:02886123456|客服\n" },
    { "a,b\n'=1+1,'+86\n", "1:a|b\n2:=1+1|+86\n" },
    { "a,b\n\"'=1,2\",'x\n", "1:a|b\n2:=1,2|'x\n" },
    { "a,b\n''=1,=\"\"\n", "1:a|b\n2:'=1|\n" },
    /* a quote that is never closed costs its own line alone */
    { "a,b\n1,\"2\n3,4\n5,6\n", "1:a|b\n2!A quote opens here and is never closed; close it, or take it out\n3:3|4\n4:5|6\n" },
    { "a,b\n\"x\ny\",\"2\n3,4", "1:a|b\n3!A quote opens here and is never closed; close it, or take it out\n4:3|4\n" },
    { "a,b\n3,4\n\"", "1:a|b\n2:3|4\n3!A quote opens here and is never closed; close it, or take it out\n" },
    { "\"a,b\n1,2\n", "1!A quote opens here and is never closed; close it, or take it out\n2:1|2\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_test_message ("%s", table[i].text);
      assert_reads (table[i].text, strlen (table[i].text), table[i].rows);
    }
}

#define CHINESE "号码,用途\n13800138000,客服\n02886123456,门店\n"
#define CHINESE_ROWS "1:号码|用途\n2:13800138000|客服\n3:02886123456|门店\n"

static void
test_encodings (void)
{
  static const struct { const char *name, *mark; gsize mark_length; } table[] = {
    { "UTF-8", "", 0 }, { "UTF-8", "\xef\xbb\xbf", 3 }, { "UTF-16LE", "\xff\xfe", 2 }, { "UTF-16BE", "\xfe\xff", 2 },
    { "GB18030", "", 0 }, { "GBK", "", 0 }, { "GB2312", "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(GByteArray) data = g_byte_array_new ();
      g_autoptr(GError) error = NULL;
      gsize length;
      g_autofree char *text = g_convert (CHINESE, -1, table[i].name, "UTF-8", NULL, &length, &error);

      g_assert_no_error (error);
      g_test_message ("%s", table[i].name);
      g_byte_array_append (data, (const guint8 *) table[i].mark, table[i].mark_length);
      g_byte_array_append (data, (const guint8 *) text, length);
      assert_reads ((const char *) data->data, data->len, CHINESE_ROWS);
    }
}

/* Text that is ASCII for longer than any sample, then Chinese. */
static void
test_late_chinese (void)
{
  static const char *const encodings[] = { "UTF-8", "GB18030" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autoptr(GString) text = g_string_new ("number,use\n");
      g_autoptr(GInputStream) stream = NULL;
      g_autoptr(XbCsvReader) reader = NULL;
      g_autofree char *encoded = NULL;
      const XbCsvRow *row;
      guint count = 0;
      gsize length;

      for (guint j = 0; j < 20000; j++)
        g_string_append (text, "13800138000,shop\n");
      g_string_append (text, "02886123456,客服\n");
      encoded = g_convert (text->str, -1, encodings[i], "UTF-8", NULL, &length, NULL);
      stream = g_memory_input_stream_new_from_data (encoded, length, NULL);
      reader = xb_csv_reader_new (stream);
      while (xb_csv_reader_next (reader, &row, NULL, NULL))
        {
          g_assert_null (row->problem);
          if (++count == 20002)
            g_assert_cmpstr (row->cells[1], ==, "客服");
        }
      g_assert_cmpuint (count, ==, 20002);
      g_assert_cmpstr (xb_csv_reader_get_encoding (reader), ==, encodings[i]);
      g_assert_cmpint (xb_csv_reader_get_offset (reader), ==, length);
    }
}

/* A single pair of bytes may read as either: Chinese text never has the Latin letters of two-byte UTF-8. */
static void
test_short_gb (void)
{
  static const char *const cells[] = { "联通", "模", "力量", "移动", "电信", "公司" };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *text = g_strdup_printf ("number,use\n95588,%s\n", cells[i]);
      g_autofree char *rows = g_strdup_printf ("1:number|use\n2:95588|%s\n", cells[i]);
      gsize length;
      g_autofree char *encoded = g_convert (text, -1, "GB18030", "UTF-8", NULL, &length, NULL);

      assert_reads (encoded, length, rows);
      assert_reads (text, strlen (text), rows);
    }
}

static void
test_damaged_row (void)
{
  static const char utf8[] = "号码,用途\n13800138000,客\xe5\xae\n13900139000,门店\n";
  static const char zero[] = "\xef\xbb\xbfnumber,use\n13800138000,a\0b\n13900139000,c\n";
  static const char gb[] = "\xba\xc5\xc2\xeb,\xd3\xc3\xcd\xbe\xcd\xbe\xd3\xc3\xcd\xbe\xd3\xc3\xcd\xbe\xd3\xc3\xcd\xbe\n1,\xff\n2,\xd3\xc3\n";

  assert_reads (utf8, sizeof utf8 - 1,
                "1:号码|用途\n2!The row holds damaged characters (no UTF-8 text); type them anew\n3:13900139000|门店\n");
  assert_reads (zero, sizeof zero - 1,
                "1:number|use\n2!The row holds damaged characters (no UTF-8 text); type them anew\n3:13900139000|c\n");
  assert_reads (gb, sizeof gb - 1,
                "1:号码|用途途用途用途用途\n2!The row holds damaged characters (no GB18030 text); type them anew\n3:2|用\n");
}

static void
test_refused (void)
{
  static const struct { const char *data; gsize length; const char *says; } table[] = {
    { "PK\3\4......", 10, "Excel workbook" },
    { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, "Excel workbook" },
    { "a,b\n1,\0\n", 8, "no text file" },
    { "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, "no text file" },
    { "a,b\n\xff\xff\xff,\xff\xff\n", 11, "neither UTF-8 nor GB18030" },
    { "caf\xe9, Z\xfc, \xe0\n", 12, "neither UTF-8 nor GB18030" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (table[i].data, table[i].length);
      g_autoptr(GError) error = NULL;
      g_autofree char *rows = read_all (bytes, 1000, &error);

      g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, table[i].says));
    }
}

static void
test_missing_file (void)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/nonexistent/numbers.csv");
  g_autoptr(GCancellable) cancelled = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_assert_null (xb_csv_reader_new_for_file (file, NULL, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "/nonexistent/numbers.csv"));
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  g_assert_null (xb_csv_reader_new_for_file (file, cancelled, &error));
  g_assert_true (xb_error_is_cancelled (error));
}

/* A row of a million columns, one of two megabytes, a quote over two megabytes: reported, and reading goes on. */
static void
test_limits (void)
{
  static const gsize pieces[] = { 100, 4096, 128 * 1024 };
  g_autofree char *commas = g_strnfill (2000000, ',');
  g_autofree char *letters = g_strnfill (2000000, 'x');
  g_autofree char *just = g_strnfill (XB_CSV_ROW_MOST, 'y');
  g_autofree char *few = g_strnfill (XB_CSV_COLUMNS_MOST - 1, ',');
  g_autofree char *text = g_strdup_printf ("a,b\n%s\n1,2\n%.5000s\n3,4\n%s\n5,6\n\"%s\",\n7,8\n%s\n%sz\nz%s\n9,10\n",
                                           commas, commas, letters, letters, just, just, few);
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
      g_autoptr(XbCsvReader) reader = xb_csv_reader_new_in_pieces (stream, pieces[i]);
      static const struct { guint line, cells; const char *says; } expected[] = {
        { 1, 2 }, { 2, 0, "longer than 1 MiB" }, { 3, 2 }, { 4, 0, "more than 1000 columns" }, { 5, 2 },
        { 6, 0, "longer than 1 MiB" }, { 7, 2 }, { 8, 0, "never closed" }, { 9, 2 }, { 10, 1 },
        { 11, 0, "longer than 1 MiB" }, { 12, 1000 }, { 13, 2 },
      };
      g_autoptr(GError) error = NULL;
      const XbCsvRow *row;

      for (guint j = 0; j < G_N_ELEMENTS (expected); j++)
        {
          g_assert_true (xb_csv_reader_next (reader, &row, NULL, &error));
          g_assert_cmpuint (row->line, ==, expected[j].line);
          g_assert_cmpuint (row->n_cells, ==, expected[j].cells);
          g_assert_cmpint (row->problem != NULL, ==, expected[j].says != NULL);
          if (row->problem != NULL)
            g_assert_nonnull (strstr (row->problem->message, expected[j].says));
        }
      g_assert_false (xb_csv_reader_next (reader, &row, NULL, &error));
      g_assert_no_error (error);
    }
}

static void
test_cancel (void)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data ("a,b\n", 4, NULL);
  g_autoptr(XbCsvReader) reader = xb_csv_reader_new (stream);
  g_autoptr(GCancellable) cancelled = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  const XbCsvRow *row;

  g_cancellable_cancel (cancelled);
  g_assert_false (xb_csv_reader_next (reader, &row, cancelled, &error));
  g_assert_true (xb_error_is_cancelled (error));
}

static void
test_headings (void)
{
  /* columns: number use date calls answered marks complaints inquiries orders revenue rate */
  static const struct { const char *text; gboolean header; int columns[XB_CSV_N_FIELDS]; } table[] = {
    { "号码,用途", TRUE, { 0, 1, -1, -1, -1, -1, -1, -1, -1, -1, -1 } },
    { "用途,号码", TRUE, { 1, 0, -1, -1, -1, -1, -1, -1, -1, -1, -1 } },
    { "number,use", TRUE, { 0, 1, -1, -1, -1, -1, -1, -1, -1, -1, -1 } },
    { "Phone Number,Note", TRUE, { 0, 1, -1, -1, -1, -1, -1, -1, -1, -1, -1 } },
    { "手机号码,备注", TRUE, { 0, 1, -1, -1, -1, -1, -1, -1, -1, -1, -1 } },
    { "序号,姓名,电话号码,门店", TRUE, { 2, 3, -1, -1, -1, -1, -1, -1, -1, -1, -1 } },
    { " 号 码 ,　用途　", TRUE, { 0, 1, -1, -1, -1, -1, -1, -1, -1, -1, -1 } },
    { "日期,号码,呼出量,接通量,标记次数,投诉量,咨询量,订单量,成交额", TRUE, { 1, -1, 0, 2, 3, 4, 5, 6, 7, 8, -1 } },
    { "date,number,calls,answered,marks,complaints,inquiries,orders,revenue", TRUE, { 1, -1, 0, 2, 3, 4, 5, 6, 7, 8, -1 } },
    { "成交额（元）,订单量(单),ＤＡＴＥ,phone_number,Calls_Made", TRUE, { 3, -1, 2, 4, -1, -1, -1, -1, 1, 0, -1 } },
    { "13800138000,客服", FALSE, { 0, 1, -1, -1, -1, -1, -1, -1, -1, -1, -1 } },
    { "13800138000", FALSE, { 0, 1, -1, -1, -1, -1, -1, -1, -1, -1, -1 } },
    { "１３８００１３８０００,客服", FALSE, { 0, 1, -1, -1, -1, -1, -1, -1, -1, -1, -1 } },
    { "138001380,客服", FALSE, { 0, 1, -1, -1, -1, -1, -1, -1, -1, -1, -1 } },
    { "日期,号码,呼出量,接通率", TRUE, { 1, -1, 0, 2, -1, -1, -1, -1, -1, -1, 3 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_auto(GStrv) cells = g_strsplit (table[i].text, ",", -1);
      XbCsvRow row = { .cells = cells, .n_cells = g_strv_length (cells), .line = 1 };
      g_autoptr(GError) error = NULL;
      XbCsvHeadings headings;

      g_test_message ("%s", table[i].text);
      xb_csv_headings_read (&headings, &row, &error);
      g_assert_no_error (error);
      g_assert_cmpint (headings.header, ==, table[i].header);
      for (guint field = 0; field < XB_CSV_N_FIELDS; field++)
        g_assert_cmpint (headings.columns[field], ==, table[i].columns[field]);
    }
}

static void
test_bad_headings (void)
{
  static const struct { const char *text, *says; } table[] = {
    { "姓名,地址", "no column “号码” (number)" },
    { "用途,日期", "no column “号码” (number)" },
    { "号码,电话", "“号码” and “电话” mean the same" },
    { "number,use,use", "“use” and “use” mean the same" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_auto(GStrv) cells = g_strsplit (table[i].text, ",", -1);
      XbCsvRow row = { .cells = cells, .n_cells = g_strv_length (cells), .line = 1 };
      g_autoptr(GError) error = NULL;
      XbCsvHeadings headings;

      g_assert_false (xb_csv_headings_read (&headings, &row, &error));
      g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, table[i].says));
    }
}

static void
test_fields (void)
{
  char *cells[] = { (char *) "用途", (char *) "号码" };
  char *values[] = { (char *) "客服" };
  XbCsvRow row = { .cells = cells, .n_cells = 2, .line = 1 };
  XbCsvRow shorter = { .cells = values, .n_cells = 1, .line = 2 };
  g_autoptr(GError) error = NULL;
  XbCsvHeadings headings;

  g_assert_true (xb_csv_headings_read (&headings, &row, NULL));
  g_assert_cmpstr (xb_csv_headings_get (&headings, &shorter, XB_CSV_FIELD_USE), ==, "客服");
  g_assert_null (xb_csv_headings_get (&headings, &shorter, XB_CSV_FIELD_NUMBER));
  g_assert_null (xb_csv_headings_get (&headings, &shorter, XB_CSV_FIELD_DATE));
  g_assert_false (xb_csv_headings_require (&headings, XB_CSV_FIELD_DATE, &error));
  g_assert_nonnull (strstr (error->message, "“日期” (date)"));
  g_assert_cmpstr (xb_csv_field_to_string (XB_CSV_FIELD_REVENUE, TRUE), ==, "成交额");
  g_assert_cmpstr (xb_csv_field_to_string (XB_CSV_FIELD_REVENUE, FALSE), ==, "revenue");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-reader/rows", test_rows);
  g_test_add_func ("/csv-reader/encodings", test_encodings);
  g_test_add_func ("/csv-reader/late-chinese", test_late_chinese);
  g_test_add_func ("/csv-reader/short-gb", test_short_gb);
  g_test_add_func ("/csv-reader/damaged-row", test_damaged_row);
  g_test_add_func ("/csv-reader/refused", test_refused);
  g_test_add_func ("/csv-reader/missing-file", test_missing_file);
  g_test_add_func ("/csv-reader/limits", test_limits);
  g_test_add_func ("/csv-reader/cancel", test_cancel);
  g_test_add_func ("/csv-headings/known", test_headings);
  g_test_add_func ("/csv-headings/bad", test_bad_headings);
  g_test_add_func ("/csv-headings/fields", test_fields);
  return g_test_run ();
}
