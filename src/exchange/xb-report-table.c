/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-csv-headings.h"
#include "xb-error.h"
#include "xb-quote.h"
#include "xb-report-table-private.h"
#include "xb-report-values.h"

#define LOOK_AT 30 /* rows of a sheet in which its headings may stand */

/* Where headings were found, or might be. */
typedef struct
{
  guint sheet, line;
  guint n_known;
  gboolean remembered;
} Place;

static const XbCsvField csv_fields[XB_N_REPORT_FIELDS] = {
  [XB_REPORT_NUMBER] = XB_CSV_FIELD_NUMBER,
  [XB_REPORT_DATE] = XB_CSV_FIELD_DATE,
  [XB_REPORT_CALLS] = XB_CSV_FIELD_CALLS,
  [XB_REPORT_ANSWERED] = XB_CSV_FIELD_ANSWERED,
  [XB_REPORT_ANSWER_RATE] = XB_CSV_FIELD_ANSWER_RATE,
  [XB_REPORT_MARKS] = XB_CSV_FIELD_MARKS,
  [XB_REPORT_COMPLAINTS] = XB_CSV_FIELD_COMPLAINTS,
  [XB_REPORT_INQUIRIES] = XB_CSV_FIELD_INQUIRIES,
  [XB_REPORT_ORDERS] = XB_CSV_FIELD_ORDERS,
  [XB_REPORT_REVENUE] = XB_CSV_FIELD_REVENUE,
};

/* What reports call a day or a month beyond the words that every importer knows. */
static gboolean
is_period (const char *heading)
{
  static const char *const words[] = { "月份", "月", "月度", "统计月份", "统计时间", "统计周期", "账期", "month", "period", NULL };
  g_autofree char *simple = xb_csv_heading_simplify (heading);

  return g_strv_contains (words, simple);
}

static int
find_field (const char *heading)
{
  int known = xb_csv_field_find (heading);

  for (int i = 0; i < XB_N_REPORT_FIELDS; i++)
    if (known >= 0 && csv_fields[i] == (XbCsvField) known)
      return i;
  return is_period (heading) ? XB_REPORT_DATE : -1;
}

/* Where two headings mean the same the first one counts; the preview shows it, and it can be changed. */
static guint
guess_columns (char           **cells,
               guint            n_cells,
               XbReportColumns *columns)
{
  guint known = 0;

  xb_report_columns_clear (columns);
  for (guint i = 0; i < n_cells; i++)
    {
      int field = find_field (cells[i]);

      if (field < 0 || columns->column[field] >= 0)
        continue;
      columns->column[field] = (int) i;
      known++;
    }
  return known;
}

/* The same headings in the same order are the same source. */
static char *
make_fingerprint (char **cells,
                  guint  n_cells)
{
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *simple = xb_csv_heading_simplify (cells[i]);

      g_checksum_update (sum, (const guchar *) simple, strlen (simple) + 1);
    }
  return g_strdup (g_checksum_get_string (sum));
}

static guint
count_filled (const XbReportRow *row)
{
  guint filled = 0;

  for (guint i = 0; i < row->n_cells; i++)
    filled += !xb_report_is_blank (row->cells[i]);
  return filled;
}

/* Looks at the first rows of one sheet. Returns FALSE only for an error. */
static gboolean
look_at_sheet (XbReportTable *self,
               guint          sheet,
               GHashTable    *remembered,
               Place         *best,
               GCancellable  *cancellable,
               GError       **error)
{
  const XbReportRow *row;
  g_autoptr(GError) wrong = NULL;

  if (!xb_report_reader_rewind (self->reader, sheet, cancellable, error))
    return FALSE;
  for (guint i = 0; i < LOOK_AT && !best->remembered && xb_report_reader_next (self->reader, &row, cancellable, &wrong); i++)
    {
      g_autofree char *fingerprint = make_fingerprint (row->cells, row->n_cells);
      XbReportColumns columns;
      guint known = guess_columns (row->cells, row->n_cells, &columns);
      gboolean found = remembered != NULL && row->n_cells > 0 && g_hash_table_contains (remembered, fingerprint);

      if (row->problem != NULL && best->line == 0)
        wrong = g_error_copy (row->problem); /* the reason, where nothing better is found */
      if (found || known > best->n_known || (best->line == 0 && count_filled (row) >= 2))
        *best = (Place) { sheet, row->line, known, found };
      if (wrong != NULL && row->problem != NULL)
        break;
    }
  if (wrong == NULL || best->line > 0)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}

/* Returns: the sheet of that name, or the number of sheets */
static guint
find_sheet (XbReportTable *self,
            const char    *name)
{
  guint n = xb_report_reader_get_n_sheets (self->reader);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (xb_report_reader_get_sheet (self->reader, i), name) == 0)
      return i;
  return n;
}

static gboolean
find_headings (XbReportTable *self,
               const char    *sheet,
               GHashTable    *remembered,
               Place         *best,
               GCancellable  *cancellable,
               GError       **error)
{
  guint first = sheet != NULL ? find_sheet (self, sheet) : 0;
  guint end = xb_report_reader_get_n_sheets (self->reader);

  self->alone = sheet != NULL;
  if (self->alone)
    end = MIN (end, first + 1);
  for (guint i = first; i < end; i++)
    if (!look_at_sheet (self, i, remembered, best, cancellable, error))
      return FALSE;
    else if (best->remembered || best->n_known >= 2)
      return TRUE;
  if (best->line > 0)
    return TRUE;
  if (self->alone)
    {
      g_autofree char *name = xb_quote_dup (sheet);

      g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("The sheet “%s” holds no table; choose another sheet"), name);
    }
  else
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("The file holds no table; choose another file"));
  return FALSE;
}

/* Goes to the headings once more and behind them. */
static gboolean
take_headings (XbReportTable *self,
               const Place   *place,
               GHashTable    *remembered,
               GCancellable  *cancellable,
               GError       **error)
{
  const XbReportRow *row;
  const char *known;

  if (!xb_report_reader_rewind (self->reader, place->sheet, cancellable, error))
    return FALSE;
  do
    if (!xb_report_reader_next (self->reader, &row, cancellable, error))
      return FALSE;
  while (row->line != place->line || row->problem != NULL);
  self->sheet = place->sheet;
  self->headings = g_new0 (char *, row->n_cells + 1);
  for (guint i = 0; i < row->n_cells; i++)
    self->headings[i] = g_strstrip (g_strdup (row->cells[i]));
  self->fingerprint = make_fingerprint (row->cells, row->n_cells);
  guess_columns (row->cells, row->n_cells, &self->columns);
  known = place->remembered ? g_hash_table_lookup (remembered, self->fingerprint) : NULL;
  if (known != NULL)
    self->remembered = xb_report_columns_parse (known, row->n_cells, &self->columns);
  if (known != NULL && !self->remembered)
    guess_columns (row->cells, row->n_cells, &self->columns);
  return TRUE;
}

/**
 * xb_report_table_new:
 * @path: a CSV file or an Excel workbook
 * @sheet: (nullable): the only one to read; %NULL: the first that holds a report, and those behind it with its headings
 * @remembered: (nullable) (element-type utf8 utf8): fingerprint of headings → their columns, as from
 *   xb_report_columns_to_string()
 * @error: set to an %XB_ERROR, or cancelled
 *
 * Looks for the headings in the first rows of each sheet.
 *
 * Returns: (transfer full): a table before its first row of data. Whether its columns are enough is asked of
 *   xb_report_table_check()
 */
XbReportTable *
xb_report_table_new (const char   *path,
                     const char   *sheet,
                     GHashTable   *remembered,
                     GCancellable *cancellable,
                     GError      **error)
{
  g_autoptr(XbReportTable) self = g_new0 (XbReportTable, 1);
  Place place = { 0, 0, 0, FALSE };

  self->reader = xb_report_reader_new (path, cancellable, error);
  if (self->reader == NULL || !find_headings (self, sheet, remembered, &place, cancellable, error) ||
      !take_headings (self, &place, remembered, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
xb_report_table_free (XbReportTable *self)
{
  g_clear_pointer (&self->reader, xb_report_reader_free);
  g_strfreev (self->headings);
  g_free (self->fingerprint);
  g_free (self);
}

/** xb_report_table_get_reader: Returns: (transfer none): what it reads from */
XbReportReader *
xb_report_table_get_reader (XbReportTable *self)
{
  return self->reader;
}

/** xb_report_table_get_sheet: Returns: (nullable): the name of the sheet; %NULL of a text */
const char *
xb_report_table_get_sheet (XbReportTable *self)
{
  return xb_report_reader_get_sheet (self->reader, self->sheet);
}

const char *const *
xb_report_table_get_headings (XbReportTable *self)
{
  return (const char *const *) self->headings;
}

/** xb_report_table_get_fingerprint: Returns: what tells this source from others */
const char *
xb_report_table_get_fingerprint (XbReportTable *self)
{
  return self->fingerprint;
}

/** xb_report_table_is_remembered: Returns: whether its columns are those that somebody chose before */
gboolean
xb_report_table_is_remembered (XbReportTable *self)
{
  return self->remembered;
}

const XbReportColumns *
xb_report_table_get_columns (XbReportTable *self)
{
  return &self->columns;
}

void
xb_report_table_set_columns (XbReportTable         *self,
                             const XbReportColumns *columns)
{
  self->columns = *columns;
}

/** xb_report_table_get_known: Returns: a bit for each #XbMetric that the columns can give */
guint
xb_report_table_get_known (XbReportTable *self)
{
  guint known = 0;

  for (guint i = 0; i < XB_N_REPORT_FIELDS; i++)
    if (self->columns.column[i] >= 0 && xb_report_field_get_metric (i) >= 0)
      known |= 1u << xb_report_field_get_metric (i);
  if (self->columns.column[XB_REPORT_ANSWER_RATE] >= 0 && (known & 1u << XB_METRIC_CALLS) != 0)
    known |= 1u << XB_METRIC_ANSWERED;
  return known;
}

/** xb_report_table_get_cell: Returns: (nullable) (transfer none): of the row read last, as the file has it */
const char *
xb_report_table_get_cell (XbReportTable *self,
                          guint          column)
{
  return self->row != NULL && column < self->row->n_cells ? self->row->cells[column] : NULL;
}

static gboolean
refuse_missing (XbReportField field,
                GError      **error)
{
  const char *chinese = xb_csv_field_to_string (csv_fields[field], TRUE);

  g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
               _("The report has no column “%s” (%s); write that heading into it, or say which column it is"),
               chinese, xb_csv_field_to_string (csv_fields[field], FALSE));
  return FALSE;
}

/**
 * xb_report_table_check:
 * @has_number: somebody says which number the report is about
 * @error: set to %XB_ERROR_INVALID and says what is missing
 *
 * Returns: whether the columns are enough to read rows
 */
gboolean
xb_report_table_check (XbReportTable *self,
                       gboolean       has_number,
                       GError       **error)
{
  if (!has_number && self->columns.column[XB_REPORT_NUMBER] < 0)
    return refuse_missing (XB_REPORT_NUMBER, error);
  if (self->columns.column[XB_REPORT_DATE] < 0)
    return refuse_missing (XB_REPORT_DATE, error);
  if (xb_report_table_get_known (self) == 0)
    return refuse_missing (XB_REPORT_CALLS, error);
  return TRUE;
}

/* Goes on with the next sheet that has the same headings: some systems give each month or shop its own. */
static gboolean
go_to_next_sheet (XbReportTable *self,
                  GCancellable  *cancellable,
                  GError       **error)
{
  const XbReportRow *row;
  g_autoptr(GError) wrong = NULL;

  while (!self->alone && self->sheet + 1 < xb_report_reader_get_n_sheets (self->reader))
    {
      if (!xb_report_reader_rewind (self->reader, ++self->sheet, cancellable, error))
        return FALSE;
      for (guint i = 0; i < LOOK_AT && xb_report_reader_next (self->reader, &row, cancellable, &wrong); i++)
        {
          g_autofree char *fingerprint = make_fingerprint (row->cells, row->n_cells);

          self->later_sheet = TRUE;
          if (g_str_equal (fingerprint, self->fingerprint))
            return TRUE;
        }
      if (wrong != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&wrong));
          return FALSE;
        }
    }
  return FALSE;
}

static void
name_sheet (XbReportTable *self,
            GError       **problem)
{
  g_autofree char *name = xb_quote_dup (xb_report_table_get_sheet (self));
  g_autofree char *message = g_strdup_printf (_("Sheet “%s”: %s"), name, (*problem)->message);

  g_free ((*problem)->message);
  (*problem)->message = g_steal_pointer (&message);
}

/**
 * xb_report_table_next:
 * @entry: (out): the next row
 * @problem: (out) (nullable): why the row cannot be used; the entry has only its line then
 * @error: set to an %XB_ERROR when the file cannot be read on, or cancelled
 *
 * Returns: whether there was a row; %FALSE without @error at the end
 */
gboolean
xb_report_table_next (XbReportTable *self,
                      XbReportEntry *entry,
                      GError       **problem,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr(GError) wrong = NULL;

  while (!xb_report_reader_next (self->reader, &self->row, cancellable, &wrong))
    {
      self->row = NULL;
      if (wrong == NULL && go_to_next_sheet (self, cancellable, &wrong))
        continue;
      if (wrong != NULL)
        g_propagate_error (error, g_steal_pointer (&wrong));
      return FALSE;
    }
  *entry = (XbReportEntry) { .line = self->row->line };
  if (!xb_report_table_read (self, self->row, entry, problem) && self->later_sheet)
    name_sheet (self, problem);
  return TRUE;
}
