/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "xb-table.h"

G_BEGIN_DECLS

/* Writes an Excel workbook of tables: days are days, money and shares are numbers. The file appears when it is whole. */
typedef struct _XbXlsxWriter XbXlsxWriter;

XbXlsxWriter *xb_xlsx_writer_new    (const char     *path,
                                     const char     *title,
                                     GError        **error);
void          xb_xlsx_writer_free   (XbXlsxWriter   *self);
gboolean      xb_xlsx_writer_add    (XbXlsxWriter   *self,
                                     const char     *name,
                                     const XbTable  *table,
                                     GCancellable   *cancellable,
                                     GError        **error);
gboolean      xb_xlsx_writer_finish (XbXlsxWriter   *self,
                                     GCancellable   *cancellable,
                                     GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbXlsxWriter, xb_xlsx_writer_free)

G_END_DECLS
