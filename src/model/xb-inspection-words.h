/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-inspection-item.h"

G_BEGIN_DECLS

/* An inspection in the words that people read, translated. @platform_name: (nullable): of the item's platform. */
char       *xb_inspection_item_dup_title    (XbInspectionItem    *self,
                                             const char          *platform_name);
char       *xb_inspection_item_dup_question (XbInspectionItem    *self,
                                             const char          *platform_name);
char       *xb_inspection_item_dup_found    (XbInspectionItem    *self);
const char *xb_inspection_section_get_title (XbInspectionSection  section);
const char *xb_inspection_result_get_title  (XbInspectionResult   result);
const char *xb_inspection_change_get_title  (XbInspectionChange   change);
const char *xb_inspection_rhythm_get_title  (XbInspectionRhythm   rhythm);
const char *xb_recognition_get_title        (XbRecognition        recognition);
const char *xb_network_get_title            (XbNetwork            network);

G_END_DECLS
