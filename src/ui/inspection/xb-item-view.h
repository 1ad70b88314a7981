/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace-inspection.h"

G_BEGIN_DECLS

#define XB_TYPE_ITEM_VIEW (xb_item_view_get_type ())
G_DECLARE_FINAL_TYPE (XbItemView, xb_item_view, XB, ITEM_VIEW, AdwBin)

GtkWidget        *xb_item_view_new        (XbWorkspace        *workspace);
void              xb_item_view_set_item   (XbItemView         *self,
                                           XbInspectionItem   *item,
                                           gboolean            editable);
XbInspectionItem *xb_item_view_get_item   (XbItemView         *self);
void              xb_item_view_record     (XbItemView         *self,
                                           XbInspectionResult  result);
void              xb_item_view_add_photo  (XbItemView         *self,
                                           GFile              *file);
void              xb_item_view_paste      (XbItemView         *self);
void              xb_item_view_focus_note (XbItemView         *self);
void              xb_item_view_flush      (XbItemView         *self);
const char       *xb_item_view_get_problem (XbItemView        *self);

G_END_DECLS
