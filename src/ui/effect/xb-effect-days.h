/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-table-window.h"
#include "xb-workspace-metrics.h"
#include "xb-workspace-roi.h"

G_BEGIN_DECLS

/* What figures are opened down to, each in a window of its own. */

XbTableWindow *xb_effect_days_new       (GtkWidget             *parent,
                                         const char            *heading,
                                         const XbRoi           *roi);
XbTableWindow *xb_effect_days_new_series (GtkWidget             *parent,
                                         const char            *heading,
                                         const XbMetricsSeries *series);
XbTableWindow *xb_effect_days_new_costs (GtkWidget             *parent,
                                         const char            *heading,
                                         XbWorkspace           *workspace,
                                         const XbRoi           *roi);

G_END_DECLS
