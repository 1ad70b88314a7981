/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <sys/statvfs.h>
#include <xlsxwriter.h>

#include "xb-day.h"
#include "xb-error.h"
#include "xb-money.h"
#include "xb-output.h"
#include "xb-quote.h"
#include "xb-xlsx-package.h"
#include "xb-xlsx-writer.h"

/* libxlsxwriter makes the workbook in a folder of its own; only when it has been read back whole does it get its
 * place. The library does not look whether its parts could be written: on a full disk they would just end early. */

#define ROWS_PER_LOOK 256
#define BLOCK (64 * 1024)
#define BYTES_PER_CELL 64    /* of XML, beside what stands in it */
#define BYTES_AT_LEAST 65536 /* styles, theme and the rest */
#define CHARACTERS_MOST 32767 /* in a cell */
#define WIDTH_LEAST 8
#define WIDTH_MOST 48
#define LINE_HEIGHT 15.0
/* A cell holds a double: of 15 digits it loses none. */
#define FEN_MOST G_GINT64_CONSTANT (999999999999999)
#define DAY_EPOCH 693594 /* the julian day (GDate's) before which Excel counts no days: 1899-12-30 */
#define DAY_LEAST 61     /* before March 1900 it counts a day that never was */

typedef enum
{
  IN_TABLE,
  IN_TOTAL,
  AMONG_WORDS, /* a figure in a column of words stands where they stand */
  N_PLACES,
} Place;

struct _XbXlsxWriter
{
  XbOutput     *output;
  char         *path;
  char         *scratch; /* (nullable): the folder of its own */
  char         *book;
  lxw_workbook *workbook; /* (nullable): closed */
  lxw_format   *headings[3]; /* over words, days, numbers */
  lxw_format   *formats[XB_TABLE_LINE][N_PLACES]; /* by kind */
  guint64       bytes;
  GHashTable   *names;    /* of sheets, folded */
};

typedef struct
{
  lxw_worksheet *sheet;
  const XbTable *table;
  guint          at[64]; /* where each column of the table begins */
  guint          widths[128];
  guint          n;
  guint          lines; /* of the row under way */
} Sheet;

static lxw_format *
make_format (XbXlsxWriter *self,
             XbTableKind   kind,
             Place         place)
{
  static const char *const codes[] = {
    [XB_TABLE_DAY] = "yyyy-mm-dd", [XB_TABLE_COUNT] = "#,##0", [XB_TABLE_MONEY] = "#,##0.00", [XB_TABLE_SHARE] = "0.0%",
    [XB_TABLE_POINTS] = "+0.0;-0.0;0.0", [XB_TABLE_RANGE] = "0.0%", [XB_TABLE_RISE] = "+0.0;-0.0;0.0",
  };
  lxw_format *format = workbook_add_format (self->workbook);

  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  if (codes[kind] != NULL)
    format_set_num_format (format, codes[kind]);
  if (kind == XB_TABLE_TEXT || kind == XB_TABLE_DAY || place == AMONG_WORDS)
    format_set_align (format, LXW_ALIGN_LEFT);
  if (kind == XB_TABLE_TEXT || place == AMONG_WORDS)
    format_set_indent (format, 1);
  if (kind == XB_TABLE_TEXT)
    format_set_text_wrap (format);
  if (place == IN_TOTAL)
    {
      format_set_bold (format);
      format_set_top (format, LXW_BORDER_THIN);
    }
  return format;
}

static lxw_format *
make_heading (XbXlsxWriter *self,
              XbTableKind   kind)
{
  lxw_format *format = workbook_add_format (self->workbook);

  format_set_bold (format);
  format_set_bg_color (format, 0xf0f0f0);
  format_set_bottom (format, LXW_BORDER_THIN);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_align (format, kind > XB_TABLE_DAY ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
  if (kind == XB_TABLE_TEXT)
    format_set_indent (format, 1);
  return format;
}

static void
set_up (XbXlsxWriter *self,
        const char   *title)
{
  lxw_doc_properties properties = { .title = (char *) title };

  workbook_set_properties (self->workbook, &properties);
  for (guint i = 0; i < G_N_ELEMENTS (self->headings); i++)
    self->headings[i] = make_heading (self, XB_TABLE_TEXT + i);
  for (guint kind = XB_TABLE_TEXT; kind < XB_TABLE_LINE; kind++)
    for (guint place = 0; place < N_PLACES; place++)
      self->formats[kind][place] = make_format (self, kind, place);
}

/**
 * xb_xlsx_writer_new:
 * @path: where the workbook shall appear; one that is there is replaced when the new one is whole
 * @title: of the document
 * @error: set to %XB_ERROR_IO
 *
 * Returns: (transfer full): a workbook without sheets, or %NULL with @error. Used by one thread
 */
XbXlsxWriter *
xb_xlsx_writer_new (const char *path,
                    const char *title,
                    GError    **error)
{
  g_autoptr(XbXlsxWriter) self = g_new0 (XbXlsxWriter, 1);
  g_autofree char *short_title = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), 60));
  g_autoptr(GError) wrong = NULL;
  lxw_workbook_options options = { 0 };

  self->path = g_strdup (path);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->output = xb_output_new (path, error);
  if (self->output == NULL)
    return NULL;
  self->scratch = g_dir_make_tmp ("xinbiao-XXXXXX", &wrong);
  if (self->scratch == NULL)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_IO, _("No temporary file can be made: %s. Free some space and try again."),
                   wrong->message);
      return NULL;
    }
  self->book = g_build_filename (self->scratch, "book.xlsx", NULL);
  options.tmpdir = self->scratch;
  self->workbook = workbook_new_opt (self->book, &options);
  if (self->workbook == NULL)
    g_error ("out of memory");
  set_up (self, short_title);
  return g_steal_pointer (&self);
}

/** xb_xlsx_writer_free: without xb_xlsx_writer_finish() before, nothing appears and an older file stays */
void
xb_xlsx_writer_free (XbXlsxWriter *self)
{
  if (self->workbook != NULL)
    lxw_workbook_free (self->workbook);
  if (self->book != NULL)
    g_unlink (self->book);
  if (self->scratch != NULL)
    g_rmdir (self->scratch);
  g_clear_pointer (&self->output, xb_output_free);
  g_hash_table_unref (self->names);
  g_free (self->book);
  g_free (self->scratch);
  g_free (self->path);
  g_free (self);
}

/* What Excel takes as the name of a sheet, each once. */
static char *
own_name (XbXlsxWriter *self,
          const char   *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *plain = g_strdelimit (g_strdup (valid), "[]:*?/\\'", ' ');
  g_autofree char *own = g_utf8_substring (plain, 0, MIN (g_utf8_strlen (plain, -1), LXW_SHEETNAME_MAX - 4));
  char *folded = g_utf8_casefold (g_strstrip (own), -1);

  if (*own != '\0' && g_hash_table_add (self->names, folded))
    return g_steal_pointer (&own);
  return g_strdup_printf ("%s %u", own, g_hash_table_size (self->names) + 1);
}

/* What XML can hold, and a cell. */
static char *
own_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_sized_new (strlen (valid));
  guint n = 0;

  for (const char *at = valid; *at != '\0' && n < CHARACTERS_MOST; at = g_utf8_next_char (at), n++)
    {
      gunichar c = g_utf8_get_char (at);

      if (c != 0xfffe && c != 0xffff && (c >= ' ' || c == '\t' || c == '\n'))
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/* @lines: (out): how many it takes in the widest column */
static guint
measure (const char *text,
         guint      *lines)
{
  guint width = 0, widest = 0;

  *lines = 0;
  for (;; text = g_utf8_next_char (text))
    if (*text != '\n' && *text != '\0')
      width += g_unichar_iswide (g_utf8_get_char (text)) ? 2 : 1;
    else
      {
        *lines += MAX (1, (width + WIDTH_MOST - 1) / WIDTH_MOST);
        widest = MAX (widest, width);
        width = 0;
        if (*text == '\0')
          return widest;
      }
}

static void
note_size (Sheet      *sheet,
           guint       column,
           const char *text)
{
  guint lines;

  sheet->widths[column] = MAX (sheet->widths[column], measure (text, &lines));
  sheet->lines = MAX (sheet->lines, lines);
}

static void
put_text (XbXlsxWriter *self,
          Sheet        *sheet,
          guint         row,
          guint         column,
          const char   *text,
          lxw_format   *format)
{
  g_autofree char *own = own_text (text);

  note_size (sheet, column, own);
  self->bytes += BYTES_PER_CELL + strlen (own);
  worksheet_write_string (sheet->sheet, row, (lxw_col_t) column, own, format);
}

static void
put_number (XbXlsxWriter *self,
            Sheet        *sheet,
            guint         row,
            guint         column,
            double        number,
            const char   *shown,
            lxw_format   *format)
{
  note_size (sheet, column, shown);
  self->bytes += BYTES_PER_CELL;
  worksheet_write_number (sheet->sheet, row, (lxw_col_t) column, number, format);
}

static void
put_cell (XbXlsxWriter *self,
          Sheet        *sheet,
          guint         row,
          guint         index)
{
  const XbTableCell *cell = xb_table_get_cell (sheet->table, row, index);
  lxw_format **formats = self->formats[MIN (cell->kind, XB_TABLE_RISE)];
  Place place = xb_table_is_total (sheet->table, row) ? IN_TOTAL
                : xb_table_get_kind (sheet->table, index) == XB_TABLE_TEXT ? AMONG_WORDS : IN_TABLE;
  lxw_format *format = formats[place];
  g_autofree char *text = xb_table_dup_text (sheet->table, row, index);
  guint at = sheet->at[index];

  switch (cell->kind)
    {
    case XB_TABLE_TEXT:
      put_text (self, sheet, row + 1, at, text, format);
      break;
    case XB_TABLE_DAY:
      if (cell->whole >= DAY_EPOCH + DAY_LEAST)
        put_number (self, sheet, row + 1, at, (double) (cell->whole - DAY_EPOCH), text, format);
      else
        put_text (self, sheet, row + 1, at, text, format);
      break;
    case XB_TABLE_COUNT:
    case XB_TABLE_MONEY:
      if (ABS (cell->whole) > FEN_MOST)
        put_text (self, sheet, row + 1, at, text, format);
      else
        put_number (self, sheet, row + 1, at, cell->kind == XB_TABLE_MONEY ? (double) cell->whole / 100 : (double) cell->whole,
                    text, format);
      break;
    case XB_TABLE_SHARE:
      put_number (self, sheet, row + 1, at, cell->share, text, format);
      break;
    case XB_TABLE_POINTS:
      put_number (self, sheet, row + 1, at, cell->share * 100, text, format);
      break;
    case XB_TABLE_RANGE:
      put_number (self, sheet, row + 1, at, cell->share, "", format);
      put_number (self, sheet, row + 1, at + 1, cell->until, "", format);
      break;
    case XB_TABLE_RISE:
      put_number (self, sheet, row + 1, at, cell->share * 100, "", format);
      put_number (self, sheet, row + 1, at + 1, cell->until * 100, "", format);
      break;
    case XB_TABLE_NOTHING:
    case XB_TABLE_LINE:
    default:
      break;
    }
}

static void
put_headings (XbXlsxWriter *self,
              Sheet        *sheet)
{
  for (guint i = 0; i < xb_table_get_n_columns (sheet->table); i++)
    {
      const char *title = xb_table_get_title (sheet->table, i);
      XbTableKind kind = xb_table_get_kind (sheet->table, i);
      lxw_format *format = self->headings[MIN (kind, XB_TABLE_COUNT) - XB_TABLE_TEXT];
      g_autofree char *low = NULL;
      g_autofree char *high = NULL;

      sheet->at[i] = sheet->n;
      if (kind == XB_TABLE_LINE)
        continue;
      if (kind != XB_TABLE_RANGE && kind != XB_TABLE_RISE)
        {
          put_text (self, sheet, 0, sheet->n++, title, format);
          continue;
        }
      low = g_strdup_printf (_("%s, from"), title);
      high = g_strdup_printf (_("%s, to"), title);
      put_text (self, sheet, 0, sheet->n++, low, format);
      put_text (self, sheet, 0, sheet->n++, high, format);
    }
}

/* How it looks on the screen and on paper. */
static void
lay_out (Sheet *sheet)
{
  guint n_rows = xb_table_get_n_rows (sheet->table);

  for (guint i = 0; i < sheet->n; i++)
    worksheet_set_column (sheet->sheet, (lxw_col_t) i, (lxw_col_t) i, CLAMP (sheet->widths[i], WIDTH_LEAST, WIDTH_MOST) + 2.0,
                          NULL);
  worksheet_freeze_panes (sheet->sheet, 1, 0);
  worksheet_repeat_rows (sheet->sheet, 0, 0);
  worksheet_set_paper (sheet->sheet, 9); /* A4 */
  worksheet_fit_to_pages (sheet->sheet, 1, 0);
  if (sheet->n > 6)
    worksheet_set_landscape (sheet->sheet);
  if (sheet->n > 2 && n_rows > 1 && !xb_table_is_total (sheet->table, n_rows - 1))
    worksheet_autofilter (sheet->sheet, 0, 0, n_rows, (lxw_col_t) (sheet->n - 1));
  if (n_rows > 0)
    {
      lxw_error code;
      char range[64];

      g_snprintf (range, sizeof range, "A1:CV%u", n_rows + 1);
      code = worksheet_ignore_errors (sheet->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range); /* telephone numbers */
      g_warn_if_fail (code == LXW_NO_ERROR);
    }
}

/**
 * xb_xlsx_writer_add:
 * @name: of the sheet
 * @cancellable: (nullable): to stop early
 *
 * Adds a sheet: headings that stay in sight and stand on each printed page, columns as wide as what is in them.
 *
 * Returns: whether it could be
 */
gboolean
xb_xlsx_writer_add (XbXlsxWriter   *self,
                    const char     *name,
                    const XbTable  *table,
                    GCancellable   *cancellable,
                    GError        **error)
{
  g_autofree char *own = own_name (self, name);
  guint n_rows = xb_table_get_n_rows (table);
  Sheet sheet = { .table = table };

  g_return_val_if_fail (self->workbook != NULL, FALSE);
  g_return_val_if_fail (xb_table_get_n_columns (table) <= G_N_ELEMENTS (sheet.at), FALSE);

  if (n_rows >= LXW_ROW_MAX)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                   _("Excel holds %d rows in a sheet, and these are %u. Choose fewer, or save a CSV file."), LXW_ROW_MAX - 1,
                   n_rows);
      return FALSE;
    }
  sheet.sheet = workbook_add_worksheet (self->workbook, own);
  if (sheet.sheet == NULL)
    sheet.sheet = workbook_add_worksheet (self->workbook, NULL);
  put_headings (self, &sheet);
  for (guint row = 0; row < n_rows; row++)
    {
      if (row % ROWS_PER_LOOK == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      sheet.lines = 1;
      for (guint i = 0; i < xb_table_get_n_columns (table); i++)
        put_cell (self, &sheet, row, i);
      if (sheet.lines > 1)
        worksheet_set_row (sheet.sheet, row + 1, LINE_HEIGHT * sheet.lines, NULL);
    }
  lay_out (&sheet);
  return TRUE;
}

static gboolean
fail (XbXlsxWriter *self,
      GError      **error)
{
  g_autofree char *base = g_path_get_basename (self->path);
  g_autofree char *name = xb_quote_dup (base);

  g_set_error (error, XB_ERROR, XB_ERROR_IO,
               _("“%s” was not written: there is no room for temporary files. Free some space and try again."), name);
  return FALSE;
}

static gboolean
has_room (XbXlsxWriter *self)
{
  struct statvfs there;

  /* the parts stand there one after the other, beside what is packed */
  return statvfs (self->scratch, &there) != 0 ||
         (guint64) there.f_bavail * there.f_frsize > 2 * self->bytes + BYTES_AT_LEAST;
}

/* The library writes numbers as the locale does; workbooks know one spelling. */
static gboolean
close_book (XbXlsxWriter *self)
{
  locale_t plain = newlocale (LC_NUMERIC_MASK, "C", (locale_t) 0);
  locale_t before = plain != (locale_t) 0 ? uselocale (plain) : (locale_t) 0;
  lxw_error code = workbook_close (g_steal_pointer (&self->workbook));

  if (before != (locale_t) 0)
    uselocale (before);
  if (plain != (locale_t) 0)
    freelocale (plain);
  return code == LXW_NO_ERROR;
}

static gboolean
check_whole (XbXlsxWriter *self,
             GCancellable *cancellable,
             GError      **error)
{
  g_autoptr(GError) wrong = NULL;
  g_autoptr(XbXlsxPackage) package = xb_xlsx_package_new (self->book, &wrong);

  if (package != NULL && xb_xlsx_package_check (package, cancellable, &wrong))
    return TRUE;
  if (!xb_error_is_cancelled (wrong))
    return fail (self, error);
  g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}

static gboolean
move_in (XbXlsxWriter *self,
         GError      **error)
{
  g_autofree char *block = g_malloc (BLOCK);
  FILE *file = g_fopen (self->book, "rbe");
  gboolean read_all;
  gsize n;

  if (file == NULL)
    return fail (self, error);
  while ((n = fread (block, 1, BLOCK, file)) > 0)
    if (!xb_output_write (self->output, block, n))
      break;
  read_all = feof (file) && !ferror (file);
  fclose (file);
  if (xb_output_failed (self->output, error))
    return FALSE;
  return read_all ? TRUE : fail (self, error);
}

/**
 * xb_xlsx_writer_finish:
 * @cancellable: (nullable): to stop early
 * @error: set to %XB_ERROR_IO, or cancelled; nothing has appeared then, and an older file is as it was
 *
 * Lets the workbook appear. Once only.
 *
 * Returns: whether all was written
 */
gboolean
xb_xlsx_writer_finish (XbXlsxWriter  *self,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_return_val_if_fail (self->workbook != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (!has_room (self) || !close_book (self))
    return fail (self, error);
  return check_whole (self, cancellable, error) && move_in (self, error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error) && xb_output_commit (self->output, NULL, error);
}
