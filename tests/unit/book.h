/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <glib.h>

/* Workbooks by hand, with what no program would write. */

typedef struct
{
  const char *name;
  const char *text;
} BookPart;

#define BOOK_SHEET(rows) \
  "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" rows \
  "</sheetData></worksheet>"
#define BOOK_RELATION(id, kind, target) \
  "<Relationship Id=\"" id "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" kind \
  "\" Target=\"" target "\"/>"
#define BOOK_RELATIONS(text) \
  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" text "</Relationships>"
#define BOOK_STYLES \
  "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellStyleXfs><xf numFmtId=\"9\"/>" \
  "</cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"10\"/></cellXfs></styleSheet>"

/* Packs the parts; those that a workbook cannot be without come by themselves where none has their name. */
static GBytes *
book_pack (const BookPart *parts,
           guint           n_parts)
{
  static const BookPart needed[] = {
    { "_rels/.rels", BOOK_RELATIONS (BOOK_RELATION ("r1", "officeDocument", "xl/workbook.xml")) },
    { "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"x\"><sheets>"
      "<sheet name=\"One\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>" },
    { "xl/_rels/workbook.xml.rels", BOOK_RELATIONS (BOOK_RELATION ("r1", "worksheet", "worksheets/sheet1.xml")
                                                    BOOK_RELATION ("r2", "styles", "styles.xml")
                                                    BOOK_RELATION ("r3", "sharedStrings", "/xl/sharedStrings.xml")) },
    { "xl/styles.xml", BOOK_STYLES },
  };
  gsize room = 1024 * 1024, used = 0;
  g_autofree char *buffer = NULL;
  struct archive *archive = archive_write_new ();

  for (guint i = 0; i < n_parts; i++)
    room += strlen (parts[i].text);
  buffer = g_malloc (room);
  archive_write_set_format_zip (archive);
  archive_write_open_memory (archive, buffer, room, &used);
  for (guint i = 0; i < n_parts + G_N_ELEMENTS (needed); i++)
    {
      const BookPart *part = i < n_parts ? &parts[i] : &needed[i - n_parts];
      struct archive_entry *entry;
      gboolean given = FALSE;

      for (guint j = 0; i >= n_parts && j < n_parts; j++)
        given |= g_str_equal (parts[j].name, part->name);
      if (given)
        continue;
      entry = archive_entry_new ();
      archive_entry_set_pathname (entry, part->name);
      archive_entry_set_size (entry, strlen (part->text));
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0600);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      archive_write_data (archive, part->text, strlen (part->text));
      archive_entry_free (entry);
    }
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return g_bytes_new (buffer, used);
}

static void
book_write (const char     *path,
            const BookPart *parts,
            guint           n_parts)
{
  g_autoptr(GBytes) bytes = book_pack (parts, n_parts);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_true (g_file_set_contents (path, data, size, NULL));
}
