/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <poppler.h>

G_BEGIN_DECLS

#define XB_PDF_PAGES 200
/* ISO 32000-1, annex C: the longest side that readers must take, in points. */
#define XB_PDF_SIDE 14400

/* Own names for poppler's types: whether those have an autoptr depends on its version. */
typedef PopplerDocument XbPdf;
typedef PopplerPage XbPdfPage;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbPdf, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbPdfPage, g_object_unref)

gboolean   xb_pdf_sniff    (GBytes     *bytes);
XbPdf     *xb_pdf_open     (GBytes     *bytes,
                            const char *name,
                            GError    **error);
XbPdfPage *xb_pdf_get_page (XbPdf      *document,
                            int         index,
                            const char *name,
                            double     *width,
                            double     *height,
                            GError    **error);

G_END_DECLS
