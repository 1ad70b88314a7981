/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace-roi-labels.h"

G_BEGIN_DECLS

/* Label against label: the answer, a bar for each label, and a row for each that opens its days. */
#define XB_TYPE_EFFECT_LABELS (xb_effect_labels_get_type ())
G_DECLARE_FINAL_TYPE (XbEffectLabels, xb_effect_labels, XB, EFFECT_LABELS, AdwBin)

GtkWidget  *xb_effect_labels_new          (XbWorkspace          *workspace);
void        xb_effect_labels_set          (XbEffectLabels       *self,
                                           const char           *heading,
                                           const XbMetricsQuery *query,
                                           XbRoiLabels          *labels);
void        xb_effect_labels_set_problem  (XbEffectLabels       *self,
                                           const char           *problem);
const char *xb_effect_labels_get_sentence (XbEffectLabels       *self);

G_END_DECLS
