/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-matrix-row.h"
#include "xb-workspace-inspection.h"

G_BEGIN_DECLS

#define XB_TYPE_SIGHT_WINDOW (xb_sight_window_get_type ())
G_DECLARE_FINAL_TYPE (XbSightWindow, xb_sight_window, XB, SIGHT_WINDOW, AdwWindow)

GtkWindow *xb_sight_window_new (GtkWidget   *parent,
                                XbWorkspace *workspace,
                                XbMatrixRow *row,
                                XbHandset    handset);

G_END_DECLS
