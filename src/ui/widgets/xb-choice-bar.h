/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define XB_TYPE_CHOICE_BAR (xb_choice_bar_get_type ())
G_DECLARE_FINAL_TYPE (XbChoiceBar, xb_choice_bar, XB, CHOICE_BAR, AdwBin)

GtkWidget *xb_choice_bar_new   (const char  *verb);
void       xb_choice_bar_set_n (XbChoiceBar *self,
                                guint        n);

G_END_DECLS
