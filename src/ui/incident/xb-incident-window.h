/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_INCIDENT_WINDOW (xb_incident_window_get_type ())
G_DECLARE_FINAL_TYPE (XbIncidentWindow, xb_incident_window, XB, INCIDENT_WINDOW, AdwApplicationWindow)

void xb_incident_window_open (GtkApplication *application,
                              XbWorkspace    *workspace,
                              gint64          incident_id);

G_END_DECLS
