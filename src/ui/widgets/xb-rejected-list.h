/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace-register.h"

G_BEGIN_DECLS

#define XB_TYPE_REJECTED_LIST (xb_rejected_list_get_type ())
G_DECLARE_FINAL_TYPE (XbRejectedList, xb_rejected_list, XB, REJECTED_LIST, AdwBin)

GtkWidget  *xb_rejected_list_new      (void);
void        xb_rejected_list_set      (XbRejectedList *self,
                                       GPtrArray      *rejected,
                                       guint64         n_rejected,
                                       const char     *heading);
const char *xb_rejected_list_get_text (XbRejectedList *self);

G_END_DECLS
