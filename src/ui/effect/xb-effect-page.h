/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-effect-view.h"
#include "xb-page.h"

G_BEGIN_DECLS

#define XB_TYPE_EFFECT_PAGE (xb_effect_page_get_type ())
G_DECLARE_FINAL_TYPE (XbEffectPage, xb_effect_page, XB, EFFECT_PAGE, XbPage)

XbEffectView *xb_effect_page_get_view (XbEffectPage *self);

G_END_DECLS
