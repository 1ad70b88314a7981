/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "xb-error.h"
#include "xb-input.h"
#include "xb-material-probe.h"
#include "xb-pdf.h"
#include "xb-picture.h"
#include "xb-quote.h"

/* The check decodes everything and shows nothing: a small picture will do. */
#define CHECK_SIDE 1024

static gboolean
has_magic (GBytes     *bytes,
           gsize       at,
           const char *magic)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= at + strlen (magic) && memcmp (data + at, magic, strlen (magic)) == 0;
}

/* The photo formats of newer phones, which few portals and few viewers take (ISO/IEC 14496-12, brands). */
static gboolean
is_phone_photo (GBytes *bytes)
{
  static const char *const brands[] = { "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis" };

  if (has_magic (bytes, 0, "\xff\x0a") || has_magic (bytes, 4, "JXL "))
    return TRUE;
  if (!has_magic (bytes, 4, "ftyp"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (brands); i++)
    if (has_magic (bytes, 8, brands[i]))
      return TRUE;
  return FALSE;
}

static const char *
claimed_extension (const char *file_name)
{
  static const char *const known[] = { "jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "webp", "heic", "pdf" };
  const char *dot = strrchr (file_name, '.');

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strcasecmp (dot + 1, known[i]) == 0)
      return known[i];
  return NULL;
}

static void
set_unknown (GError    **error,
             GBytes     *bytes,
             const char *file_name,
             const char *name)
{
  const char *claimed = claimed_extension (file_name);

  if (is_phone_photo (bytes))
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” is a HEIC, AVIF or JPEG XL photo, which platforms do not take. Save it as JPEG and choose "
                   "that."), name);
  else if (has_magic (bytes, 0, "PK\x03\x04") || has_magic (bytes, 0, "\xd0\xcf\x11\xe0"))
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” is an office document or an archive. Save it as PDF and choose that."), name);
  else if (claimed != NULL)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” is not a picture or a PDF, though it is named .%s. Choose the photo, the scan or the PDF "
                   "itself."), name, claimed);
  else
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("“%s” is not a picture or a PDF. Choose a photo, a scan or a PDF."), name);
}

static gboolean
probe_picture (GBytes         *bytes,
               const char     *name,
               XbMaterialInfo *info,
               GCancellable   *cancellable,
               GError        **error)
{
  g_autoptr(GdkPixbuf) pixbuf = NULL;

  if (xb_picture_is_several (bytes, info->media_type))
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                   _("“%s” is a TIFF of several pages. Save it as PDF and choose that."), name);
      return FALSE;
    }
  pixbuf = xb_picture_decode (bytes, info->media_type, name, CHECK_SIDE, &info->width, &info->height, cancellable,
                              error);
  info->extension = xb_picture_extension (info->media_type);
  info->pages = 1;
  info->square = info->width == info->height;
  return pixbuf != NULL;
}

static gboolean
probe_pdf (GBytes         *bytes,
           const char     *name,
           XbMaterialInfo *info,
           GCancellable   *cancellable,
           GError        **error)
{
  g_autoptr(XbPdf) document = xb_pdf_open (bytes, name, error);

  if (document == NULL)
    return FALSE;
  info->media_type = "application/pdf";
  info->extension = "pdf";
  info->pages = poppler_document_get_n_pages (document);
  for (int i = 0; i < info->pages; i++)
    {
      g_autoptr(XbPdfPage) page = NULL;
      double width, height;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      page = xb_pdf_get_page (document, i, name, &width, &height, error);
      if (page == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * xb_material_probe_bytes:
 * @bytes: the content
 * @file_name: what the file is called; only messages use it
 * @info: (out): what it is
 * @cancellable: (nullable): to stop early
 *
 * xb_material_probe() for what was read already.
 */
gboolean
xb_material_probe_bytes (GBytes         *bytes,
                         const char     *file_name,
                         XbMaterialInfo *info,
                         GCancellable   *cancellable,
                         GError        **error)
{
  g_autofree char *name = xb_quote_dup (file_name);
  XbMaterialInfo found = { .size = g_bytes_get_size (bytes) };
  gboolean good;

  found.media_type = xb_picture_sniff (bytes);
  if (found.media_type != NULL)
    good = probe_picture (bytes, name, &found, cancellable, error);
  else if (xb_pdf_sniff (bytes))
    good = probe_pdf (bytes, name, &found, cancellable, error);
  else
    {
      set_unknown (error, bytes, file_name, name);
      return FALSE;
    }
  if (good)
    *info = found;
  return good;
}

/**
 * xb_material_probe:
 * @path: a file of the user's
 * @info: (out): what it is; left alone on an error
 * @cancellable: (nullable): to stop early
 *
 * Finds out what a file really is, by its content: a picture or a PDF that is whole, can be shown and is of a
 * sensible size. Everything else is refused with one sentence. Safe in any thread.
 *
 * Returns: %FALSE with @error: %XB_ERROR_INVALID (not for us), %XB_ERROR_DAMAGED, %XB_ERROR_NOT_FOUND,
 *   %XB_ERROR_IO or cancelled
 */
gboolean
xb_material_probe (const char     *path,
                   XbMaterialInfo *info,
                   GCancellable   *cancellable,
                   GError        **error)
{
  g_autofree char *file_name = g_path_get_basename (path);
  g_autoptr(GBytes) bytes = xb_input_read (path, XB_INPUT_LIMIT, cancellable, error);

  return bytes != NULL && xb_material_probe_bytes (bytes, file_name, info, cancellable, error);
}
