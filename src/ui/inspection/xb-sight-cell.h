/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xb-matrix-sight.h"

G_BEGIN_DECLS

#define XB_TYPE_SIGHT_CELL (xb_sight_cell_get_type ())
G_DECLARE_FINAL_TYPE (XbSightCell, xb_sight_cell, XB, SIGHT_CELL, GtkWidget)

GtkWidget  *xb_sight_cell_new      (XbHandset    handset);
void        xb_sight_cell_set_row  (XbSightCell *self,
                                    XbMatrixRow *row,
                                    const char  *today);
const char *xb_sight_cell_get_text (XbSightCell *self);

G_END_DECLS
