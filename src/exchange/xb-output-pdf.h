/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "xb-output.h"

G_BEGIN_DECLS

/* The pages of a PDF on their way into an output. */

cairo_surface_t *xb_output_pdf_new    (XbOutput         *output,
                                       double            width,
                                       double            height,
                                       const char       *title);
gboolean         xb_output_pdf_finish (cairo_surface_t  *surface,
                                       XbOutput         *output,
                                       GError          **error);

G_END_DECLS
