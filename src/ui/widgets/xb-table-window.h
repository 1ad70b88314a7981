/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A window with one table, to look at what a figure is made of. Closes with Escape. */
#define XB_TYPE_TABLE_WINDOW (xb_table_window_get_type ())
G_DECLARE_FINAL_TYPE (XbTableWindow, xb_table_window, XB, TABLE_WINDOW, AdwWindow)

XbTableWindow *xb_table_window_new      (GtkWidget     *parent,
                                         const char    *title,
                                         const char    *note,
                                         GListModel    *items);
GtkColumnView *xb_table_window_get_view (XbTableWindow *self);
GListModel    *xb_table_window_get_items (XbTableWindow *self);

G_END_DECLS
