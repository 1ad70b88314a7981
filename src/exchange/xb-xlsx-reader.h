/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-report-row.h"
#include "xb-xlsx-workbook.h"

G_BEGIN_DECLS

/* Reads one sheet of an Excel workbook row by row, in bounded memory. */
typedef struct _XbXlsxReader XbXlsxReader;

XbXlsxReader *xb_xlsx_reader_new        (XbXlsxWorkbook     *workbook,
                                         guint               sheet,
                                         GCancellable       *cancellable,
                                         GError            **error);
void          xb_xlsx_reader_free       (XbXlsxReader       *self);
gboolean      xb_xlsx_reader_next       (XbXlsxReader       *self,
                                         const XbReportRow **row,
                                         GError            **error);
goffset       xb_xlsx_reader_get_offset (XbXlsxReader       *self);
goffset       xb_xlsx_reader_get_size   (XbXlsxReader       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbXlsxReader, xb_xlsx_reader_free)

G_END_DECLS
