/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace-inspection.h"

G_BEGIN_DECLS

#define XB_TYPE_ITEM_FACTS (xb_item_facts_get_type ())
G_DECLARE_FINAL_TYPE (XbItemFacts, xb_item_facts, XB, ITEM_FACTS, AdwBin)

GtkWidget *xb_item_facts_new           (void);
void       xb_item_facts_set_workspace (XbItemFacts      *self,
                                        XbWorkspace      *workspace);
void       xb_item_facts_show          (XbItemFacts      *self,
                                        XbInspectionItem *item);

G_END_DECLS
