/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-report-draft.h"

G_BEGIN_DECLS

#define XB_TYPE_REPORT_RESULT_PAGE (xb_report_result_page_get_type ())
G_DECLARE_FINAL_TYPE (XbReportResultPage, xb_report_result_page, XB, REPORT_RESULT_PAGE, AdwBin)

GtkWidget  *xb_report_result_page_new       (XbReportDraft      *draft);
void        xb_report_result_page_update    (XbReportResultPage *self);
void        xb_report_result_page_focus     (XbReportResultPage *self);
const char *xb_report_result_page_get_title (XbReportResultPage *self);

G_END_DECLS
