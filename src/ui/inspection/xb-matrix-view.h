/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace-inspection.h"

G_BEGIN_DECLS

#define XB_TYPE_MATRIX_VIEW (xb_matrix_view_get_type ())
G_DECLARE_FINAL_TYPE (XbMatrixView, xb_matrix_view, XB, MATRIX_VIEW, AdwBin)

GtkWidget  *xb_matrix_view_new       (XbWorkspace  *workspace);
void        xb_matrix_view_refresh   (XbMatrixView *self);
GListModel *xb_matrix_view_get_rows  (XbMatrixView *self);
GtkWidget  *xb_matrix_view_get_table (XbMatrixView *self);

G_END_DECLS
