/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace-labels.h"

G_BEGIN_DECLS

#define XB_TYPE_CHANGE_LIST (xb_change_list_get_type ())
G_DECLARE_FINAL_TYPE (XbChangeList, xb_change_list, XB, CHANGE_LIST, AdwBin)

GtkWidget *xb_change_list_new         (void);
void       xb_change_list_set_title   (XbChangeList *self,
                                       const char   *title,
                                       const char   *description);
void       xb_change_list_set_numbers (XbChangeList *self,
                                       XbWorkspace  *workspace,
                                       const gint64 *numbers,
                                       gsize         n_numbers,
                                       const GArray *labels);
guint      xb_change_list_get_n_rows  (XbChangeList *self);
GtkWidget *xb_change_list_get_row     (XbChangeList *self,
                                       guint         index);

G_END_DECLS
