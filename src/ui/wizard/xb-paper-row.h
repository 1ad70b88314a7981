/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-check-item.h"
#include "xb-drop-row.h"
#include "xb-enums.h"
#include "xb-workspace.h"

G_BEGIN_DECLS

/* A drop row that stores what it is given as a paper of one type, and says why where it cannot. */

GtkWidget *xb_paper_row_new      (XbWorkspace    *workspace,
                                  XbMaterialType  type,
                                  GCancellable   *cancellable);
void       xb_paper_row_set_item (XbDropRow      *row,
                                  XbCheckItem    *item);
gint64     xb_paper_row_get_id   (XbDropRow      *row);
GtkWidget *xb_paper_row_new_end  (XbDropRow      *row);

G_END_DECLS
