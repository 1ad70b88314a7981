/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_PLATFORM_VIEW (xb_platform_view_get_type ())
G_DECLARE_FINAL_TYPE (XbPlatformView, xb_platform_view, XB, PLATFORM_VIEW, AdwBin)

GtkWidget  *xb_platform_view_new          (XbWorkspace    *workspace,
                                           XbPlatform     *platform);
XbPlatform *xb_platform_view_get_platform (XbPlatformView *self);

G_END_DECLS
