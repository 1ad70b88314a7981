/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_NUMBER_VIEW (xb_number_view_get_type ())
G_DECLARE_FINAL_TYPE (XbNumberView, xb_number_view, XB, NUMBER_VIEW, AdwBin)

GtkWidget *xb_number_view_new        (void);
void       xb_number_view_set_number (XbNumberView *self,
                                      XbWorkspace  *workspace,
                                      XbNumber     *number);
XbNumber  *xb_number_view_get_number (XbNumberView *self);

G_END_DECLS
