/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-form.h"

G_BEGIN_DECLS

#define XB_TYPE_PLATFORM_CHOICE (xb_platform_choice_get_type ())
G_DECLARE_FINAL_TYPE (XbPlatformChoice, xb_platform_choice, XB, PLATFORM_CHOICE, XbForm)

GtkWindow *xb_platform_choice_new (GtkWidget   *parent,
                                   XbWorkspace *workspace,
                                   gint64       incident_id);

G_END_DECLS
