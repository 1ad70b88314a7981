/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_NUMBER_BUTTON (xb_number_button_get_type ())
G_DECLARE_FINAL_TYPE (XbNumberButton, xb_number_button, XB, NUMBER_BUTTON, AdwBin)

GtkWidget *xb_number_button_new (XbWorkspace *workspace,
                                 GtkEditable *entry);

G_END_DECLS
