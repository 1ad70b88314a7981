/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_BRAND_LIST (xb_brand_list_get_type ())
G_DECLARE_FINAL_TYPE (XbBrandList, xb_brand_list, XB, BRAND_LIST, AdwPreferencesGroup)

GtkWidget *xb_brand_list_new (XbWorkspace *workspace);

G_END_DECLS
