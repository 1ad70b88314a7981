/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace-register.h"

G_BEGIN_DECLS

#define XB_TYPE_IMPORT_REPORT (xb_import_report_get_type ())
G_DECLARE_FINAL_TYPE (XbImportReport, xb_import_report, XB, IMPORT_REPORT, AdwWindow)

GtkWindow *xb_import_report_new  (GtkWindow            *parent,
                                  const XbImportResult *result);
void       xb_import_report_show (GtkWidget            *parent,
                                  const XbImportResult *result);

G_END_DECLS
