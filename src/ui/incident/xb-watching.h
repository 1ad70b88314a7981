/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

/* Incidents and alerts as the application has them: actions that notifications lead to, and the watching, which may go
 * on without a window. */

void xb_watching_add_actions (GtkApplication *application,
                              XbWorkspace    *workspace);
void xb_watching_start       (GtkApplication *application,
                              gboolean        may_stay,
                              gboolean        background);
void xb_watching_stop        (GtkApplication *application);

G_END_DECLS
