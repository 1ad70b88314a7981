/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "xb-error.h"
#include "xb-output-pdf.h"

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  return closure == NULL || xb_output_write (closure, data, length) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/**
 * xb_output_pdf_new:
 * @output: (nullable): where it goes; %NULL: nowhere, the pages are only counted
 * @width, @height: of a page, in points
 * @title: the document's
 *
 * Returns: (transfer full): what to draw on; ended with xb_output_pdf_finish()
 */
cairo_surface_t *
xb_output_pdf_new (XbOutput   *output,
                   double      width,
                   double      height,
                   const char *title)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, output, width, height);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  return surface;
}

/**
 * xb_output_pdf_finish:
 * @output: (nullable): as given to xb_output_pdf_new()
 *
 * Writes what cairo kept back. Returns: whether all of it was drawn and taken; the surface is done with
 */
gboolean
xb_output_pdf_finish (cairo_surface_t  *surface,
                      XbOutput         *output,
                      GError          **error)
{
  cairo_status_t status;

  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  if (output != NULL && xb_output_failed (output, error))
    return FALSE;
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_IO, _("The PDF cannot be drawn: %s. Try again."), cairo_status_to_string (status));
  return FALSE;
}
