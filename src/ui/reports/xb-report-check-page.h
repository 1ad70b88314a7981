/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-report-draft.h"

G_BEGIN_DECLS

#define XB_TYPE_REPORT_CHECK_PAGE (xb_report_check_page_get_type ())
G_DECLARE_FINAL_TYPE (XbReportCheckPage, xb_report_check_page, XB, REPORT_CHECK_PAGE, AdwBin)

GtkWidget  *xb_report_check_page_new         (XbReportDraft     *draft);
void        xb_report_check_page_update      (XbReportCheckPage *self);
void        xb_report_check_page_progress    (XbReportCheckPage *self);
void        xb_report_check_page_focus       (XbReportCheckPage *self);
const char *xb_report_check_page_get_problem (XbReportCheckPage *self);

G_END_DECLS
