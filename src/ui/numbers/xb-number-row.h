/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xb-number.h"

G_BEGIN_DECLS

#define XB_TYPE_NUMBER_ROW (xb_number_row_get_type ())
G_DECLARE_FINAL_TYPE (XbNumberRow, xb_number_row, XB, NUMBER_ROW, GtkWidget)

GtkWidget *xb_number_row_new         (void);
void       xb_number_row_set_number  (XbNumberRow *self,
                                      XbNumber    *number);
XbNumber  *xb_number_row_get_number  (XbNumberRow *self);
void       xb_number_row_set_current (XbNumberRow *self,
                                      gboolean     current);
void       xb_number_row_set_choice  (XbNumberRow *self,
                                      gboolean     choosing,
                                      gboolean     chosen);

G_END_DECLS
