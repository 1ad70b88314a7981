/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "xb-chart-file.h"

#define MARGIN 16.0
#define LARGEST 16000

/** xb_chart_format_get_suffix: Returns: how such files end */
const char *
xb_chart_format_get_suffix (XbChartFormat format)
{
  static const char *const suffixes[] = { [XB_CHART_PNG] = "png", [XB_CHART_SVG] = "svg", [XB_CHART_PDF] = "pdf" };

  return suffixes[format];
}

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
make_surface (XbChartFormat format,
              double        width,
              double        height,
              double        scale,
              GByteArray   *bytes)
{
  cairo_surface_t *surface;

  switch (format)
    {
    case XB_CHART_SVG:
      surface = cairo_svg_surface_create_for_stream (write_cb, bytes, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;
    case XB_CHART_PDF:
      return cairo_pdf_surface_create_for_stream (write_cb, bytes, width, height);
    case XB_CHART_PNG:
    default:
      surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) CLAMP (ceil (width * scale), 1, LARGEST),
                                            (int) CLAMP (ceil (height * scale), 1, LARGEST));
      cairo_surface_set_device_scale (surface, scale, scale);
      return surface;
    }
}

/**
 * xb_chart_export:
 * @from, @until: of the days; NAN: all
 * @width, @height: of the chart; a margin comes around it
 * @scale: pixels of a picture for each of them; files of vectors have none
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
xb_chart_export (XbChartModel       *model,
                 XbChartFormat       format,
                 const XbChartStyle *style,
                 double              from,
                 double              until,
                 double              width,
                 double              height,
                 double              scale,
                 GError            **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  const XbChartColour *paper = &style->colours[XB_CHART_PAPER];
  cairo_surface_t *surface = make_surface (format, width + 2 * MARGIN, height + 2 * MARGIN, MAX (scale, 0.1), bytes);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  if (format == XB_CHART_PDF)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, xb_chart_model_get_title (model));
  cairo_set_source_rgb (cr, paper->red, paper->green, paper->blue);
  cairo_paint (cr);
  xb_chart_draw_part (model, style, cr, from, until, MARGIN, MARGIN, width, height);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && format == XB_CHART_PNG)
    status = cairo_surface_write_to_png_stream (surface, write_cb, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The chart could not be drawn (%s); make it smaller and try again"),
                   cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
