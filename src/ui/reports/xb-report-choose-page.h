/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-report-draft.h"

G_BEGIN_DECLS

#define XB_TYPE_REPORT_CHOOSE_PAGE (xb_report_choose_page_get_type ())
G_DECLARE_FINAL_TYPE (XbReportChoosePage, xb_report_choose_page, XB, REPORT_CHOOSE_PAGE, AdwBin)

GtkWidget  *xb_report_choose_page_new         (XbReportDraft      *draft);
void        xb_report_choose_page_update      (XbReportChoosePage *self);
void        xb_report_choose_page_focus       (XbReportChoosePage *self);
const char *xb_report_choose_page_get_problem (XbReportChoosePage *self);

G_END_DECLS
