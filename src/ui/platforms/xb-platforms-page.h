/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-page.h"

G_BEGIN_DECLS

#define XB_TYPE_PLATFORMS_PAGE (xb_platforms_page_get_type ())
G_DECLARE_FINAL_TYPE (XbPlatformsPage, xb_platforms_page, XB, PLATFORMS_PAGE, XbPage)

void        xb_platforms_page_open    (XbPlatformsPage *self,
                                       const char      *key);
const char *xb_platforms_page_get_key (XbPlatformsPage *self);

G_END_DECLS
