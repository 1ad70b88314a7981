/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-report-draft.h"

G_BEGIN_DECLS

#define XB_TYPE_REPORT_WINDOW (xb_report_window_get_type ())
G_DECLARE_FINAL_TYPE (XbReportWindow, xb_report_window, XB, REPORT_WINDOW, AdwApplicationWindow)

XbReportWindow *xb_report_window_open      (GtkApplication *application,
                                            XbWorkspace    *workspace,
                                            GFile          *file);
XbReportDraft  *xb_report_window_get_draft (XbReportWindow *self);
const char     *xb_report_window_get_page  (XbReportWindow *self);

G_END_DECLS
