/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace-inspection.h"

G_BEGIN_DECLS

#define XB_TYPE_ITEM_TASK (xb_item_task_get_type ())
G_DECLARE_FINAL_TYPE (XbItemTask, xb_item_task, XB, ITEM_TASK, AdwBin)

GtkWidget  *xb_item_task_new           (void);
void        xb_item_task_set_workspace (XbItemTask       *self,
                                        XbWorkspace      *workspace);
void        xb_item_task_show          (XbItemTask       *self,
                                        XbInspectionItem *item,
                                        XbRecognition     recognition);
const char *xb_item_task_get_text      (XbItemTask       *self);
void        xb_item_task_act           (XbItemTask       *self);

G_END_DECLS
