/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_LATE_RESTORES (xb_late_restores_get_type ())
G_DECLARE_FINAL_TYPE (XbLateRestores, xb_late_restores, XB, LATE_RESTORES, AdwBin)

GtkWidget  *xb_late_restores_new       (XbWorkspace    *workspace);
GListModel *xb_late_restores_get_items (XbLateRestores *self);

G_END_DECLS
