/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "xb-error.h"
#include "xb-quote.h"
#include "xb-xlsx-package.h"

/* A full sheet of a million rows unpacks to some 600 MiB, at 10 to 20 times its packed size. */
#define UNPACKED_MOST (G_GINT64_CONSTANT (2) * 1024 * 1024 * 1024)
#define RATIO_MOST 250
#define RATIO_FROM (32 * 1024 * 1024)
#define PARTS_MOST 10000
#define BLOCK (64 * 1024)
#define TAIL (64 * 1024 + 22) /* a ZIP archive ends with its index, at most this long behind it */

typedef struct archive Archive;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

struct _XbXlsxPackage
{
  char       *path;
  char       *name;  /* for sentences */
  gint64      size;
  GHashTable *parts; /* names in lower case */
};

struct _XbXlsxPart
{
  Archive         *archive;
  XbXlsxPackage   *package;     /* (unowned) */
  GCancellable    *cancellable; /* (nullable) */
  xmlTextReaderPtr xml;         /* (nullable): once it is asked for */
  gint64           unpacked;
  GError          *failure;     /* (nullable) */
};

static void
set_damaged (XbXlsxPackage *self,
             GError       **error)
{
  g_set_error (error, XB_ERROR, XB_ERROR_DAMAGED,
               _("“%s” is damaged or was cut off on the way; download it again"), self->name);
}

static char *
fold_name (const char *name)
{
  g_autofree char *slashes = g_strdelimit (g_strdup (name), "\\", '/');

  return g_ascii_strdown (slashes[0] == '/' ? slashes + 1 : slashes, -1);
}

static Archive *
open_archive (XbXlsxPackage *self,
              GError       **error)
{
  g_autoptr(Archive) archive = archive_read_new ();

  /* With the index at the end, not entry by entry: what was cut off shows. */
  archive_read_support_format_zip_seekable (archive);
  if (archive_read_open_filename (archive, self->path, BLOCK) == ARCHIVE_OK)
    return g_steal_pointer (&archive);
  set_damaged (self, error);
  return NULL;
}

/* An old workbook (.xls) and one with a password look the same from outside. */
static gboolean
refuse_compound (XbXlsxPackage *self,
                 GError       **error)
{
  static const char encrypted[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  g_autoptr(GMappedFile) file = g_mapped_file_new (self->path, FALSE, NULL);

  if (file != NULL &&
      memmem (g_mapped_file_get_contents (file), g_mapped_file_get_length (file), encrypted, sizeof encrypted) != NULL)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” is protected by a password; open it in Excel, take the password off and save it again"),
                 self->name);
  else
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” is in an old Excel format (.xls); open it in Excel and save it as .xlsx"), self->name);
  return FALSE;
}

/* Whether the index of the archive is there: a download that broke off has none. */
static gboolean
check_ends (XbXlsxPackage *self,
            GError       **error)
{
  g_autofree char *tail = g_malloc (TAIL);
  char head[8] = "";
  FILE *file = g_fopen (self->path, "rbe");
  gsize n = 0, tail_n = 0;
  gboolean whole;

  if (file == NULL)
    {
      g_set_error (error, XB_ERROR, errno == ENOENT ? XB_ERROR_NOT_FOUND : XB_ERROR_IO,
                   _("“%s” could not be opened (%s); choose another file"), self->name, g_strerror (errno));
      return FALSE;
    }
  n = fread (head, 1, sizeof head, file);
  if (fseeko (file, MAX (self->size - TAIL, 0), SEEK_SET) == 0)
    tail_n = fread (tail, 1, TAIL, file);
  fclose (file);
  if (n == sizeof head && memcmp (head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0)
    return refuse_compound (self, error);
  whole = memmem (tail, tail_n, "PK\5\6", 4) != NULL;
  if (!whole)
    set_damaged (self, error);
  return whole;
}

static gboolean
refuse_other (XbXlsxPackage *self,
              GError       **error)
{
  if (xb_xlsx_package_has (self, "content.xml"))
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” is an OpenDocument file; open it in its program and save it as .xlsx or CSV"), self->name);
  else if (xb_xlsx_package_has (self, "xl/workbook.bin"))
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” is a binary Excel workbook (.xlsb); open it in Excel and save it as .xlsx"), self->name);
  else
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” holds no table; choose a CSV file or an Excel workbook (.xlsx)"), self->name);
  return FALSE;
}

static gboolean
list_parts (XbXlsxPackage *self,
            GError       **error)
{
  g_autoptr(Archive) archive = open_archive (self, error);
  struct archive_entry *entry;
  int code;

  if (archive == NULL)
    return FALSE;
  while ((code = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || code == ARCHIVE_WARN)
    {
      const char *name = archive_entry_pathname (entry);

      if (archive_entry_is_encrypted (entry))
        {
          g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                       _("“%s” is protected by a password; open it in Excel, take the password off and save it again"),
                       self->name);
          return FALSE;
        }
      if (name != NULL && g_utf8_validate (name, -1, NULL))
        g_hash_table_add (self->parts, fold_name (name));
      if (g_hash_table_size (self->parts) > PARTS_MOST)
        return refuse_other (self, error);
    }
  if (code == ARCHIVE_EOF)
    return TRUE;
  set_damaged (self, error);
  return FALSE;
}

/**
 * xb_xlsx_package_new:
 * @path: a file that is said to be an Excel workbook
 * @error: set to %XB_ERROR_INVALID for another kind of file or one with a password, to %XB_ERROR_DAMAGED, or to
 *   %XB_ERROR_IO
 */
XbXlsxPackage *
xb_xlsx_package_new (const char *path,
                     GError    **error)
{
  g_autoptr(XbXlsxPackage) self = g_new0 (XbXlsxPackage, 1);
  g_autofree char *base = g_path_get_basename (path);
  struct stat info;

  self->path = g_strdup (path);
  self->name = xb_quote_dup (base);
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (stat (path, &info) == 0)
    self->size = info.st_size;
  if (!check_ends (self, error) || !list_parts (self, error))
    return NULL;
  if (!xb_xlsx_package_has (self, "_rels/.rels") || xb_xlsx_package_has (self, "xl/workbook.bin"))
    {
      refuse_other (self, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
xb_xlsx_package_free (XbXlsxPackage *self)
{
  g_clear_pointer (&self->parts, g_hash_table_unref);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

/** xb_xlsx_package_has: Returns: whether there is a part @name, whatever the case of its letters */
gboolean
xb_xlsx_package_has (XbXlsxPackage *self,
                     const char    *name)
{
  g_autofree char *folded = fold_name (name);

  return g_hash_table_contains (self->parts, folded);
}

/**
 * xb_xlsx_part_open:
 * @package: lives longer than the part
 * @name: "xl/workbook.xml"
 */
XbXlsxPart *
xb_xlsx_part_open (XbXlsxPackage *package,
                   const char    *name,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(XbXlsxPart) self = g_new0 (XbXlsxPart, 1);
  g_autofree char *wanted = fold_name (name);
  struct archive_entry *entry;
  int code;

  self->package = package;
  g_set_object (&self->cancellable, cancellable);
  self->archive = open_archive (package, error);
  if (self->archive == NULL)
    return NULL;
  while ((code = archive_read_next_header (self->archive, &entry)) == ARCHIVE_OK || code == ARCHIVE_WARN)
    {
      const char *found = archive_entry_pathname (entry);
      g_autofree char *folded = found != NULL ? fold_name (found) : NULL;

      if (g_strcmp0 (folded, wanted) == 0)
        return g_steal_pointer (&self);
    }
  set_damaged (package, error);
  return NULL;
}

void
xb_xlsx_part_free (XbXlsxPart *self)
{
  if (self->xml != NULL)
    xmlFreeTextReader (self->xml);
  g_clear_pointer (&self->archive, archive_read_free);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->failure);
  g_free (self);
}

/** xb_xlsx_part_get_offset: Returns: bytes that were unpacked so far */
goffset
xb_xlsx_part_get_offset (XbXlsxPart *self)
{
  return self->unpacked;
}

static gboolean
is_bomb (XbXlsxPart *self)
{
  return self->unpacked > UNPACKED_MOST ||
         (self->unpacked > RATIO_FROM && self->unpacked / RATIO_MOST > self->package->size);
}

/** xb_xlsx_part_read: Returns: the bytes that were unpacked into @buffer, 0 at the end, -1 with a failure kept */
gssize
xb_xlsx_part_read (XbXlsxPart *self,
                   void       *buffer,
                   gsize       size)
{
  gssize n;

  if (self->failure != NULL || g_cancellable_set_error_if_cancelled (self->cancellable, &self->failure))
    return -1;
  n = archive_read_data (self->archive, buffer, size);
  if (n < 0)
    {
      set_damaged (self->package, &self->failure);
      return -1;
    }
  self->unpacked += n;
  if (!is_bomb (self))
    return n;
  g_set_error (&self->failure, XB_ERROR, XB_ERROR_INVALID,
               _("“%s” unpacks to far more than a report holds and was not read; ask whoever sent it for a CSV file"),
               self->package->name);
  return -1;
}

static int
read_cb (void *context,
         char *buffer,
         int   size)
{
  return (int) xb_xlsx_part_read (context, buffer, size);
}

static void
ignore_cb (void       *data,
           xmlErrorPtr error)
{
}

/** xb_xlsx_part_get_xml: Returns: (transfer none): the part as XML; not mixed with xb_xlsx_part_read() */
xmlTextReaderPtr
xb_xlsx_part_get_xml (XbXlsxPart *self)
{
  if (self->xml == NULL)
    {
      self->xml = xmlReaderForIO (read_cb, NULL, self, NULL, NULL, XML_PARSE_NONET | XML_PARSE_COMPACT);
      if (self->xml == NULL)
        g_error ("out of memory");
      xmlTextReaderSetStructuredErrorHandler (self->xml, (xmlStructuredErrorFunc) ignore_cb, NULL);
    }
  return self->xml;
}

/**
 * xb_xlsx_part_fail:
 *
 * Returns: %FALSE, with the reason why the part could not be read on
 */
gboolean
xb_xlsx_part_fail (XbXlsxPart *self,
                   GError    **error)
{
  if (self->failure != NULL)
    g_propagate_error (error, g_steal_pointer (&self->failure));
  else
    set_damaged (self->package, error);
  return FALSE;
}

/**
 * xb_xlsx_part_next:
 *
 * Moves to the next node. A document type has no place in a workbook; it is where entities that grow come from.
 *
 * Returns: the type of the node, 0 at the end, -1 with @error
 */
int
xb_xlsx_part_next (XbXlsxPart *self,
                   GError    **error)
{
  xmlTextReaderPtr xml = xb_xlsx_part_get_xml (self);
  int more = xmlTextReaderRead (xml);
  int type = more == 1 ? xmlTextReaderNodeType (xml) : more;

  if (more == 0 && self->failure == NULL)
    return 0;
  if (more == 1 && type != XML_READER_TYPE_DOCUMENT_TYPE && type != XML_READER_TYPE_ENTITY_REFERENCE)
    return type;
  xb_xlsx_part_fail (self, error);
  return -1;
}

/** xb_xlsx_dup_attribute: Returns: (transfer full) (nullable): the value, whatever its name space */
char *
xb_xlsx_dup_attribute (xmlTextReaderPtr xml,
                       const char      *name)
{
  char *copy = NULL;

  while (copy == NULL && xmlTextReaderMoveToNextAttribute (xml) == 1)
    if (g_strcmp0 ((const char *) xmlTextReaderConstLocalName (xml), name) == 0)
      copy = g_strdup ((const char *) xmlTextReaderConstValue (xml));
  xmlTextReaderMoveToElement (xml);
  return copy;
}

/** xb_xlsx_package_check: Returns: whether every part is there to its end */
gboolean
xb_xlsx_package_check (XbXlsxPackage *self,
                       GCancellable  *cancellable,
                       GError       **error)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, self->parts);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_autoptr(XbXlsxPart) part = xb_xlsx_part_open (self, name, cancellable, error);
      int type = part != NULL ? 1 : -1;

      while (type > 0)
        type = xb_xlsx_part_next (part, error);
      if (type < 0)
        return FALSE;
    }
  return TRUE;
}
