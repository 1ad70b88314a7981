/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * XbTable:
 *
 * A table of typed cells, so that the same figures go onto paper as people read them, and into a workbook as dates and
 * numbers. It owns all that it holds.
 */
typedef struct _XbTable XbTable;

/**
 * XbTableKind:
 * @XB_TABLE_NOTHING: an empty cell: nobody reported it
 * @XB_TABLE_TEXT: words, telephone numbers
 * @XB_TABLE_DAY: a julian day
 * @XB_TABLE_COUNT: a whole number
 * @XB_TABLE_MONEY: fen
 * @XB_TABLE_SHARE: a share of 1, said in per cent
 * @XB_TABLE_POINTS: a difference of two shares, said in percentage points
 * @XB_TABLE_RANGE: from one share to another; two columns in a workbook
 * @XB_TABLE_RISE: the interval of a difference, in percentage points; two columns in a workbook
 * @XB_TABLE_LINE: a small line of shares; on paper alone
 */
typedef enum
{
  XB_TABLE_NOTHING,
  XB_TABLE_TEXT,
  XB_TABLE_DAY,
  XB_TABLE_COUNT,
  XB_TABLE_MONEY,
  XB_TABLE_SHARE,
  XB_TABLE_POINTS,
  XB_TABLE_RANGE,
  XB_TABLE_RISE,
  XB_TABLE_LINE,
} XbTableKind;

/**
 * XbTableColumn:
 * @title: its heading, translated
 * @kind: of its cells, as a rule
 */
typedef struct
{
  const char *title;
  XbTableKind kind;
} XbTableColumn;

/**
 * XbTableCell:
 * @whole: of a day, a count, money
 * @share: of a share, of points, the lower end of a range
 * @until: the upper end of a range
 * @text: (nullable)
 * @line: (nullable) (element-type double): NAN where there is a gap
 */
typedef struct
{
  XbTableKind kind;
  union
  {
    gint64 whole;
    double share;
    char  *text;
    GArray *line;
  };
  double until;
} XbTableCell;

XbTable           *xb_table_new           (const XbTableColumn *columns,
                                           guint                n_columns);
void               xb_table_free          (XbTable             *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbTable, xb_table_free)

void               xb_table_add_nothing   (XbTable             *self);
void               xb_table_add_text      (XbTable             *self,
                                           const char          *text);
void               xb_table_take_text     (XbTable             *self,
                                           char                *text);
void               xb_table_add_day       (XbTable             *self,
                                           const char          *day);
void               xb_table_add_count     (XbTable             *self,
                                           gint64               count);
void               xb_table_add_money     (XbTable             *self,
                                           gint64               fen);
void               xb_table_add_share     (XbTable             *self,
                                           double               share);
void               xb_table_add_points    (XbTable             *self,
                                           double               difference);
void               xb_table_add_range     (XbTable             *self,
                                           double               low,
                                           double               high);
void               xb_table_add_rise      (XbTable             *self,
                                           double               low,
                                           double               high);
void               xb_table_take_line     (XbTable             *self,
                                           GArray              *line);
void               xb_table_set_total     (XbTable             *self);

guint              xb_table_get_n_columns (const XbTable       *self);
guint              xb_table_get_n_rows    (const XbTable       *self);
const char        *xb_table_get_title     (const XbTable       *self,
                                           guint                column);
XbTableKind        xb_table_get_kind      (const XbTable       *self,
                                           guint                column);
gboolean           xb_table_is_total      (const XbTable       *self,
                                           guint                row);
const XbTableCell *xb_table_get_cell      (const XbTable       *self,
                                           guint                row,
                                           guint                column);
char              *xb_table_dup_text      (const XbTable       *self,
                                           guint                row,
                                           guint                column);
char              *xb_table_dup_plain     (const XbTable       *self,
                                           guint                row,
                                           guint                column);
gboolean           xb_table_write_csv     (const XbTable       *self,
                                           const char          *path,
                                           GError             **error);

G_END_DECLS
