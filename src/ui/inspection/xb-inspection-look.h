/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-state-mark.h"

G_BEGIN_DECLS

/* How results and sights look: a shape and a tone each, the same everywhere. */

XbMarkShape xb_mark_for_inspection_result (XbInspectionResult  result);
const char *xb_tone_for_inspection_result (XbInspectionResult  result);
XbMarkShape xb_mark_for_sight             (XbSight             sight);
const char *xb_tone_for_sight             (XbSight             sight);

G_END_DECLS
