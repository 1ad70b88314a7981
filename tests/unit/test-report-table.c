/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "book.h"
#include "xb-error.h"
#include "xb-report-table.h"

/* Reports as the program reads them: written by LibreOffice, by hand, and broken. */

static const char *fixtures;

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("xb-report-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "report", NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* "4 number 2026-09-01 1200/734/2/-/-/-/123450", a line each; a problem after "!". */
static char *
read_path (const char  *path,
           GHashTable  *remembered,
           gboolean     has_number,
           GError     **error)
{
  g_autoptr(XbReportTable) table = xb_report_table_new (path, NULL, remembered, NULL, error);
  g_autoptr(GString) out = g_string_new (NULL);
  g_autoptr(GError) wrong = NULL;
  XbReportEntry entry;
  GError *problem = NULL;

  if (table == NULL || !xb_report_table_check (table, has_number, error))
    return NULL;
  while (xb_report_table_next (table, &entry, &problem, NULL, &wrong))
    {
      char period[11];

      g_string_append_printf (out, "%u", entry.line);
      if (problem != NULL)
        {
          g_assert_error (problem, XB_ERROR, XB_ERROR_INVALID);
          g_string_append_printf (out, "!%s\n", problem->message);
          g_clear_error (&problem);
          continue;
        }
      if (entry.is_total)
        {
          g_string_append (out, " total\n");
          continue;
        }
      xb_period_format (entry.period, period);
      g_string_append_printf (out, " %s %s ", entry.number != NULL ? entry.number : "?", period);
      for (guint i = 0; i < XB_N_METRICS; i++)
        if ((entry.figures.known & 1u << i) != 0)
          g_string_append_printf (out, "%s%" G_GINT64_FORMAT, i > 0 ? "/" : "", entry.figures.value[i]);
        else
          g_string_append_printf (out, "%s-", i > 0 ? "/" : "");
      g_string_append (out, entry.from_rate ? " rate\n" : "\n");
    }
  if (wrong == NULL)
    return g_string_free (g_steal_pointer (&out), FALSE);
  g_propagate_error (error, g_steal_pointer (&wrong));
  return NULL;
}

static void
assert_reads (const char *path,
              const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *found = read_path (path, NULL, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, expected);
}

static void
assert_refused (const char *path,
                XbError     code,
                const char *words)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *found = read_path (path, NULL, FALSE, &error);

  g_assert_null (found);
  g_assert_error (error, XB_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
}

static void
write_text (Fixture    *fixture,
            const char *text,
            gssize      length)
{
  g_assert_true (g_file_set_contents (fixture->path, text, length, NULL));
}

static void
write_sheet (Fixture    *fixture,
             const char *sheet,
             const char *strings)
{
  const BookPart parts[] = {
    { "xl/worksheets/sheet1.xml", sheet },
    { "xl/sharedStrings.xml", strings != NULL ? strings : "<sst/>" },
  };

  book_write (fixture->path, parts, G_N_ELEMENTS (parts));
}

static void
test_libreoffice (Fixture      *fixture,
                  gconstpointer data)
{
  static const struct { const char *name; const char *expected; } books[] = {
    /* A title above, a hidden sheet and one of prose before, numbers merged over rows, formulas, a rate, sums below. */
    { "daily.xlsx", "4 138 0013 8000 2026-09-01 1200/734/2/-/-/-/123450 rate\n"
                    "5 138 0013 8000 2026-09-02 1202/601/0/-/-/-/30 rate\n"
                    "6 138 0013 8000 2026-09-03 10/10/0/-/-/-/30 rate\n"
                    "7 028-6555 1201 2026-09-01 100/66/0/-/-/-/- rate\n"
                    "8 total\n" },
    { "monthly.xlsx", "2 13800138000 2026-07 31000/20000/-/3/-/-/-\n"
                      "3 13800138000 2026-08 30500/19900/-/1/-/-/-\n" },
    { "from-1904.xlsx", "2!“1904-01-02” is outside the years 2000 to 2099; is this the column of days?\n"
                        "3 13800138000 2026-02-28 40/31/-/-/-/-/-\n"
                        "4 13800138000 2026-03-01 41/32/-/-/-/-/-\n" },
  };
  static const struct { const char *name; const char *words; } refused[] = {
    { "password.xlsx", "protected by a password" }, { "daily.xls", "old Excel format" }, { "daily.ods", "OpenDocument" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    {
      g_autofree char *path = g_build_filename (fixtures, books[i].name, NULL);

      g_test_message ("%s", books[i].name);
      assert_reads (path, books[i].expected);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_build_filename (fixtures, refused[i].name, NULL);

      assert_refused (path, XB_ERROR_INVALID, refused[i].words);
    }
}

/* Cut off anywhere, it is never taken for a whole one. */
static void
test_truncated (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixtures, "daily.xlsx", NULL);
  g_autofree char *whole = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &whole, &length, NULL));
  for (gsize cut = 4; cut < length - 22; cut += 97)
    {
      write_text (fixture, whole, cut);
      assert_refused (fixture->path, XB_ERROR_DAMAGED, "cut off");
    }
  /* a byte that was lost on the way */
  for (gsize at = 300; at < 1500; at += 61)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *broken = g_memdup2 (whole, length);
      g_autofree char *found = NULL;

      broken[at] ^= 0x55;
      write_text (fixture, broken, length);
      found = read_path (fixture->path, NULL, FALSE, &error);
      g_assert_true (found != NULL || error->domain == XB_ERROR);
    }
}

static void
test_cells (Fixture      *fixture,
            gconstpointer data)
{
  write_sheet (fixture, BOOK_SHEET (
    "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><t>日期</t></is></c><c t=\"s\"><v>1</v></c>"
    "<c t=\"str\"><f>\"接通\"&amp;\"量\"</f><v>接通量</v></c><c r=\"F2\" t=\"s\"><v>2</v></c></row>"
    /* a style that is a day; text that is a number; what XML cannot hold */
    "<row><c t=\"inlineStr\"><is><r><t>1380</t></r><r><t xml:space=\"preserve\">013 8000</t></r><rPh><t>x</t></rPh></is></c>"
    "<c s=\"1\"><v>46308</v></c><c t=\"s\"><v>3</v></c><c><v>6.1E1</v></c><c r=\"F3\"><v>12.5</v></c></row>"
    /* no result, an error, a day of ISO, an index that is none, an empty cell */
    "<row r=\"10\"><c r=\"A10\"><v>13800138000</v></c><c r=\"B10\" s=\"1\"><v>46309</v></c><c r=\"C10\"><f>A1+A2</f></c></row>"
    "<row r=\"11\"><c r=\"A11\"><v>13800138000</v></c><c r=\"B11\" s=\"1\"><v>46309</v></c><c r=\"C11\" t=\"e\"><v>#DIV/0!</v></c></row>"
    "<row r=\"12\"><c r=\"A12\"><v>13800138000</v></c><c r=\"B12\" t=\"d\"><v>2026-10-15T00:00:00</v></c><c r=\"C12\"><v>5</v></c>"
    "<c r=\"D12\"/><c r=\"F12\" t=\"s\"><v>99</v></c></row>"
    "<row r=\"13\"/><row r=\"14\"><c r=\"B14\"><v>60</v></c></row>"
    "<row r=\"15\"><c r=\"A15\"><v>13800138000</v></c><c r=\"B15\" s=\"1\"><v>60</v></c><c r=\"C15\"><v>1</v></c></row>"
    "<row r=\"16\"><c r=\"A16\"><v>13800138000</v></c><c r=\"B16\" s=\"1\"><v>46310</v></c><c r=\"C16\" t=\"b\"><v>1</v></c></row>"),
    "<sst xmlns=\"x\"><si><t>号码</t></si><si><t>呼出</t><phoneticPr/></si><si><r><t>成交额</t></r><r><t>(元)</t></r></si>"
    "<si><t>1_x002C_234</t></si></sst>");
  assert_reads (fixture->path,
                "3 1380013 8000 2026-10-13 1234/61/-/-/-/-/1250\n"
                "10!The formula in the column “呼出” has no result; open the workbook in Excel and save it again\n"
                "11!“#DIV/0!” is no whole number; write it in digits\n"
                "12 13800138000 2026-10-15 5/-/-/-/-/-/-\n"
                "14!“60” is no day; write an existing one as year-month-day, like 2026-10-13\n"
                "15!“60” is no day; write an existing one as year-month-day, like 2026-10-13\n"
                "16!“TRUE” is no whole number; write it in digits\n");
}

/* A figure that is merged over days belongs to none of them; a number or a day that is, to all. */
static void
test_merged (Fixture      *fixture,
             gconstpointer data)
{
  const BookPart parts[] = { { "xl/worksheets/sheet1.xml",
    "<worksheet xmlns:x=\"urn:x\"><sheetData>"
    "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>number</v></c><c r=\"B1\" t=\"str\"><v>date</v></c><c r=\"C1\" t=\"str\"><v>calls</v></c>"
    "<c r=\"D1\" t=\"str\"><v>orders</v></c></row>"
    "<row r=\"2\"><c r=\"A2\"><v>13800138000</v></c><c r=\"B2\" t=\"str\"><v>2026-09-01</v></c><c r=\"C2\"><v>1</v></c>"
    "<c r=\"D2\"><v>9</v></c></row>"
    "<row r=\"3\"><c r=\"B3\" t=\"str\"><v>2026-09-02</v></c><c r=\"C3\"><v>2</v></c></row>"
    "<row r=\"5\"><c r=\"B5\" t=\"str\"><v>2026-09-04</v></c><c r=\"C5\"><v>4</v></c></row>"
    "<row r=\"6\"><c r=\"A6\"><v>13800138001</v></c><c r=\"B6\" t=\"str\"><v>2026-09-04</v></c><c r=\"C6\"><v>5</v></c></row>"
    "</sheetData><mergeCells count=\"3\"><mergeCell ref=\"A2:A5\"/><x:mergeCell ref='D2:D3'/><mergeCell ref=\"B6:C6\"/>"
    "<mergeCell ref=\"nonsense\"/><mergeCell ref=\"A1048577:ZZZZZZ999999999\"/><mergeCell ref=\"\"/></mergeCells></worksheet>" },
  };

  book_write (fixture->path, parts, G_N_ELEMENTS (parts));
  assert_reads (fixture->path,
                "2!The cell in the column “orders” is merged over several rows, so it belongs to none of them; "
                "take the report with one row for each day\n"
                "3!The cell in the column “orders” is merged over several rows, so it belongs to none of them; "
                "take the report with one row for each day\n"
                "5 13800138000 2026-09-04 4/-/-/-/-/-/-\n"
                "6 13800138001 2026-09-04 5/-/-/-/-/-/-\n");
}

/* Months on sheets of their own; one with other headings between them is passed over. */
static void
test_sheets (Fixture      *fixture,
             gconstpointer data)
{
#define HEADINGS "<row r=\"1\"><c t=\"str\"><v>号码</v></c><c t=\"str\"><v>日期</v></c><c t=\"str\"><v>呼出量</v></c></row>"
#define DAY(day, calls) "<row r=\"2\"><c><v>13800138000</v></c><c t=\"str\"><v>" day "</v></c><c><v>" calls "</v></c></row>"
  const BookPart parts[] = {
    { "xl/workbook.xml", "<workbook xmlns:r=\"urn:r\"><sheets><sheet name=\"8月\" r:id=\"a\"/><sheet name=\"图\" r:id=\"b\"/>"
      "<sheet name=\"9月\" r:id=\"c\"/><sheet name=\"旧\" state=\"hidden\" r:id=\"a\"/></sheets></workbook>" },
    { "xl/_rels/workbook.xml.rels", BOOK_RELATIONS (BOOK_RELATION ("a", "worksheet", "worksheets/a.xml")
                                                    BOOK_RELATION ("b", "worksheet", "worksheets/b.xml")
                                                    BOOK_RELATION ("c", "worksheet", "worksheets/../worksheets/c.xml")) },
    { "xl/worksheets/a.xml", BOOK_SHEET (HEADINGS DAY ("2026-08-01", "5")) },
    { "xl/worksheets/b.xml", BOOK_SHEET ("<row r=\"1\"><c t=\"str\"><v>合计</v></c></row>") },
    { "xl/worksheets/c.xml", BOOK_SHEET (HEADINGS DAY ("2026-09-01", "6") DAY ("2026-09-02", "-6")) },
  };

  book_write (fixture->path, parts, G_N_ELEMENTS (parts));
  assert_reads (fixture->path, "2 13800138000 2026-08-01 5/-/-/-/-/-/-\n2 13800138000 2026-09-01 6/-/-/-/-/-/-\n"
                "3!Sheet “9月”: “-6” is below zero, which no count can be; check the cell\n");
}

static void
append_cells (GString    *out,
              guint       n,
              const char *text)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "<c t=\"str\"><v>%s</v></c>", text);
}

static void
test_wide (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(GString) sheet = g_string_new ("<worksheet><sheetData><row r=\"1\">");
  g_autoptr(GString) csv = g_string_new ("号码,日期,呼出量");

  append_cells (sheet, 10000, "呼出量");
  g_string_append (sheet, "</row></sheetData></worksheet>");
  write_sheet (fixture, sheet->str, NULL);
  assert_refused (fixture->path, XB_ERROR_INVALID, "more than 1000 columns");
  for (guint i = 0; i < 10000; i++)
    g_string_append (csv, ",x");
  g_string_append (csv, "\n13800138000,2026-09-01,1\n");
  write_text (fixture, csv->str, csv->len);
  assert_refused (fixture->path, XB_ERROR_INVALID, "more than 1000 columns");
}

/* 200 MiB of nothing in a file of 200 KiB; entities that grow. */
static void
test_bombs (Fixture      *fixture,
            gconstpointer data)
{
  gsize size = 200 * 1024 * 1024;
  g_autofree char *sheet = g_malloc (size + 1);
  static const char head[] = "<worksheet><sheetData><row r=\"1\"><c t=\"str\"><v>号码</v></c></row>";

  memset (sheet, ' ', size);
  sheet[size] = '\0';
  memcpy (sheet, head, sizeof head - 1);
  write_sheet (fixture, sheet, NULL);
  assert_refused (fixture->path, XB_ERROR_INVALID, "unpacks to far more");
  write_sheet (fixture, "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
               "<!ENTITY c SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c t=\"str\"><v>&b;&c;</v></c></row>"
               "</sheetData></worksheet>", NULL);
  assert_refused (fixture->path, XB_ERROR_DAMAGED, "damaged");
  write_sheet (fixture, BOOK_SHEET ("<row><c t=\"str\"><v>号码</v></c>"), NULL); /* not closed */
  assert_refused (fixture->path, XB_ERROR_DAMAGED, "damaged");
}

static void
test_other_files (Fixture      *fixture,
                  gconstpointer data)
{
  const BookPart binary[] = { { "xl/workbook.bin", "x" } };
  const BookPart words[] = { { "word/document.xml", "<x/>" } };
  const BookPart empty[] = { { "xl/workbook.xml", "<workbook><sheets/></workbook>" } };
  static const char compound[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

  assert_refused (fixture->path, XB_ERROR_NOT_FOUND, "could not be opened");
  book_write (fixture->path, binary, 1);
  assert_refused (fixture->path, XB_ERROR_INVALID, ".xlsb");
  book_write (fixture->path, words, 1);
  assert_refused (fixture->path, XB_ERROR_INVALID, "no sheet");
  book_write (fixture->path, empty, 1);
  assert_refused (fixture->path, XB_ERROR_INVALID, "no sheet");
  write_text (fixture, compound, 8);
  assert_refused (fixture->path, XB_ERROR_INVALID, "old Excel format");
  write_text (fixture, "", 0);
  assert_refused (fixture->path, XB_ERROR_INVALID, "no table");
  write_text (fixture, "a\0b\n", 4);
  assert_refused (fixture->path, XB_ERROR_INVALID, "no text file");
  write_text (fixture, "%PDF-1.4\nhello world\n", -1);
  assert_refused (fixture->path, XB_ERROR_INVALID, "no table");
  write_text (fixture, "\xef\xbb\xbf \n<html><table><tr><td>号码</td></tr></table></html>", -1);
  assert_refused (fixture->path, XB_ERROR_INVALID, "web page");
  write_sheet (fixture, BOOK_SHEET (""), NULL);
  assert_refused (fixture->path, XB_ERROR_INVALID, "no table");
}

static void
test_texts (Fixture      *fixture,
            gconstpointer data)
{
  static const char gb[] = "\xc8\xd5\xc6\xda,\xba\xc5\xc2\xeb,\xba\xf4\xb3\xf6\xc1\xbf\n2026-09-01,13800138000,5\n";
  static const struct { const char *text; const char *expected; } table[] = {
    { "日期,号码,呼出量,接通量,标记次数,投诉量,咨询量,订单量,成交额\n2026-09-01,13800138000,10,6,1,2,3,4,5.67\n",
      "2 13800138000 2026-09-01 10/6/1/2/3/4/567\n" },
    { "revenue;orders;inquiries;complaints;marks;answered;calls;number;date\r\n\"￥1,234.50\";4;3;2;1;6;10;13800138000;2026/9/1\r\n",
      "2 13800138000 2026-09-01 10/6/1/2/3/4/123450\n" },
    { "\xef\xbb\xbf日期\t号码\t呼出量\n2026-09-01\t13800138000\t\"1,000\"\n", "2 13800138000 2026-09-01 1000/-/-/-/-/-/-\n" },
    /* a title, several numbers, sums, blanks, a month; impossible rows are named and the others go on */
    { "青禾冰饮 九月通话报表\n导出时间：2026-10-01\n日期,号码,呼出量,接通量,备注\n2026-09-01,13800138000,10,11,\n"
      "2026-09-01,028-65551201,10,-,x\n2026-09,400-600-1825,300,200,\n小计,,320,,\n\n2026-09-02,13800138000,,,\n"
      ",13800138000,1,1,\n2026-09-03,13800138000,-1,0,\n2026-09-04,13800138000,5,x,\n总计,,,,\n",
      "4!11 answered of 10 calls cannot be; check which column is which\n"
      "5 028-65551201 2026-09-01 10/-/-/-/-/-/-\n6 400-600-1825 2026-09 300/200/-/-/-/-/-\n7 total\n"
      "9!The row has no figures; fill it in, or take it out\n10!The row names no day; fill it in, or take the row out\n"
      "11!“-1” is below zero, which no count can be; check the cell\n12!“x” is no whole number; write it in digits\n13 total\n" },
    { "日期,号码,呼出量,接通率,接通量\n2026-09-01,13800138000,10,50%,6\n2026-09-02,13800138000,10,50%,\n2026-09-03,13800138000,,50%,\n",
      "2 13800138000 2026-09-01 10/6/-/-/-/-/-\n3 13800138000 2026-09-02 10/5/-/-/-/-/- rate\n"
      "4!The row has no figures; fill it in, or take it out\n" },
    { "日期,号码,呼出量,成交额\n2026-09-01,13800138000,1,-3\n2026-09-02,13800138000,1,1.234\n2026-09-03,13800138000,1,90000000000000\n",
      "2!“-3” is below zero; give the sum without a minus\n3!“1.234” has parts of a fen; give at most two digits after the point\n"
      "4!“90000000000000” is more than can be true; check which column is which\n" },
    { "门店,日期,号码,呼出量\nSummer 店,2026-09-01,13800138000,1\n合计店,2026-09-02,13800138000,1\n合计：,,,2\nTOTAL (2),,,2\n",
      "2 13800138000 2026-09-01 1/-/-/-/-/-/-\n3 13800138000 2026-09-02 1/-/-/-/-/-/-\n4 total\n5 total\n" },
    /* two that mean the same: the first counts; one that nobody knows */
    { "日期,统计时间,号码,电话,呼出量,门店数\n2026-09-01,2027,13800138000,1,5,9\n", "2 13800138000 2026-09-01 5/-/-/-/-/-/-\n" },
    { "日期,号码,呼出量\n2026-09-01,13800138000\n2026-09-01\n", "2!The row has no figures; fill it in, or take it out\n"
      "3!The row has no figures; fill it in, or take it out\n" },
  };
  static const struct { const char *text; const char *words; } refused[] = {
    { "日期,呼出量\n2026-09-01,5\n", "no column “号码” (number)" },
    { "号码,呼出量\n13800138000,5\n", "no column “日期” (date)" },
    { "号码,日期,备注\n13800138000,2026-09-01,x\n", "no column “呼出量” (calls)" },
    { "\x81 \x80\xff\xfe\x80\x80,\xff\n", "neither UTF-8 nor GB18030" },
    { "13800138000,2026-09-01,5\n", "no column “号码” (number)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      write_text (fixture, table[i].text, -1);
      assert_reads (fixture->path, table[i].expected);
    }
  write_text (fixture, gb, sizeof gb - 1);
  assert_reads (fixture->path, "2 13800138000 2026-09-01 5/-/-/-/-/-/-\n");
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      write_text (fixture, refused[i].text, -1);
      assert_refused (fixture->path, XB_ERROR_INVALID, refused[i].words);
    }
}

/* A source whose headings say nothing, and one that somebody put right: known again by its headings. */
static void
test_remembered (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr(GHashTable) remembered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GError) error = NULL;
  g_autofree char *found = NULL;
  g_autofree char *changed = NULL;

  write_text (fixture, "说明 甲,乙\n主叫,时段,总数,有效,其他\n13800138000,2026-09-01,10,6,1\n", -1);
  {
    g_autoptr(XbReportTable) table = xb_report_table_new (fixture->path, NULL, NULL, NULL, &error);

    g_assert_no_error (error);
    g_assert_false (xb_report_table_is_remembered (table));
    g_assert_false (xb_report_table_check (table, FALSE, NULL));
  }
  /* as the preview would show it, put right by hand */
  write_text (fixture, "主叫,时段,总数,有效,其他\n13800138000,2026-09-01,10,6,1\n", -1);
  {
    g_autoptr(XbReportTable) table = xb_report_table_new (fixture->path, NULL, NULL, NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpstr (xb_report_table_get_headings (table)[2], ==, "总数");
    g_hash_table_insert (remembered, g_strdup (xb_report_table_get_fingerprint (table)),
                         g_strdup ("number=0 date=1 calls=2 answered=3"));
  }
  write_text (fixture, "九月,报表\n 主叫 ,时段,总数（次）,有效,其他\n13800138000,2026-09-01,10,6,1\n", -1);
  found = read_path (fixture->path, remembered, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, "3 13800138000 2026-09-01 10/6/-/-/-/-/-\n");
  /* other headings are another source */
  write_text (fixture, "主叫,时段,总数,有效\n13800138000,2026-09-01,10,6\n", -1);
  changed = read_path (fixture->path, remembered, FALSE, &error);
  g_assert_null (changed);
  g_assert_error (error, XB_ERROR, XB_ERROR_INVALID);
  g_clear_error (&error);
  /* a report about one number needs no column of numbers */
  write_text (fixture, "日期,呼出量\n2026-09-01,10\n", -1);
  changed = read_path (fixture->path, NULL, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (changed, ==, "2 ? 2026-09-01 10/-/-/-/-/-/-\n");
}

static void
test_cancelled (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixtures, "daily.xlsx", NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  XbReportTable *table;

  g_cancellable_cancel (cancellable);
  table = xb_report_table_new (path, NULL, NULL, cancellable, &error);
  g_assert_null (table);
  g_assert_true (xb_error_is_cancelled (error));
}

int
main (int   argc,
      char *argv[])
{
#define ADD(name, function) g_test_add ("/report-table/" name, Fixture, NULL, set_up, function, tear_down)

  g_test_init (&argc, &argv, NULL);
  fixtures = argv[1];
  ADD ("libreoffice", test_libreoffice);
  ADD ("truncated", test_truncated);
  ADD ("cells", test_cells);
  ADD ("merged", test_merged);
  ADD ("sheets", test_sheets);
  ADD ("wide", test_wide);
  ADD ("bombs", test_bombs);
  ADD ("other-files", test_other_files);
  ADD ("texts", test_texts);
  ADD ("remembered", test_remembered);
  ADD ("cancelled", test_cancelled);
  return g_test_run ();
}
