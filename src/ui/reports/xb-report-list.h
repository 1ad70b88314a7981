/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace-metrics.h"

G_BEGIN_DECLS

#define XB_TYPE_REPORT_LIST (xb_report_list_get_type ())
G_DECLARE_FINAL_TYPE (XbReportList, xb_report_list, XB, REPORT_LIST, AdwBin)

GtkWidget *xb_report_list_new  (XbWorkspace  *workspace);
void       xb_report_list_undo (XbReportList *self,
                                gint64        import_id);

G_END_DECLS
