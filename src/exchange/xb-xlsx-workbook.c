/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-error.h"
#include "xb-xlsx-workbook.h"

#define STRINGS_MOST (128 * 1024 * 1024) /* bytes of all shared strings */
#define STYLES_MOST 65536
#define SHEETS_MOST 1000

typedef struct
{
  char *workbook;
  char *styles;         /* (nullable) */
  char *strings;        /* (nullable) */
  GHashTable *targets;  /* id → part, of the workbook's relations */
} Parts;

static void
parts_clear (Parts *parts)
{
  g_free (parts->workbook);
  g_free (parts->styles);
  g_free (parts->strings);
  g_clear_pointer (&parts->targets, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

void
xb_xlsx_workbook_free (XbXlsxWorkbook *self)
{
  g_clear_pointer (&self->package, xb_xlsx_package_free);
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->parts);
  g_byte_array_unref (self->formats);
  g_string_free (self->text, TRUE);
  g_array_unref (self->strings);
  g_free (self);
}

static gboolean
is_element (xmlTextReaderPtr xml,
            int              type,
            const char      *name)
{
  return type == XML_READER_TYPE_ELEMENT && g_strcmp0 ((const char *) xmlTextReaderConstLocalName (xml), name) == 0;
}

static gboolean
is_end (xmlTextReaderPtr xml,
        int              type,
        const char      *name)
{
  return type == XML_READER_TYPE_END_ELEMENT && g_strcmp0 ((const char *) xmlTextReaderConstLocalName (xml), name) == 0;
}

static guint
get_number (xmlTextReaderPtr xml,
            const char      *name)
{
  g_autofree char *text = xb_xlsx_dup_attribute (xml, name);
  guint64 number = 0;

  return text != NULL && g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT, &number, NULL) ? (guint) number : 0;
}

static gboolean
get_flag (xmlTextReaderPtr xml,
          const char      *name)
{
  g_autofree char *text = xb_xlsx_dup_attribute (xml, name);

  return g_strcmp0 (text, "1") == 0 || g_strcmp0 (text, "true") == 0;
}

/* "xl/workbook.xml" and "worksheets/sheet1.xml" → "xl/worksheets/sheet1.xml" */
static char *
resolve (const char *from,
         const char *target)
{
  g_autofree char *folder = g_path_get_dirname (from);
  g_autofree char *joined = target[0] == '/' ? g_strdup (target) : g_strconcat ("/", folder, "/", target, NULL);
  g_autofree char *path = g_canonicalize_filename (joined, "/");

  return g_strdup (path + 1);
}

static char *
relations_of (const char *part)
{
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *base = g_path_get_basename (part);

  return g_strconcat (folder, "/_rels/", base, ".rels", NULL);
}

/* Which part is the workbook's own. */
static gboolean
find_workbook (XbXlsxWorkbook *self,
               Parts          *parts,
               GCancellable   *cancellable,
               GError        **error)
{
  g_autoptr(XbXlsxPart) part = xb_xlsx_part_open (self->package, "_rels/.rels", cancellable, error);
  xmlTextReaderPtr xml = part != NULL ? xb_xlsx_part_get_xml (part) : NULL;
  int type;

  if (part == NULL)
    return FALSE;
  while ((type = xb_xlsx_part_next (part, error)) > 0)
    if (is_element (xml, type, "Relationship"))
      {
        g_autofree char *kind = xb_xlsx_dup_attribute (xml, "Type");
        g_autofree char *target = xb_xlsx_dup_attribute (xml, "Target");

        if (kind != NULL && target != NULL && parts->workbook == NULL && g_str_has_suffix (kind, "/officeDocument"))
          parts->workbook = resolve ("x", target);
      }
  if (type < 0)
    return FALSE;
  if (parts->workbook == NULL)
    parts->workbook = g_strdup ("xl/workbook.xml");
  return TRUE;
}

static gboolean
read_relations (XbXlsxWorkbook *self,
                Parts          *parts,
                GCancellable   *cancellable,
                GError        **error)
{
  g_autofree char *name = relations_of (parts->workbook);
  g_autoptr(XbXlsxPart) part = xb_xlsx_part_open (self->package, name, cancellable, error);
  xmlTextReaderPtr xml = part != NULL ? xb_xlsx_part_get_xml (part) : NULL;
  int type;

  if (part == NULL)
    return FALSE;
  while ((type = xb_xlsx_part_next (part, error)) > 0)
    if (is_element (xml, type, "Relationship"))
      {
        g_autofree char *id = xb_xlsx_dup_attribute (xml, "Id");
        g_autofree char *kind = xb_xlsx_dup_attribute (xml, "Type");
        g_autofree char *target = xb_xlsx_dup_attribute (xml, "Target");

        if (id == NULL || kind == NULL || target == NULL)
          continue;
        if (g_str_has_suffix (kind, "/styles") && parts->styles == NULL)
          parts->styles = resolve (parts->workbook, target);
        else if (g_str_has_suffix (kind, "/sharedStrings") && parts->strings == NULL)
          parts->strings = resolve (parts->workbook, target);
        else if (g_str_has_suffix (kind, "/worksheet"))
          g_hash_table_insert (parts->targets, g_steal_pointer (&id), resolve (parts->workbook, target));
      }
  return type == 0;
}

static void
add_sheet (XbXlsxWorkbook  *self,
           Parts           *parts,
           xmlTextReaderPtr xml)
{
  g_autofree char *name = xb_xlsx_dup_attribute (xml, "name");
  g_autofree char *id = xb_xlsx_dup_attribute (xml, "id"); /* r:id; the other is sheetId */
  g_autofree char *state = xb_xlsx_dup_attribute (xml, "state");
  const char *target = id != NULL ? g_hash_table_lookup (parts->targets, id) : NULL;

  if (target == NULL || (state != NULL && !g_str_equal (state, "visible")) || self->sheets->len >= SHEETS_MOST ||
      !xb_xlsx_package_has (self->package, target))
    return;
  g_ptr_array_add (self->sheets, name != NULL ? g_steal_pointer (&name) : g_strdup (""));
  g_ptr_array_add (self->parts, g_strdup (target));
}

static gboolean
read_workbook (XbXlsxWorkbook *self,
               Parts          *parts,
               GCancellable   *cancellable,
               GError        **error)
{
  g_autoptr(XbXlsxPart) part = xb_xlsx_part_open (self->package, parts->workbook, cancellable, error);
  xmlTextReaderPtr xml = part != NULL ? xb_xlsx_part_get_xml (part) : NULL;
  int type;

  if (part == NULL)
    return FALSE;
  while ((type = xb_xlsx_part_next (part, error)) > 0)
    {
      if (is_element (xml, type, "workbookPr"))
        self->from_1904 = get_flag (xml, "date1904");
      else if (is_element (xml, type, "sheet"))
        add_sheet (self, parts, xml);
    }
  return type == 0;
}

static void
add_format (XbXlsxWorkbook *self,
            GHashTable     *codes,
            guint           id)
{
  const char *code = g_hash_table_lookup (codes, GUINT_TO_POINTER (id));
  guint8 format = code != NULL ? xb_xlsx_format_from_code (code) : xb_xlsx_format_from_id (id);

  if (self->formats->len < STYLES_MOST)
    g_byte_array_append (self->formats, &format, 1);
}

static gboolean
read_styles (XbXlsxWorkbook *self,
             const char     *name,
             GCancellable   *cancellable,
             GError        **error)
{
  g_autoptr(XbXlsxPart) part = xb_xlsx_part_open (self->package, name, cancellable, error);
  g_autoptr(GHashTable) codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  xmlTextReaderPtr xml = part != NULL ? xb_xlsx_part_get_xml (part) : NULL;
  gboolean cells = FALSE;
  int type;

  if (part == NULL)
    return FALSE;
  while ((type = xb_xlsx_part_next (part, error)) > 0)
    {
      if (is_element (xml, type, "numFmt") && g_hash_table_size (codes) < STYLES_MOST)
        {
          char *code = xb_xlsx_dup_attribute (xml, "formatCode");

          g_hash_table_insert (codes, GUINT_TO_POINTER (get_number (xml, "numFmtId")), code != NULL ? code : g_strdup (""));
        }
      else if (is_element (xml, type, "cellXfs"))
        cells = TRUE;
      else if (is_end (xml, type, "cellXfs"))
        cells = FALSE;
      else if (cells && is_element (xml, type, "xf"))
        add_format (self, codes, get_number (xml, "numFmtId"));
    }
  return type == 0;
}

/**
 * xb_xlsx_append_text:
 *
 * Appends what a file says for a text: "_x000D_" stands for a character that XML cannot hold.
 */
void
xb_xlsx_append_text (GString    *out,
                     const char *text)
{
  const char *at = text;
  const char *escape;

  while ((escape = strstr (at, "_x")) != NULL)
    {
      gunichar c = 0;
      guint digits = 0;

      for (; digits < 4 && g_ascii_isxdigit (escape[2 + digits]); digits++)
        c = c * 16 + g_ascii_xdigit_value (escape[2 + digits]);
      if (digits == 4 && escape[6] == '_' && c != 0 && (c < 0xd800 || c > 0xdfff))
        {
          g_string_append_len (out, at, escape - at);
          g_string_append_unichar (out, c);
          at = escape + 7;
        }
      else
        {
          g_string_append_len (out, at, escape + 2 - at);
          at = escape + 2;
        }
    }
  g_string_append (out, at);
}

static gboolean
read_strings (XbXlsxWorkbook *self,
              const char     *name,
              GCancellable   *cancellable,
              GError        **error)
{
  g_autoptr(XbXlsxPart) part = xb_xlsx_part_open (self->package, name, cancellable, error);
  xmlTextReaderPtr xml = part != NULL ? xb_xlsx_part_get_xml (part) : NULL;
  gboolean text = FALSE;
  int phonetic = 0, type;

  if (part == NULL)
    return FALSE;
  while ((type = xb_xlsx_part_next (part, error)) > 0)
    {
      if (is_element (xml, type, "si"))
        {
          guint32 begin = self->text->len;

          if (self->strings->len > 0)
            g_string_append_c (self->text, '\0');
          begin = self->text->len;
          g_array_append_val (self->strings, begin);
        }
      else if (is_element (xml, type, "rPh"))
        phonetic += !xmlTextReaderIsEmptyElement (xml);
      else if (is_end (xml, type, "rPh"))
        phonetic--;
      else if (is_element (xml, type, "t"))
        text = phonetic == 0 && !xmlTextReaderIsEmptyElement (xml);
      else if (is_end (xml, type, "t"))
        text = FALSE;
      else if (text && xmlTextReaderHasValue (xml))
        xb_xlsx_append_text (self->text, (const char *) xmlTextReaderConstValue (xml));
      if (self->text->len > STRINGS_MOST)
        {
          g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                       _("The workbook holds more text than any report; save the one sheet that matters as CSV"));
          return FALSE;
        }
    }
  return type == 0;
}

/**
 * xb_xlsx_workbook_new:
 * @path: a file that is said to be an Excel workbook
 * @error: set to %XB_ERROR_INVALID, %XB_ERROR_DAMAGED or %XB_ERROR_IO, or cancelled
 */
XbXlsxWorkbook *
xb_xlsx_workbook_new (const char   *path,
                      GCancellable *cancellable,
                      GError      **error)
{
  g_autoptr(XbXlsxWorkbook) self = g_new0 (XbXlsxWorkbook, 1);
  g_auto(Parts) parts = { NULL };

  self->sheets = g_ptr_array_new_with_free_func (g_free);
  self->parts = g_ptr_array_new_with_free_func (g_free);
  self->formats = g_byte_array_new ();
  self->text = g_string_new (NULL);
  self->strings = g_array_new (FALSE, FALSE, sizeof (guint32));
  parts.targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->package = xb_xlsx_package_new (path, error);
  if (self->package == NULL || !find_workbook (self, &parts, cancellable, error) ||
      !read_relations (self, &parts, cancellable, error) || !read_workbook (self, &parts, cancellable, error))
    return NULL;
  if (parts.styles != NULL && xb_xlsx_package_has (self->package, parts.styles) &&
      !read_styles (self, parts.styles, cancellable, error))
    return NULL;
  if (parts.strings != NULL && xb_xlsx_package_has (self->package, parts.strings) &&
      !read_strings (self, parts.strings, cancellable, error))
    return NULL;
  if (self->sheets->len > 0)
    return g_steal_pointer (&self);
  g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("The workbook has no sheet that can be read; save the report again"));
  return NULL;
}

/** xb_xlsx_workbook_get_string: Returns: (nullable): the shared string, %NULL where there is none */
const char *
xb_xlsx_workbook_get_string (const XbXlsxWorkbook *self,
                             guint64               index)
{
  return index < self->strings->len ? self->text->str + g_array_index (self->strings, guint32, index) : NULL;
}
