/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-matrix-row.h"
#include "xb-sight-pictures.h"

G_BEGIN_DECLS

#define XB_TYPE_MATRIX_LINE (xb_matrix_line_get_type ())
G_DECLARE_FINAL_TYPE (XbMatrixLine, xb_matrix_line, XB, MATRIX_LINE, GtkWidget)

/**
 * XbMatrixTable:
 * @shown: the brands, in the order of the columns
 * @sight: the width of one of their columns, in pixels
 * @across: how far it is scrolled sideways
 * @focused: (nullable): the line that the keyboard is on
 * @cursor: the column that it is on
 *
 * What all lines of a table share. Columns are as wide whatever is in sight: one that grew while one scrolls would be
 * laid out again each time.
 */
typedef struct
{
  XbHandset        shown[XB_HANDSET_OTHER + 1];
  guint            n_shown;
  int              sight;
  char            *today;
  XbSightPictures *pictures;
  GtkAdjustment   *across;
  XbMatrixLine    *focused;
  guint            cursor;
} XbMatrixTable;

#define XB_MATRIX_NUMBER 136
#define XB_MATRIX_PLATFORM 140
#define XB_MATRIX_EXPECTED 220
#define XB_MATRIX_PAD 12

GtkWidget   *xb_matrix_line_new         (XbMatrixTable *table);
void         xb_matrix_line_set_row     (XbMatrixLine  *self,
                                         XbMatrixRow   *row,
                                         const char    *platform);
XbMatrixRow *xb_matrix_line_get_row     (XbMatrixLine  *self);
int          xb_matrix_line_find_column (XbMatrixLine  *self,
                                         double         x);
char        *xb_matrix_line_dup_text    (XbMatrixLine  *self,
                                         guint          column);

G_END_DECLS
