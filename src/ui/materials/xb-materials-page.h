/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-page.h"

G_BEGIN_DECLS

#define XB_TYPE_MATERIALS_PAGE (xb_materials_page_get_type ())
G_DECLARE_FINAL_TYPE (XbMaterialsPage, xb_materials_page, XB, MATERIALS_PAGE, XbPage)

void xb_materials_page_add_file (XbMaterialsPage *self,
                                 GFile           *file,
                                 gboolean         temporary);

G_END_DECLS
