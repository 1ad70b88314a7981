/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-due.h"

G_BEGIN_DECLS

#define XB_TYPE_DUE_LIST (xb_due_list_get_type ())
G_DECLARE_FINAL_TYPE (XbDueList, xb_due_list, XB, DUE_LIST, AdwBin)

GtkWidget *xb_due_list_new     (void);
void       xb_due_list_set_due (XbDueList  *self,
                                GPtrArray  *due,
                                guint64     n_due,
                                const char *today);
guint      xb_due_list_get_n_rows (XbDueList *self);

G_END_DECLS
