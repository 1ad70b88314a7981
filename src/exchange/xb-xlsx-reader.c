/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-csv-reader.h"
#include "xb-error.h"
#include "xb-xlsx-merges.h"
#include "xb-xlsx-reader.h"

#define CELL_MOST (64 * 1024) /* bytes; Excel's own limit is 32,767 characters */

/* The elements that matter, by their interned names, so that one is known by its address. */
typedef enum
{
  OTHER, ROW, CELL, VALUE, FORMULA, INLINE, TEXT, PHONETIC, DATA,
  N_ELEMENTS
} Element;

struct _XbXlsxReader
{
  XbXlsxWorkbook   *workbook; /* (unowned) */
  XbXlsxPart       *part;
  XbXlsxMerges     *merges;
  xmlTextReaderPtr  xml;
  const xmlChar    *names[N_ELEMENTS];
  goffset           size;
  gboolean          ended;

  /* The cell under way. */
  GString          *value;
  char              type;      /* n, s (shared), t (inline, formula's), b, e */
  guint             style;
  guint             column;
  gboolean          formula;
  gboolean          has_value;
  gboolean          taking;    /* text */
  int               phonetic;

  /* The row under way; what stands in it lies one behind the other. */
  GString          *text;
  guint             offsets[XB_CSV_COLUMNS_MOST];
  guint8            flags[XB_CSV_COLUMNS_MOST];
  char             *cells[XB_CSV_COLUMNS_MOST];
  guint             n_cells;
  guint             line;
  gboolean          flagged;
  gboolean          too_wide;
  gboolean          empty;
  XbReportRow       row;
};

/**
 * xb_xlsx_reader_new:
 * @workbook: lives longer than the reader
 * @sheet: from 0
 */
XbXlsxReader *
xb_xlsx_reader_new (XbXlsxWorkbook *workbook,
                    guint           sheet,
                    GCancellable   *cancellable,
                    GError        **error)
{
  static const char *const names[] = { "", "row", "c", "v", "f", "is", "t", "rPh", "sheetData" };
  g_autoptr(XbXlsxReader) self = g_new0 (XbXlsxReader, 1);
  const char *name = g_ptr_array_index (workbook->parts, sheet);
  g_autoptr(XbXlsxPart) first = xb_xlsx_part_open (workbook->package, name, cancellable, error);

  self->workbook = workbook;
  self->value = g_string_new (NULL);
  self->text = g_string_new (NULL);
  self->merges = first != NULL ? xb_xlsx_merges_new (first, &self->size, error) : NULL;
  self->part = self->merges != NULL ? xb_xlsx_part_open (workbook->package, name, cancellable, error) : NULL;
  if (self->part == NULL)
    return NULL;
  self->xml = xb_xlsx_part_get_xml (self->part);
  for (guint i = 0; i < N_ELEMENTS; i++)
    self->names[i] = xmlTextReaderConstString (self->xml, (const xmlChar *) names[i]);
  return g_steal_pointer (&self);
}

void
xb_xlsx_reader_free (XbXlsxReader *self)
{
  g_clear_pointer (&self->part, xb_xlsx_part_free);
  g_clear_pointer (&self->merges, xb_xlsx_merges_free);
  g_string_free (self->value, TRUE);
  g_string_free (self->text, TRUE);
  g_clear_error (&self->row.problem);
  g_free (self);
}

/** xb_xlsx_reader_get_offset: Returns: bytes of the sheet that were read so far, for a progress bar */
goffset
xb_xlsx_reader_get_offset (XbXlsxReader *self)
{
  return xb_xlsx_part_get_offset (self->part);
}

/** xb_xlsx_reader_get_size: Returns: bytes of the sheet */
goffset
xb_xlsx_reader_get_size (XbXlsxReader *self)
{
  return self->size;
}

static Element
get_element (XbXlsxReader *self)
{
  const xmlChar *name = xmlTextReaderConstLocalName (self->xml);

  for (guint i = 1; i < N_ELEMENTS; i++)
    if (name == self->names[i])
      return i;
  return OTHER;
}

static void
begin_row (XbXlsxReader *self)
{
  g_autofree char *number = xb_xlsx_dup_attribute (self->xml, "r");
  guint64 line = 0;

  if (number == NULL || !g_ascii_string_to_unsigned (number, 10, 1, G_MAXINT, &line, NULL) || line <= self->line)
    line = self->line + 1;
  self->line = (guint) line;
  self->n_cells = 0;
  self->column = G_MAXUINT;
  self->flagged = self->too_wide = FALSE;
  self->empty = TRUE;
  g_string_truncate (self->text, 0);
}

/* s: shared; str, inlineStr, d: as it is; b, e; n or nothing: a number */
static char
read_type (const xmlChar *value)
{
  const char *word = (const char *) value;

  if (g_str_equal (word, "s") || g_str_equal (word, "b") || g_str_equal (word, "e"))
    return *word;
  return g_str_equal (word, "n") ? 'n' : 't';
}

static void
begin_cell (XbXlsxReader *self)
{
  guint column = self->column + 1; /* where it does not say */

  self->type = 'n';
  self->style = 0;
  self->formula = self->has_value = self->taking = FALSE;
  self->phonetic = 0;
  g_string_truncate (self->value, 0);
  while (xmlTextReaderMoveToNextAttribute (self->xml) == 1)
    {
      const xmlChar *name = xmlTextReaderConstLocalName (self->xml);
      const xmlChar *value = xmlTextReaderConstValue (self->xml);
      const char *end;
      guint row, named;

      if (name == NULL || value == NULL || name[0] == '\0' || name[1] != '\0')
        continue;
      if (name[0] == 'r' && xb_xlsx_read_cell_name ((const char *) value, &end, &row, &named))
        column = named;
      else if (name[0] == 't')
        self->type = read_type (value);
      else if (name[0] == 's')
        self->style = (guint) g_ascii_strtoull ((const char *) value, NULL, 10);
    }
  xmlTextReaderMoveToElement (self->xml);
  self->column = column;
}

static void
append_value (XbXlsxReader *self)
{
  const char *value = self->value->str;
  const char *shared;

  switch (self->type)
    {
    case 's':
      shared = xb_xlsx_workbook_get_string (self->workbook, g_ascii_strtoull (value, NULL, 10));
      g_string_append (self->text, shared != NULL ? shared : "");
      break;
    case 't':
      xb_xlsx_append_text (self->text, value);
      break;
    case 'b':
      g_string_append (self->text, g_str_equal (value, "0") ? "FALSE" : "TRUE");
      break;
    case 'n':
      xb_xlsx_number_to_text (value, self->style < self->workbook->formats->len
                                       ? (XbXlsxFormat) self->workbook->formats->data[self->style] : XB_XLSX_PLAIN,
                              self->workbook->from_1904, self->text);
      break;
    default:
      g_string_append (self->text, value);
    }
}

/* Makes cells up to @column; those in between are empty. */
static gboolean
reach (XbXlsxReader *self,
       guint         column)
{
  if (column >= XB_CSV_COLUMNS_MOST)
    return FALSE;
  while (self->n_cells <= column)
    {
      self->flags[self->n_cells] = 0;
      self->offsets[self->n_cells++] = self->text->len;
      g_string_append_c (self->text, '\0');
    }
  return TRUE;
}

static void
end_cell (XbXlsxReader *self)
{
  gboolean missing = self->formula && (!self->has_value || (self->value->len == 0 && self->type != 't'));
  gsize begin;

  if (!self->has_value && !missing)
    return;
  if (!reach (self, self->column))
    {
      self->too_wide = TRUE;
      return;
    }
  begin = self->text->len;
  if (!missing)
    append_value (self);
  self->empty &= self->text->len == begin && !missing;
  self->offsets[self->column] = begin;
  self->flags[self->column] = missing ? XB_CELL_NO_RESULT : 0;
  self->flagged |= missing;
  g_string_append_c (self->text, '\0');
}

/* A cell that is merged over several rows says the same in each of them. */
static void
apply_merges (XbXlsxReader *self)
{
  guint column;
  char **kept;

  if (!xb_xlsx_merges_move (self->merges, self->line))
    return;
  for (guint i = 0; (kept = xb_xlsx_merges_get (self->merges, i, &column)) != NULL; i++)
    {
      if (!reach (self, column))
        continue;
      if (*kept == NULL)
        *kept = g_strdup (self->text->str + self->offsets[column]);
      else
        {
          self->offsets[column] = self->text->len;
          g_string_append (self->text, *kept);
          g_string_append_c (self->text, '\0');
        }
      self->flags[column] |= XB_CELL_SPANS;
      self->flagged = TRUE;
    }
}

/* Returns FALSE for a row without anything in it. */
static gboolean
end_row (XbXlsxReader *self)
{
  apply_merges (self);
  self->row.line = self->line;
  self->row.cells = self->cells;
  self->row.flags = self->flagged ? self->flags : NULL;
  self->row.n_cells = self->n_cells;
  if (self->too_wide)
    {
      self->row.n_cells = 0;
      self->row.problem = g_error_new (XB_ERROR, XB_ERROR_INVALID,
                                       _("The row has more than %d columns; is this the right file?"),
                                       XB_CSV_COLUMNS_MOST);
      return TRUE;
    }
  for (guint i = 0; i < self->n_cells; i++)
    self->cells[i] = self->text->str + self->offsets[i];
  return !self->empty;
}

static void
begin_element (XbXlsxReader *self)
{
  gboolean closed = xmlTextReaderIsEmptyElement (self->xml);

  switch (get_element (self))
    {
    case ROW:
      begin_row (self);
      break;
    case CELL:
      begin_cell (self);
      break;
    case FORMULA:
      self->formula = TRUE;
      break;
    case VALUE: case TEXT:
      self->taking = !closed && self->phonetic == 0;
      self->has_value |= !closed;
      break;
    case PHONETIC:
      self->phonetic += !closed;
      break;
    case OTHER: case INLINE: case DATA: case N_ELEMENTS: default:
      break;
    }
}

/* Returns whether a row that has something in it ends. */
static gboolean
end_element (XbXlsxReader *self)
{
  switch (get_element (self))
    {
    case ROW:
      return end_row (self);
    case CELL:
      end_cell (self);
      break;
    case VALUE: case TEXT:
      self->taking = FALSE;
      break;
    case PHONETIC:
      self->phonetic--;
      break;
    case DATA:
      self->ended = TRUE;
      break;
    case OTHER: case FORMULA: case INLINE: case N_ELEMENTS: default:
      break;
    }
  return FALSE;
}

/**
 * xb_xlsx_reader_next:
 * @row: (out) (transfer none): the next row that is not empty, until the next call
 * @error: set to %XB_ERROR_INVALID or %XB_ERROR_DAMAGED, or cancelled
 *
 * Returns: whether there was a row; %FALSE without @error at the end of the sheet
 */
gboolean
xb_xlsx_reader_next (XbXlsxReader       *self,
                     const XbReportRow **row,
                     GError            **error)
{
  *row = &self->row;
  g_clear_error (&self->row.problem);
  while (!self->ended)
    {
      int type = xb_xlsx_part_next (self->part, error);

      if (type < 0)
        return FALSE;
      if (type == 0)
        self->ended = TRUE;
      else if (type == XML_READER_TYPE_ELEMENT)
        begin_element (self);
      else if (type == XML_READER_TYPE_END_ELEMENT)
        {
          if (end_element (self))
            return TRUE;
        }
      else if (self->taking && xmlTextReaderHasValue (self->xml) && self->value->len < CELL_MOST)
        g_string_append (self->value, (const char *) xmlTextReaderConstValue (self->xml));
    }
  return FALSE;
}
