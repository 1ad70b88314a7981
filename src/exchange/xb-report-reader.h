/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "xb-report-row.h"

G_BEGIN_DECLS

/**
 * XbReportReader:
 *
 * The rows of a report, whatever kind of file it is: CSV text or a sheet of an Excel workbook, told apart by its
 * first bytes and not by its name.
 */
typedef struct _XbReportReader XbReportReader;

XbReportReader *xb_report_reader_new          (const char         *path,
                                               GCancellable       *cancellable,
                                               GError            **error);
void            xb_report_reader_free         (XbReportReader     *self);
guint           xb_report_reader_get_n_sheets (XbReportReader     *self);
const char     *xb_report_reader_get_sheet    (XbReportReader     *self,
                                               guint               sheet);
const char     *xb_report_reader_get_encoding (XbReportReader     *self);
gboolean        xb_report_reader_rewind       (XbReportReader     *self,
                                               guint               sheet,
                                               GCancellable       *cancellable,
                                               GError            **error);
gboolean        xb_report_reader_next         (XbReportReader     *self,
                                               const XbReportRow **row,
                                               GCancellable       *cancellable,
                                               GError            **error);
void            xb_report_reader_get_progress (XbReportReader     *self,
                                               guint64            *done,
                                               guint64            *total);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbReportReader, xb_report_reader_free)

G_END_DECLS
