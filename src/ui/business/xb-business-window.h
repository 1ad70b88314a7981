/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-form.h"

G_BEGIN_DECLS

#define XB_TYPE_BUSINESS_WINDOW (xb_business_window_get_type ())
G_DECLARE_FINAL_TYPE (XbBusinessWindow, xb_business_window, XB, BUSINESS_WINDOW, XbForm)

GtkWindow *xb_business_window_new (GtkWindow   *parent,
                                   XbWorkspace *workspace);

G_END_DECLS
