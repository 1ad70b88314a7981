/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-effect-figures.h"

G_BEGIN_DECLS

/* What a report says in sentences. All (transfer full). */

char       *xb_effect_dup_lead      (const XbEffectFigures *figures);
char      **xb_effect_dup_paragraphs (const XbEffectFigures *figures);
char       *xb_effect_dup_method    (void);
char       *xb_effect_dup_reserve   (const XbEffectFigures *figures);
const char *xb_effect_get_title     (XbEffect               effect);
char       *xb_effect_dup_range     (const XbRate          *rate);

G_END_DECLS
