/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

void xb_keeping_add_actions (GtkApplication *application,
                             XbWorkspace    *workspace);

G_END_DECLS
