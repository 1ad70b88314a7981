/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <inttypes.h>
#include <math.h>

#include "xb-count.h"
#include "xb-csv-writer.h"
#include "xb-day.h"
#include "xb-money.h"
#include "xb-table.h"

#define MINUS "\u2212"

struct _XbTable
{
  GPtrArray *titles; /* (element-type utf8) */
  GArray    *kinds;  /* (element-type XbTableKind) */
  GArray    *cells;  /* (element-type XbTableCell): row by row */
  GArray    *totals; /* (element-type guint): rows that sum others up */
};

static void
cell_clear (gpointer data)
{
  XbTableCell *cell = data;

  if (cell->kind == XB_TABLE_TEXT)
    g_free (cell->text);
  else if (cell->kind == XB_TABLE_LINE)
    g_array_unref (cell->line);
}

/** xb_table_new: Returns: (transfer full): a table without rows */
XbTable *
xb_table_new (const XbTableColumn *columns,
              guint                n_columns)
{
  XbTable *self = g_new0 (XbTable, 1);

  g_return_val_if_fail (n_columns > 0, NULL);

  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->kinds = g_array_new (FALSE, FALSE, sizeof (XbTableKind));
  self->cells = g_array_new (FALSE, FALSE, sizeof (XbTableCell));
  self->totals = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_set_clear_func (self->cells, cell_clear);
  for (guint i = 0; i < n_columns; i++)
    {
      g_ptr_array_add (self->titles, g_strdup (columns[i].title));
      g_array_append_val (self->kinds, columns[i].kind);
    }
  return self;
}

void
xb_table_free (XbTable *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->titles);
  g_array_unref (self->kinds);
  g_array_unref (self->cells);
  g_array_unref (self->totals);
  g_free (self);
}

void
xb_table_add_nothing (XbTable *self)
{
  XbTableCell cell = { .kind = XB_TABLE_NOTHING };

  g_array_append_val (self->cells, cell);
}

/** xb_table_take_text: @text: (transfer full) (nullable): UTF-8; %NULL is an empty cell */
void
xb_table_take_text (XbTable *self,
                    char    *text)
{
  XbTableCell cell = { .kind = text != NULL ? XB_TABLE_TEXT : XB_TABLE_NOTHING, .text = text };

  g_array_append_val (self->cells, cell);
}

void
xb_table_add_text (XbTable    *self,
                   const char *text)
{
  xb_table_take_text (self, g_strdup (text));
}

/** xb_table_add_day: @day: (nullable): "2026-09-28"; what is no day stays what it is, as text */
void
xb_table_add_day (XbTable    *self,
                  const char *day)
{
  XbTableCell cell = { .kind = XB_TABLE_DAY };
  guint32 julian;

  if (day == NULL || !xb_day_parse (day, &julian, NULL))
    {
      xb_table_add_text (self, day);
      return;
    }
  cell.whole = julian;
  g_array_append_val (self->cells, cell);
}

static void
add_whole (XbTable     *self,
           XbTableKind  kind,
           gint64       value)
{
  XbTableCell cell = { .kind = kind, .whole = value };

  g_array_append_val (self->cells, cell);
}

void
xb_table_add_count (XbTable *self,
                    gint64   count)
{
  add_whole (self, XB_TABLE_COUNT, count);
}

void
xb_table_add_money (XbTable *self,
                    gint64   fen)
{
  add_whole (self, XB_TABLE_MONEY, fen);
}

static void
add_share (XbTable     *self,
           XbTableKind  kind,
           double       share,
           double       until)
{
  XbTableCell cell = { .kind = kind, .share = share, .until = until };

  if (isfinite (share) && isfinite (until))
    g_array_append_val (self->cells, cell);
  else
    xb_table_add_nothing (self);
}

/** xb_table_add_share: NAN where it is not known */
void
xb_table_add_share (XbTable *self,
                    double   share)
{
  add_share (self, XB_TABLE_SHARE, share, 0);
}

void
xb_table_add_points (XbTable *self,
                     double   difference)
{
  add_share (self, XB_TABLE_POINTS, difference, 0);
}

void
xb_table_add_range (XbTable *self,
                    double   low,
                    double   high)
{
  add_share (self, XB_TABLE_RANGE, low, high);
}

void
xb_table_add_rise (XbTable *self,
                   double   low,
                   double   high)
{
  add_share (self, XB_TABLE_RISE, low, high);
}

/** xb_table_take_line: @line: (transfer full) (element-type double) */
void
xb_table_take_line (XbTable *self,
                    GArray  *line)
{
  XbTableCell cell = { .kind = XB_TABLE_LINE, .line = line };

  g_array_append_val (self->cells, cell);
}

/** xb_table_set_total: the row that was added last sums the others up */
void
xb_table_set_total (XbTable *self)
{
  guint row = xb_table_get_n_rows (self);

  g_return_if_fail (row > 0);

  row--;
  g_array_append_val (self->totals, row);
}

guint
xb_table_get_n_columns (const XbTable *self)
{
  return self->titles->len;
}

/** xb_table_get_n_rows: Returns: how many rows are whole */
guint
xb_table_get_n_rows (const XbTable *self)
{
  return self->cells->len / self->titles->len;
}

const char *
xb_table_get_title (const XbTable *self,
                    guint          column)
{
  return g_ptr_array_index (self->titles, column);
}

XbTableKind
xb_table_get_kind (const XbTable *self,
                   guint          column)
{
  return g_array_index (self->kinds, XbTableKind, column);
}

gboolean
xb_table_is_total (const XbTable *self,
                   guint          row)
{
  for (guint i = 0; i < self->totals->len; i++)
    if (g_array_index (self->totals, guint, i) == row)
      return TRUE;
  return FALSE;
}

const XbTableCell *
xb_table_get_cell (const XbTable *self,
                   guint          row,
                   guint          column)
{
  g_return_val_if_fail (row < xb_table_get_n_rows (self) && column < self->titles->len, NULL);

  return &g_array_index (self->cells, XbTableCell, row * self->titles->len + column);
}

/* "61.0", "+7.0"; never "-0.0". */
static char *
dup_tenths (double   share,
            gboolean sign)
{
  double tenths = round (share * 1000);
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (digits, sizeof digits, "%.1f", fabs (tenths) / 10);
  return g_strconcat (tenths < 0 ? MINUS : sign && tenths > 0 ? "+" : "", digits, NULL);
}

static char *
dup_two (const XbTableCell *cell,
         gboolean           sign)
{
  g_autofree char *low = dup_tenths (cell->share, sign);
  g_autofree char *high = dup_tenths (cell->until, sign);

  return g_strdup_printf (sign ? "[%s, %s]" : "%s–%s%%", low, high);
}

/** xb_table_dup_text: Returns: (transfer full): the cell as people read it; "–" where nothing is known */
char *
xb_table_dup_text (const XbTable *self,
                   guint          row,
                   guint          column)
{
  const XbTableCell *cell = xb_table_get_cell (self, row, column);
  g_autofree char *part = NULL;
  char day[11];

  switch (cell->kind)
    {
    case XB_TABLE_TEXT:
      return g_strdup (cell->text);
    case XB_TABLE_DAY:
      xb_day_format ((guint32) cell->whole, day);
      return g_strdup (day);
    case XB_TABLE_COUNT:
      return xb_count_format (cell->whole);
    case XB_TABLE_MONEY:
      part = xb_money_format (cell->whole);
      return part[0] == '-' ? g_strconcat (MINUS, part + 1, NULL) : g_steal_pointer (&part);
    case XB_TABLE_SHARE:
      part = dup_tenths (cell->share, FALSE);
      return g_strconcat (part, "%", NULL);
    case XB_TABLE_POINTS:
      return dup_tenths (cell->share, TRUE);
    case XB_TABLE_RANGE:
    case XB_TABLE_RISE:
      return dup_two (cell, cell->kind == XB_TABLE_RISE);
    case XB_TABLE_LINE:
      return g_strdup ("");
    case XB_TABLE_NOTHING:
    default:
      return g_strdup (xb_table_get_kind (self, column) == XB_TABLE_TEXT ? "" : "–");
    }
}

/** xb_table_dup_plain: Returns: (transfer full) (nullable): the cell as programs read it */
char *
xb_table_dup_plain (const XbTable *self,
                    guint          row,
                    guint          column)
{
  const XbTableCell *cell = xb_table_get_cell (self, row, column);
  char number[2][G_ASCII_DTOSTR_BUF_SIZE];

  switch (cell->kind)
    {
    case XB_TABLE_COUNT:
      return g_strdup_printf ("%" PRId64, cell->whole);
    case XB_TABLE_MONEY:
      return xb_money_format_plain (cell->whole);
    case XB_TABLE_SHARE:
      return g_strdup (g_ascii_dtostr (number[0], sizeof number[0], cell->share));
    case XB_TABLE_POINTS:
      return g_strdup (g_ascii_dtostr (number[0], sizeof number[0], cell->share * 100));
    case XB_TABLE_RANGE:
    case XB_TABLE_RISE:
      return g_strconcat (g_ascii_dtostr (number[0], sizeof number[0], cell->share), " ",
                          g_ascii_dtostr (number[1], sizeof number[1], cell->until), NULL);
    case XB_TABLE_TEXT:
    case XB_TABLE_DAY:
      return xb_table_dup_text (self, row, column);
    case XB_TABLE_LINE:
    case XB_TABLE_NOTHING:
    default:
      return NULL;
    }
}

/** xb_table_write_csv: @path: there whole or not at all. Safe in any thread */
gboolean
xb_table_write_csv (const XbTable  *self,
                    const char     *path,
                    GError        **error)
{
  g_autoptr(XbCsvWriter) writer = xb_csv_writer_new (path, error);
  guint n_rows = xb_table_get_n_rows (self);

  if (writer == NULL)
    return FALSE;
  for (guint i = 0; i < self->titles->len; i++)
    xb_csv_writer_add (writer, xb_table_get_title (self, i));
  xb_csv_writer_end_row (writer);
  for (guint row = 0; row < n_rows; row++)
    {
      for (guint i = 0; i < self->titles->len; i++)
        {
          g_autofree char *text = xb_table_dup_plain (self, row, i);

          xb_csv_writer_add (writer, text);
        }
      xb_csv_writer_end_row (writer);
    }
  return xb_csv_writer_finish (writer, error);
}
