/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_CERTIFICATION_ROW (xb_certification_row_get_type ())
G_DECLARE_FINAL_TYPE (XbCertificationRow, xb_certification_row, XB, CERTIFICATION_ROW, GtkWidget)

GtkWidget *xb_certification_row_new      (XbWorkspace        *workspace);
void       xb_certification_row_set_item (XbCertificationRow *self,
                                          GObject            *item);
char      *xb_certification_row_dup_text (XbCertificationRow *self);

G_END_DECLS
