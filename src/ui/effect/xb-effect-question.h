/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace-metrics.h"
#include "xb-workspace-roi.h"

G_BEGIN_DECLS

/* What to compare with what. Emits ::asked when that is another question. */
#define XB_TYPE_EFFECT_QUESTION (xb_effect_question_get_type ())
G_DECLARE_FINAL_TYPE (XbEffectQuestion, xb_effect_question, XB, EFFECT_QUESTION, AdwBin)

typedef enum
{
  XB_COMPARE_MONTHS,
  XB_COMPARE_LAST_30,
  XB_COMPARE_CERTIFIED,
  XB_COMPARE_LABEL,
  XB_COMPARE_CLEARED,
  XB_COMPARE_INCIDENT,
  XB_COMPARE_LABELS,
  XB_COMPARE_OWN,
  XB_N_COMPARES,
} XbCompare;

GtkWidget *xb_effect_question_new         (XbWorkspace      *workspace);
void       xb_effect_question_refresh     (XbEffectQuestion *self);
void       xb_effect_question_set_compare (XbEffectQuestion *self,
                                           XbCompare         compare);
XbCompare  xb_effect_question_get_compare (XbEffectQuestion *self);
void       xb_effect_question_set_own     (XbEffectQuestion *self,
                                           const char       *numbers,
                                           const XbRoiDays  *days);
void       xb_effect_question_copy        (XbEffectQuestion *self,
                                           XbEffectQuestion *from);
gboolean   xb_effect_question_get         (XbEffectQuestion *self,
                                           XbRoiQuestion    *question,
                                           GError          **error);
gboolean   xb_effect_question_get_labels  (XbEffectQuestion *self,
                                           XbMetricsQuery   *query,
                                           GError          **error);
char      *xb_effect_question_dup_heading (XbEffectQuestion *self);

G_END_DECLS
