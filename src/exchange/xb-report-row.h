/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is not seen in a cell's text. */
typedef enum
{
  XB_CELL_SPANS = 1 << 0,     /* it is merged over several rows; each of them has its text */
  XB_CELL_NO_RESULT = 1 << 1, /* a formula that was never worked out */
} XbCellFlags;

/**
 * XbReportRow:
 * @cells: (array length=n_cells) (element-type utf8): the cells, valid UTF-8
 * @flags: (array length=n_cells) (nullable): #XbCellFlags of each; %NULL where no cell has any
 * @line: the line of the file or the row of the sheet, from 1
 * @problem: (nullable): why the row cannot be used; it has no cells then, and reading goes on behind it
 *
 * Belongs to the reader and holds until the next row is read.
 */
typedef struct
{
  char        **cells;
  const guint8 *flags;
  guint         n_cells;
  guint         line;
  GError       *problem;
} XbReportRow;

G_END_DECLS
