/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

void xb_practising_add_action (GtkApplication *application);
void xb_practising_begin      (GtkApplication *application,
                               XbWorkspace    *workspace);

G_END_DECLS
