/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-report-draft.h"

G_BEGIN_DECLS

#define XB_TYPE_REPORT_RUN_PAGE (xb_report_run_page_get_type ())
G_DECLARE_FINAL_TYPE (XbReportRunPage, xb_report_run_page, XB, REPORT_RUN_PAGE, AdwBin)

GtkWidget *xb_report_run_page_new      (XbReportDraft   *draft);
void       xb_report_run_page_begin    (XbReportRunPage *self);
void       xb_report_run_page_progress (XbReportRunPage *self);

G_END_DECLS
