/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define XB_TYPE_PROGRESS_ROW (xb_progress_row_get_type ())
G_DECLARE_FINAL_TYPE (XbProgressRow, xb_progress_row, XB, PROGRESS_ROW, AdwPreferencesRow)

GtkWidget *xb_progress_row_new    (void);
void       xb_progress_row_begin  (XbProgressRow *self,
                                   const char    *title,
                                   GCancellable  *cancellable);
void       xb_progress_row_update (XbProgressRow *self,
                                   double         fraction,
                                   const char    *detail);
void       xb_progress_row_end    (XbProgressRow *self);

G_END_DECLS
