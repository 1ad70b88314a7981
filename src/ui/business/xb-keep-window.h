/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_KEEP_WINDOW (xb_keep_window_get_type ())
G_DECLARE_FINAL_TYPE (XbKeepWindow, xb_keep_window, XB, KEEP_WINDOW, AdwWindow)

void       xb_keep_window_back_up (GtkWindow   *parent,
                                   XbWorkspace *workspace,
                                   const char  *path);
void       xb_keep_window_restore (GtkWindow   *parent,
                                   XbWorkspace *workspace,
                                   const char  *path);
GtkWindow *xb_keep_window_check   (GtkWindow   *parent,
                                   XbWorkspace *workspace);

G_END_DECLS
