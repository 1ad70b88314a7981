/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace-inspection.h"

G_BEGIN_DECLS

#define XB_TYPE_ITEM_PAIR (xb_item_pair_get_type ())
G_DECLARE_FINAL_TYPE (XbItemPair, xb_item_pair, XB, ITEM_PAIR, AdwBin)

GtkWidget *xb_item_pair_new        (void);
void       xb_item_pair_show       (XbItemPair       *self,
                                    XbWorkspace      *workspace,
                                    XbInspectionItem *item);
void       xb_item_pair_set_invites (XbItemPair      *self,
                                    gboolean          invites);
void       xb_item_pair_show_photo (XbItemPair       *self,
                                    const char       *path);

G_END_DECLS
