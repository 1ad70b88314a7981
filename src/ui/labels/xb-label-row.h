/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_LABEL_ROW (xb_label_row_get_type ())
G_DECLARE_FINAL_TYPE (XbLabelRow, xb_label_row, XB, LABEL_ROW, GtkWidget)

GtkWidget *xb_label_row_new          (XbWorkspace *workspace);
void       xb_label_row_set_item     (XbLabelRow  *self,
                                      gpointer     item);
gint64     xb_label_row_get_number   (XbLabelRow  *self);
void       xb_label_row_set_selected (XbLabelRow  *self,
                                      gboolean     selected);
gboolean   xb_label_row_get_selected (XbLabelRow  *self);
char      *xb_label_row_dup_text     (XbLabelRow  *self);

G_END_DECLS
