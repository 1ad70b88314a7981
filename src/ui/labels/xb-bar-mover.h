/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-workspace-year.h"

G_BEGIN_DECLS

#define XB_TYPE_BAR_MOVER (xb_bar_mover_get_type ())
G_DECLARE_FINAL_TYPE (XbBarMover, xb_bar_mover, XB, BAR_MOVER, GObject)

XbBarMover *xb_bar_mover_new  (XbWorkspace     *workspace);
void        xb_bar_mover_move (XbBarMover      *self,
                               const XbYearBar *bar,
                               const char      *from,
                               const char      *until);
void        xb_bar_mover_undo (XbBarMover      *self,
                               guint            index);

G_END_DECLS
