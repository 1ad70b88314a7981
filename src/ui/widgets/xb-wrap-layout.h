/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define XB_TYPE_WRAP_LAYOUT (xb_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (XbWrapLayout, xb_wrap_layout, XB, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *xb_wrap_layout_new (int spacing);

G_END_DECLS
