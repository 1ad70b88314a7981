/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-report-draft.h"

G_BEGIN_DECLS

#define XB_TYPE_REPORT_ROWS (xb_report_rows_get_type ())
G_DECLARE_FINAL_TYPE (XbReportRows, xb_report_rows, XB, REPORT_ROWS, AdwBin)

GtkWidget *xb_report_rows_new      (XbReportDraft *draft);
void       xb_report_rows_update   (XbReportRows  *self);
guint      xb_report_rows_get_n    (XbReportRows  *self);
char      *xb_report_rows_dup_cell (XbReportRows  *self,
                                    guint          row,
                                    guint          column);

G_END_DECLS
