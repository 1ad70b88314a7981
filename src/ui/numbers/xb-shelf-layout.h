/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define XB_TYPE_SHELF_LAYOUT (xb_shelf_layout_get_type ())
G_DECLARE_FINAL_TYPE (XbShelfLayout, xb_shelf_layout, XB, SHELF_LAYOUT, GtkLayoutManager)

GtkLayoutManager *xb_shelf_layout_new (int cell_width,
                                       int spacing);

G_END_DECLS
