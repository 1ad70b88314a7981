/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-report-draft.h"

G_BEGIN_DECLS

#define XB_TYPE_REPORT_OUTLOOK (xb_report_outlook_get_type ())
G_DECLARE_FINAL_TYPE (XbReportOutlook, xb_report_outlook, XB, REPORT_OUTLOOK, AdwPreferencesGroup)

GtkWidget *xb_report_outlook_new       (XbReportDraft   *draft);
void       xb_report_outlook_update    (XbReportOutlook *self);
void       xb_report_outlook_progress  (XbReportOutlook *self);
GtkWidget *xb_report_outlook_get_row   (XbReportOutlook *self,
                                        guint            row);

G_END_DECLS
