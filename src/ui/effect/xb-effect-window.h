/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-effect-view.h"

G_BEGIN_DECLS

/* The effect in a window of its own, so that two answers can stand side by side. */
#define XB_TYPE_EFFECT_WINDOW (xb_effect_window_get_type ())
G_DECLARE_FINAL_TYPE (XbEffectWindow, xb_effect_window, XB, EFFECT_WINDOW, AdwWindow)

XbEffectWindow *xb_effect_window_new      (GtkApplication  *application,
                                           XbWorkspace     *workspace);
void            xb_effect_window_open     (GtkWidget       *from,
                                           XbWorkspace     *workspace,
                                           const char      *numbers,
                                           const XbRoiDays *days);
XbEffectView   *xb_effect_window_get_view (XbEffectWindow  *self);

G_END_DECLS
