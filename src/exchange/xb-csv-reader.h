/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define XB_CSV_ROW_MOST (1024 * 1024) /* bytes of UTF-8 */
#define XB_CSV_COLUMNS_MOST 1000

/**
 * XbCsvRow:
 * @cells: (array length=n_cells) (element-type utf8): the cells, valid UTF-8
 * @n_cells: how many
 * @line: the line of the file on which the row begins, from 1; of a quote that is never closed, its line
 * @problem: (nullable): why the row cannot be used; it has no cells then, and reading goes on behind it
 *
 * Belongs to the reader and holds until the next row is read.
 */
typedef struct
{
  char  **cells;
  guint   n_cells;
  guint   line;
  GError *problem;
} XbCsvRow;

typedef struct _XbCsvReader XbCsvReader;

XbCsvReader *xb_csv_reader_new           (GInputStream    *stream);
XbCsvReader *xb_csv_reader_new_for_file  (GFile           *file,
                                          GCancellable    *cancellable,
                                          GError         **error);
XbCsvReader *xb_csv_reader_new_in_pieces (GInputStream    *stream,
                                          gsize            piece);
void         xb_csv_reader_free          (XbCsvReader     *self);
gboolean     xb_csv_reader_next          (XbCsvReader     *self,
                                          const XbCsvRow **row,
                                          GCancellable    *cancellable,
                                          GError         **error);
const char  *xb_csv_reader_get_encoding  (XbCsvReader     *self);
char         xb_csv_reader_get_delimiter (XbCsvReader     *self);
goffset      xb_csv_reader_get_offset    (XbCsvReader     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbCsvReader, xb_csv_reader_free)

G_END_DECLS
