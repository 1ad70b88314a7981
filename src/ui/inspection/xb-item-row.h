/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xb-workspace-inspection.h"

G_BEGIN_DECLS

#define XB_TYPE_ITEM_ROW (xb_item_row_get_type ())
G_DECLARE_FINAL_TYPE (XbItemRow, xb_item_row, XB, ITEM_ROW, GtkWidget)

GtkWidget  *xb_item_row_new       (XbWorkspace      *workspace);
void        xb_item_row_set_item  (XbItemRow        *self,
                                   XbInspectionItem *item,
                                   gboolean          heads);
XbInspectionItem *xb_item_row_get_item (XbItemRow    *self);
const char *xb_item_row_get_title (XbItemRow        *self);

G_END_DECLS
