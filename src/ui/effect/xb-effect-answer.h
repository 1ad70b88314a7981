/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace-roi.h"

G_BEGIN_DECLS

#define XB_TYPE_EFFECT_ANSWER (xb_effect_answer_get_type ())
G_DECLARE_FINAL_TYPE (XbEffectAnswer, xb_effect_answer, XB, EFFECT_ANSWER, AdwBin)

GtkWidget  *xb_effect_answer_new          (XbWorkspace    *workspace);
void        xb_effect_answer_set_roi      (XbEffectAnswer *self,
                                           const char     *heading,
                                           XbRoi          *roi);
void        xb_effect_answer_set_problem  (XbEffectAnswer *self,
                                           const char     *problem);
const char *xb_effect_answer_get_sentence (XbEffectAnswer *self);

G_END_DECLS
