/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace-checkup.h"

G_BEGIN_DECLS

#define XB_TYPE_CHECK_RESULTS (xb_check_results_get_type ())
G_DECLARE_FINAL_TYPE (XbCheckResults, xb_check_results, XB, CHECK_RESULTS, AdwBin)

GtkWidget *xb_check_results_new     (XbWorkspace     *workspace);
void       xb_check_results_show    (XbCheckResults  *self,
                                     const XbCheckup *checkup);
GtkWidget *xb_check_results_get_row (XbCheckResults  *self,
                                     guint            index);

G_END_DECLS
