/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-page.h"

G_BEGIN_DECLS

#define XB_TYPE_INSPECTIONS_PAGE (xb_inspections_page_get_type ())
G_DECLARE_FINAL_TYPE (XbInspectionsPage, xb_inspections_page, XB, INSPECTIONS_PAGE, XbPage)

void xb_inspections_page_show (XbInspectionsPage *self,
                               const char        *part);

G_END_DECLS
