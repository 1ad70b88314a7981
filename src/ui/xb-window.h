/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-notices.h"
#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_WINDOW (xb_window_get_type ())
G_DECLARE_FINAL_TYPE (XbWindow, xb_window, XB, WINDOW, AdwApplicationWindow)

XbWindow   *xb_window_new            (GtkApplication *application,
                                      XbWorkspace    *workspace);
XbWorkspace *xb_window_get_workspace (XbWindow       *self);
void        xb_window_add_page       (XbWindow       *self,
                                      const char     *name,
                                      const char     *title,
                                      const char     *icon_name,
                                      GType           type);
gboolean    xb_window_show_page      (XbWindow       *self,
                                      const char     *name);
void        xb_window_show_last_page (XbWindow       *self);
const char *xb_window_get_page       (XbWindow       *self);
gboolean    xb_window_is_filled      (XbWindow       *self);
guint       xb_window_get_n_pages    (XbWindow       *self);
void        xb_window_set_badge      (XbWindow       *self,
                                      const char     *name,
                                      guint           count,
                                      const char     *words);
XbNotices  *xb_window_get_notices    (XbWindow       *self);

G_END_DECLS
