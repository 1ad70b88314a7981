/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

/* The watching for alerts, which may go on without a window. */

void xb_watching_start (GtkApplication *application,
                        XbWorkspace    *workspace,
                        gboolean        may_stay,
                        gboolean        background);
void xb_watching_stop  (GtkApplication *application);

G_END_DECLS
