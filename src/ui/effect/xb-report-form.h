/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-form.h"

G_BEGIN_DECLS

#define XB_TYPE_REPORT_FORM (xb_report_form_get_type ())
G_DECLARE_FINAL_TYPE (XbReportForm, xb_report_form, XB, REPORT_FORM, XbForm)

GtkWindow  *xb_report_form_new        (GtkWidget    *parent,
                                       XbWorkspace  *workspace);
char       *xb_report_form_dup_name   (XbReportForm *self);
void        xb_report_form_write      (XbReportForm *self,
                                       const char   *path);

G_END_DECLS
