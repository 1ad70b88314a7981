/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define XB_TYPE_COUNT_ROW (xb_count_row_get_type ())
G_DECLARE_FINAL_TYPE (XbCountRow, xb_count_row, XB, COUNT_ROW, AdwActionRow)

GtkWidget  *xb_count_row_new      (const char *title,
                                   const char *detail);
void        xb_count_row_set      (XbCountRow *self,
                                   guint64     count);
const char *xb_count_row_get_text (XbCountRow *self);

G_END_DECLS
