/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_ADD_NUMBERS_WINDOW (xb_add_numbers_window_get_type ())
G_DECLARE_FINAL_TYPE (XbAddNumbersWindow, xb_add_numbers_window, XB, ADD_NUMBERS_WINDOW, AdwWindow)

GtkWindow *xb_add_numbers_window_new (GtkWidget   *opener,
                                      XbWorkspace *workspace);

G_END_DECLS
