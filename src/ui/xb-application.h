/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_APPLICATION (xb_application_get_type ())
G_DECLARE_FINAL_TYPE (XbApplication, xb_application, XB, APPLICATION, AdwApplication)

XbApplication *xb_application_new       (void);
XbWorkspace   *xb_application_open      (XbApplication *self,
                                         GError       **error);
void           xb_application_show_page (XbApplication *self,
                                         const char    *name);

G_END_DECLS
