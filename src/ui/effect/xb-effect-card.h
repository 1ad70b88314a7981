/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* An answer in words: what is compared, one sentence, what may be claimed of it, what has to be known beside it. */
#define XB_TYPE_EFFECT_CARD (xb_effect_card_get_type ())
G_DECLARE_FINAL_TYPE (XbEffectCard, xb_effect_card, XB, EFFECT_CARD, AdwBin)

GtkWidget  *xb_effect_card_new          (void);
void        xb_effect_card_set          (XbEffectCard      *self,
                                         const char        *heading,
                                         const char        *sentence,
                                         const char        *claim,
                                         const char *const *notes);
const char *xb_effect_card_get_sentence (XbEffectCard      *self);

G_END_DECLS
