/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define XB_TYPE_COPY_ROW (xb_copy_row_get_type ())
G_DECLARE_FINAL_TYPE (XbCopyRow, xb_copy_row, XB, COPY_ROW, AdwActionRow)

GtkWidget  *xb_copy_row_new      (const char *title,
                                  const char *text);
void        xb_copy_row_set_text (XbCopyRow  *self,
                                  const char *text);
const char *xb_copy_row_get_text (XbCopyRow  *self);

G_END_DECLS
