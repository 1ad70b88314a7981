/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "xb-error.h"
#include "xb-pdf.h"

/* Where readers look for the head and the end of the file. */
#define EDGE 1024

static const char *
find_last (const char *data,
           gsize       size,
           const char *word)
{
  gsize length = strlen (word);

  for (gsize at = size < length ? 0 : size - length + 1; at > 0; at--)
    if (memcmp (data + at - 1, word, length) == 0)
      return data + at - 1;
  return NULL;
}

/* poppler rebuilds what it can of a PDF that breaks off and shows the pages that came through, so the
 * end is looked for here: "startxref", an offset in the file, "%%EOF" (ISO 32000-1, 7.5.5). The first
 * part of a linearised file ends like one too, with offset 0. */
static gboolean
has_end (const char *data,
         gsize       size)
{
  gsize edge = MIN (size, EDGE);
  const char *tail = data + size - edge;
  const char *end = find_last (tail, edge, "%%EOF");
  const char *start = end == NULL ? NULL : find_last (tail, end - tail, "startxref");
  g_autofree char *digits = NULL;

  if (start == NULL)
    return FALSE;
  start += strlen ("startxref");
  digits = g_strndup (start, end - start);
  return g_ascii_strtoull (digits, NULL, 10) > 0 && g_ascii_strtoull (digits, NULL, 10) < size;
}

/** xb_pdf_sniff: Returns: whether the content says that it is a PDF */
gboolean
xb_pdf_sniff (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size > 0 && memmem (data, MIN (size, EDGE), "%PDF-", strlen ("%PDF-")) != NULL;
}

static void
set_unopened (GError      **error,
              const GError *cause,
              const char   *name)
{
  if (g_error_matches (cause, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” is protected with a password. Save a copy without the password and choose that."), name);
  else
    g_set_error (error, XB_ERROR, XB_ERROR_DAMAGED,
                 _("“%s” is a damaged PDF: it cannot be opened. Copy it again from where it came."), name);
}

/**
 * xb_pdf_open:
 * @bytes: the content
 * @name: how messages call it
 *
 * Opens a PDF that is whole, has no password and a sensible number of pages.
 *
 * Returns: (transfer full): the document, or %NULL with a sentence in @error
 */
XbPdf *
xb_pdf_open (GBytes     *bytes,
             const char *name,
             GError    **error)
{
  g_autoptr(XbPdf) document = NULL;
  g_autoptr(GError) cause = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  int pages;

  if (!has_end (data, size))
    {
      g_set_error (error, XB_ERROR, XB_ERROR_DAMAGED,
                   _("“%s” breaks off in the middle: the PDF is not complete. Copy it again from where it came."),
                   name);
      return NULL;
    }
  document = poppler_document_new_from_bytes (bytes, NULL, &cause);
  if (document == NULL)
    {
      set_unopened (error, cause, name);
      return NULL;
    }
  pages = poppler_document_get_n_pages (document);
  if (pages <= 0)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("“%s” is a PDF without a page. Scan the paper again."), name);
  else if (pages > XB_PDF_PAGES)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” has too many pages (%d; %d at most). Save only the pages that are asked for."), name, pages,
                 XB_PDF_PAGES);
  else
    return g_steal_pointer (&document);
  return NULL;
}

/**
 * xb_pdf_get_page:
 * @document: a document of xb_pdf_open()
 * @index: counted from 0
 * @name: how messages call the document
 * @width: (out): in points, as it is shown
 * @height: (out): in points
 *
 * Returns: (transfer full): a page that can be shown, or %NULL with a sentence in @error
 */
XbPdfPage *
xb_pdf_get_page (XbPdf      *document,
                 int         index,
                 const char *name,
                 double     *width,
                 double     *height,
                 GError    **error)
{
  g_autoptr(XbPdfPage) page = poppler_document_get_page (document, index);

  *width = *height = 0;
  if (page != NULL)
    poppler_page_get_size (page, width, height);
  /* Written so that "not a number" fails too. */
  if (*width >= 1 && *width <= XB_PDF_SIDE && *height >= 1 && *height <= XB_PDF_SIDE)
    return g_steal_pointer (&page);
  g_set_error (error, XB_ERROR, XB_ERROR_DAMAGED,
               _("Page %d of “%s” cannot be shown: the PDF is damaged. Copy it again from where it came."), index + 1,
               name);
  return NULL;
}
