/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-form.h"

G_BEGIN_DECLS

#define XB_TYPE_PLATFORM_FORM (xb_platform_form_get_type ())
G_DECLARE_FINAL_TYPE (XbPlatformForm, xb_platform_form, XB, PLATFORM_FORM, XbForm)

GtkWindow *xb_platform_form_new (GtkWidget   *parent,
                                 XbWorkspace *workspace);

G_END_DECLS
