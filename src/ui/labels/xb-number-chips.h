/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_NUMBER_CHIPS (xb_number_chips_get_type ())
G_DECLARE_FINAL_TYPE (XbNumberChips, xb_number_chips, XB, NUMBER_CHIPS, AdwBin)

GtkWidget    *xb_number_chips_new           (void);
void          xb_number_chips_set_workspace (XbNumberChips *self,
                                             XbWorkspace   *workspace);
void          xb_number_chips_add           (XbNumberChips *self,
                                             const gint64  *numbers,
                                             gsize          n_numbers);
void          xb_number_chips_remove        (XbNumberChips *self,
                                             gint64         number);
const GArray *xb_number_chips_get_numbers   (XbNumberChips *self);

G_END_DECLS
