/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define XB_TYPE_PAIR_LAYOUT (xb_pair_layout_get_type ())
G_DECLARE_FINAL_TYPE (XbPairLayout, xb_pair_layout, XB, PAIR_LAYOUT, GtkLayoutManager)

GtkLayoutManager *xb_pair_layout_new (int side_width,
                                      int wide,
                                      int spacing);

G_END_DECLS
