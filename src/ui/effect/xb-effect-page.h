/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-effect-question.h"
#include "xb-page.h"

G_BEGIN_DECLS

#define XB_TYPE_EFFECT_PAGE (xb_effect_page_get_type ())
G_DECLARE_FINAL_TYPE (XbEffectPage, xb_effect_page, XB, EFFECT_PAGE, XbPage)

const char *xb_effect_page_get_view     (XbEffectPage *self);
const char *xb_effect_page_get_sentence (XbEffectPage *self);

G_END_DECLS
