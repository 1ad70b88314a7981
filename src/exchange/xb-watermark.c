/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>

#include "xb-error.h"
#include "xb-input.h"
#include "xb-pdf.h"
#include "xb-picture.h"
#include "xb-quote.h"
#include "xb-raster.h"
#include "xb-stamp.h"
#include "xb-typeset.h"
#include "xb-watermark.h"

/* A page of a PDF becomes a picture of this density; of smaller pages a denser one, up to what scanners do. */
#define DENSITY (200 / 72.0)
#define DENSITY_MOST (600 / 72.0)
/* Pixels of the shorter side: below, the mark could not be read; smaller pictures are enlarged. */
#define SIDE_LEAST 400
#define SIDE_HOPELESS 32
#define PICTURE_QUALITY "90"
#define PAGE_QUALITY "85"

typedef struct
{
  const char   *name;     /* (unowned): how messages call the material */
  const char   *text;     /* (unowned): the mark */
  XbOutput     *output;
  GCancellable *cancellable; /* (nullable) */
} Job;

static cairo_status_t
write_cairo_cb (void                *closure,
                const unsigned char *data,
                unsigned int         length)
{
  Job *job = closure;

  if (g_cancellable_is_cancelled (job->cancellable) || !xb_output_write (job->output, data, length))
    return CAIRO_STATUS_WRITE_ERROR;
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
write_pixbuf_cb (const char *data,
                 gsize       length,
                 GError    **error,
                 gpointer    user_data)
{
  Job *job = user_data;

  if (g_cancellable_set_error_if_cancelled (job->cancellable, error))
    return FALSE;
  if (xb_output_write (job->output, data, length))
    return TRUE;
  xb_output_failed (job->output, error);
  return FALSE;
}

/* What stopped the drawing, in this order: the user, the disk, the memory. */
static gboolean
check_drawing (const Job     *job,
               cairo_status_t status,
               GError       **error)
{
  if (g_cancellable_set_error_if_cancelled (job->cancellable, error) || xb_output_failed (job->output, error))
    return FALSE;
  if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, XB_ERROR, XB_ERROR_DAMAGED,
                 _("“%s” cannot be drawn (%s). Take the photo or the scan again."), job->name,
                 cairo_status_to_string (status));
  return status == CAIRO_STATUS_SUCCESS;
}

static gboolean
set_no_memory (const Job *job,
               GError   **error)
{
  return check_drawing (job, CAIRO_STATUS_NO_MEMORY, error);
}

/* Into the bounds of a copy: not over XB_WATERMARK_SIDE, and large enough to carry a mark. */
static GdkPixbuf *
fit (const Job *job,
     GdkPixbuf *pixbuf,
     GError   **error)
{
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  double scale = MAX (1, (double) SIDE_LEAST / MIN (width, height));
  GdkPixbuf *fitted;

  scale = MIN (scale, (double) XB_WATERMARK_SIDE / MAX (width, height));
  if (MIN (width, height) * scale < SIDE_HOPELESS)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                   _("“%s” is too narrow to carry a readable watermark. Take a photo of the whole paper."), job->name);
      return NULL;
    }
  if (scale > 0.999 && scale < 1.001)
    return g_object_ref (pixbuf);
  fitted = gdk_pixbuf_scale_simple (pixbuf, MAX (1, lround (width * scale)), MAX (1, lround (height * scale)),
                                    GDK_INTERP_BILINEAR);
  if (fitted == NULL)
    set_no_memory (job, error);
  return fitted;
}

static gboolean
save_jpeg (const Job       *job,
           cairo_surface_t *surface,
           GError         **error)
{
  g_autoptr(GdkPixbuf) pixbuf = xb_raster_to_pixbuf (surface);

  if (pixbuf == NULL)
    return set_no_memory (job, error);
  return gdk_pixbuf_save_to_callback (pixbuf, write_pixbuf_cb, (gpointer) job, "jpeg", error, "quality",
                                      PICTURE_QUALITY, NULL);
}

static gboolean
copy_picture (const Job  *job,
              GBytes     *bytes,
              const char *media_type,
              GError    **error)
{
  gboolean as_png = g_str_equal (xb_watermark_media_type (media_type), "image/png");
  g_autoptr(GdkPixbuf) decoded = NULL;
  g_autoptr(GdkPixbuf) fitted = NULL;
  g_autoptr(cairo_surface_t) surface = NULL;
  g_autoptr(cairo_t) cr = NULL;

  decoded = xb_picture_decode (bytes, media_type, job->name, XB_WATERMARK_SIDE, NULL, NULL, job->cancellable, error);
  fitted = decoded == NULL ? NULL : fit (job, decoded, error);
  if (fitted == NULL)
    return FALSE;
  if (!as_png && gdk_pixbuf_get_has_alpha (fitted)) /* JPEG has no holes: paper below */
    {
      g_autoptr(GdkPixbuf) holed = g_steal_pointer (&fitted);

      fitted = gdk_pixbuf_composite_color_simple (holed, gdk_pixbuf_get_width (holed), gdk_pixbuf_get_height (holed),
                                                  GDK_INTERP_NEAREST, 255, 16, 0xffffff, 0xffffff);
      if (fitted == NULL)
        return set_no_memory (job, error);
    }

  surface = xb_raster_from_pixbuf (fitted);
  cr = cairo_create (surface);
  xb_stamp_draw (cr, gdk_pixbuf_get_width (fitted), gdk_pixbuf_get_height (fitted), job->text);
  if (!check_drawing (job, cairo_status (cr), error))
    return FALSE;
  if (!as_png)
    return save_jpeg (job, surface, error);
  return check_drawing (job, cairo_surface_write_to_png_stream (surface, write_cairo_cb, (void *) job), error);
}

/* Attached to the surface, so that cairo writes the page as this JPEG and not as megabytes of raw pixels. */
static gboolean
attach_jpeg (const Job       *job,
             cairo_surface_t *surface,
             GError         **error)
{
  g_autoptr(GdkPixbuf) pixbuf = xb_raster_to_pixbuf (surface);
  g_autofree char *data = NULL;
  gsize size;

  if (pixbuf == NULL)
    return set_no_memory (job, error);
  if (!gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "jpeg", error, "quality", PAGE_QUALITY, NULL))
    return FALSE;
  if (cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, (guchar *) data, size, g_free, data) !=
      CAIRO_STATUS_SUCCESS)
    return set_no_memory (job, error);
  g_steal_pointer (&data);
  return TRUE;
}

static cairo_surface_t *
render_page (const Job *job,
             XbPdfPage *page,
             double     width,
             double     height,
             double     scale,
             GError   **error)
{
  int pixel_width = MAX (1, lround (width * scale));
  int pixel_height = MAX (1, lround (height * scale));
  g_autoptr(cairo_surface_t) surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, pixel_width, pixel_height);
  g_autoptr(cairo_t) cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_save (cr);
  cairo_scale (cr, pixel_width / width, pixel_height / height);
  poppler_page_render (page, cr);
  cairo_restore (cr);
  xb_stamp_draw (cr, pixel_width, pixel_height, job->text);
  if (!check_drawing (job, cairo_status (cr), error) || !attach_jpeg (job, surface, error))
    return NULL;
  return g_steal_pointer (&surface);
}

static gboolean
copy_page (const Job *job,
           cairo_t   *cr,
           XbPdf     *document,
           int        index,
           GError   **error)
{
  g_autoptr(XbPdfPage) page = NULL;
  g_autoptr(cairo_surface_t) picture = NULL;
  double width, height, scale;

  page = xb_pdf_get_page (document, index, job->name, &width, &height, error);
  if (page == NULL)
    return FALSE;
  scale = MIN (MAX (DENSITY, SIDE_LEAST / MIN (width, height)), DENSITY_MOST);
  scale = MIN (scale, XB_WATERMARK_SIDE / MAX (width, height));
  picture = render_page (job, page, width, height, scale, error);
  if (picture == NULL)
    return FALSE;

  cairo_pdf_surface_set_size (cairo_get_target (cr), width, height);
  cairo_save (cr);
  cairo_scale (cr, width / cairo_image_surface_get_width (picture), height / cairo_image_surface_get_height (picture));
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_show_page (cr);
  return check_drawing (job, cairo_status (cr), error);
}

/* Every page becomes one picture with the mark in its pixels. Drawn over the page instead, the mark would be an
 * object of its own that any PDF editor selects and deletes, and the text below could be taken out untouched.
 * What else a PDF carries (author, attachments, scripts, form values, earlier revisions) stays behind too. */
static gboolean
copy_pdf (const Job *job,
          GBytes    *bytes,
          GError   **error)
{
  g_autoptr(XbPdf) document = xb_pdf_open (bytes, job->name, error);
  g_autoptr(cairo_surface_t) surface = NULL;
  g_autoptr(cairo_t) cr = NULL;
  int pages;

  if (document == NULL)
    return FALSE;
  pages = poppler_document_get_n_pages (document);
  surface = cairo_pdf_surface_create_for_stream (write_cairo_cb, (void *) job, 595, 842);
  cr = cairo_create (surface);
  for (int i = 0; i < pages; i++)
    if (g_cancellable_set_error_if_cancelled (job->cancellable, error) || !copy_page (job, cr, document, i, error))
      return FALSE;
  cairo_surface_finish (surface);
  return check_drawing (job, cairo_surface_status (surface), error);
}

/** xb_watermark_media_type: Returns: what the copy of a material of that type is */
const char *
xb_watermark_media_type (const char *media_type)
{
  if (g_str_equal (media_type, "application/pdf"))
    return "application/pdf";
  if (g_str_equal (media_type, "image/png") || g_str_equal (media_type, "image/gif"))
    return "image/png"; /* drawings, with sharp edges and holes */
  return "image/jpeg";
}

/** xb_watermark_extension: Returns: how the name of a copy of a material of that type ends, without the dot */
const char *
xb_watermark_extension (const char *media_type)
{
  const char *extension = xb_picture_extension (xb_watermark_media_type (media_type));

  return extension == NULL ? "pdf" : extension;
}

static gboolean
check_type (const Job  *job,
            GBytes     *bytes,
            const char *media_type,
            GError    **error)
{
  const char *found = xb_picture_sniff (bytes);

  if (found == NULL && xb_pdf_sniff (bytes))
    found = "application/pdf";
  if (g_strcmp0 (found, media_type) == 0)
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_DAMAGED,
               _("“%s” is not what it was when it was added: it was changed or damaged. Add the material again."),
               job->name);
  return FALSE;
}

/**
 * xb_watermark_write:
 * @path: the material
 * @media_type: what xb_material_probe() said of it
 * @text: the mark, such as 仅用于 泰迪熊移动 来电号码认证 · 2026-09-28
 * @output: where the copy goes; the caller commits it
 * @cancellable: (nullable): to stop early
 *
 * xb_watermark_copy() into an output of the caller's.
 */
gboolean
xb_watermark_write (const char   *path,
                    const char   *media_type,
                    const char   *text,
                    XbOutput     *output,
                    GCancellable *cancellable,
                    GError      **error)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = xb_quote_dup (base);
  g_autofree char *line = xb_typeset_line (text);
  g_autoptr(GBytes) bytes = NULL;
  Job job = { name, line, output, cancellable };

  if (*line == '\0')
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                   _("No copy of “%s” is made without a watermark. Say what the copy is for."), name);
      return FALSE;
    }
  if (!xb_typeset_can_write (XB_SANS, line, error))
    return FALSE;
  bytes = xb_input_read (path, XB_INPUT_LIMIT, cancellable, error);
  if (bytes == NULL || !check_type (&job, bytes, media_type, error))
    return FALSE;
  if (g_str_equal (media_type, "application/pdf"))
    return copy_pdf (&job, bytes, error);
  return copy_picture (&job, bytes, media_type, error);
}

static gboolean
check_elsewhere (const char *path,
                 const char *out_path,
                 GError    **error)
{
  struct stat from, to;

  if (stat (path, &from) != 0 || stat (out_path, &to) != 0 || from.st_dev != to.st_dev || from.st_ino != to.st_ino)
    return TRUE;
  g_set_error_literal (error, XB_ERROR, XB_ERROR_REFUSED,
                       _("The watermarked copy would replace the original. Choose another name for it."));
  return FALSE;
}

/**
 * xb_watermark_copy:
 * @path: the material
 * @media_type: what xb_material_probe() said of it
 * @text: the mark, such as 仅用于 泰迪熊移动 来电号码认证 · 2026-09-28
 * @out_path: the copy, mode 0600, there whole or not at all; see xb_watermark_extension()
 * @cancellable: (nullable): to stop early
 *
 * Makes a copy with a visible mark over the whole of every page. The copy is drawn anew from the pixels: nothing of
 * the file itself (place, camera, author, attachments) gets into it. Safe in any thread.
 */
gboolean
xb_watermark_copy (const char   *path,
                   const char   *media_type,
                   const char   *text,
                   const char   *out_path,
                   GCancellable *cancellable,
                   GError      **error)
{
  g_autoptr(XbOutput) output = NULL;

  if (!check_elsewhere (path, out_path, error))
    return FALSE;
  output = xb_output_new (out_path, error);
  return output != NULL && xb_watermark_write (path, media_type, text, output, cancellable, error) &&
         xb_output_commit (output, NULL, error);
}
