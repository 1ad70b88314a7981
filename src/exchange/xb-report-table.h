/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-report-fields.h"
#include "xb-report-reader.h"

G_BEGIN_DECLS

/**
 * XbReportEntry:
 * @line: of the file
 * @number: (nullable): as it is spelled; belongs to the table until the next entry
 * @period: a day, or a month as a whole
 * @figures: what is reported
 * @from_rate: the answered calls were worked out from a rate
 * @is_total: the row sums others up; nothing else is in the entry
 */
typedef struct
{
  guint           line;
  const char     *number;
  guint           period;
  XbMetricFigures figures;
  gboolean        from_rate;
  gboolean        is_total;
} XbReportEntry;

/**
 * XbReportTable:
 *
 * The table in a report: its headings were found, below a title or on a later sheet, and its columns are known.
 */
typedef struct _XbReportTable XbReportTable;

XbReportTable         *xb_report_table_new             (const char             *path,
                                                        const char             *sheet,
                                                        GHashTable             *remembered,
                                                        GCancellable           *cancellable,
                                                        GError                **error);
void                   xb_report_table_free            (XbReportTable          *self);
XbReportReader        *xb_report_table_get_reader      (XbReportTable          *self);
const char            *xb_report_table_get_sheet       (XbReportTable          *self);
const char *const     *xb_report_table_get_headings    (XbReportTable          *self);
const char            *xb_report_table_get_fingerprint (XbReportTable          *self);
gboolean               xb_report_table_is_remembered   (XbReportTable          *self);
const XbReportColumns *xb_report_table_get_columns     (XbReportTable          *self);
void                   xb_report_table_set_columns     (XbReportTable          *self,
                                                        const XbReportColumns  *columns);
gboolean               xb_report_table_check           (XbReportTable          *self,
                                                        gboolean                has_number,
                                                        GError                **error);
guint                  xb_report_table_get_known       (XbReportTable          *self);
const char            *xb_report_table_get_cell        (XbReportTable          *self,
                                                        guint                   column);
gboolean               xb_report_table_next            (XbReportTable          *self,
                                                        XbReportEntry          *entry,
                                                        GError                **problem,
                                                        GCancellable           *cancellable,
                                                        GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbReportTable, xb_report_table_free)

G_END_DECLS
