/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-effect-question.h"

G_BEGIN_DECLS

/* The question above, the answer below it: the same on the page and in a window of its own. */
#define XB_TYPE_EFFECT_VIEW (xb_effect_view_get_type ())
G_DECLARE_FINAL_TYPE (XbEffectView, xb_effect_view, XB, EFFECT_VIEW, AdwBin)

GtkWidget        *xb_effect_view_new          (XbWorkspace  *workspace);
XbEffectQuestion *xb_effect_view_get_question (XbEffectView *self);
gboolean          xb_effect_view_is_reading   (XbEffectView *self);
const char       *xb_effect_view_get_shown    (XbEffectView *self);
const char       *xb_effect_view_get_sentence (XbEffectView *self);

G_END_DECLS
