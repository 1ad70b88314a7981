/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace-incident.h"

G_BEGIN_DECLS

/* The lists in the window of a case. @workspace outlives them. */

GtkWidget *xb_appeal_group_new   (XbWorkspace *workspace,
                                  gint64       incident_id);
GtkWidget *xb_evidence_group_new (XbWorkspace *workspace,
                                  gint64       incident_id);
GtkWidget *xb_recheck_group_new  (XbWorkspace *workspace,
                                  gint64       incident_id);
GtkWidget *xb_history_group_new  (XbWorkspace *workspace,
                                  gint64       incident_id);
GtkWidget *xb_cost_group_new     (XbWorkspace *workspace,
                                  gint64       incident_id);

G_END_DECLS
