/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-inspection-item.h"
#include "xb-workdays.h"

G_BEGIN_DECLS

/* The lowest share of calls answered, in per cent, and the most marks and complaints of a number on one day. */
#define XB_INSPECTION_LEAST_ANSWERED 65
#define XB_INSPECTION_MOST_MARKS     5
#define XB_INSPECTION_MOST_COMPLAINTS 3

char                *xb_inspection_find_next_day    (XbWorkdays           *workdays,
                                                     XbInspectionRhythm    rhythm,
                                                     const char           *last,
                                                     const char           *first_live,
                                                     const char           *today,
                                                     gboolean             *estimated);
XbInspectionResult   xb_inspection_judge_answered   (gint64                answered,
                                                     gint64                calls);
XbInspectionResult   xb_inspection_judge_worst_day  (gint64                worst,
                                                     gint64                too_many);
XbInspectionResult   xb_inspection_judge_report     (gint64                days,
                                                     gint64                of);
XbInspectionChange   xb_inspection_compare          (XbInspectionResult    before,
                                                     XbInspectionResult    now);
gboolean             xb_inspection_shows_on         (XbPlatformKind        kind,
                                                     const char           *platform,
                                                     XbHandset             handset);
char                *xb_inspection_dup_key          (const char           *topic,
                                                     const char           *first,
                                                     const char           *second,
                                                     const char           *third);
XbInspectionTaskKind xb_inspection_item_suggest_task (XbInspectionItem    *self);
gboolean             xb_inspection_item_knows_better (XbInspectionItem    *self);
char                *xb_inspection_item_find_task_day (XbInspectionItem   *self,
                                                     XbWorkdays           *workdays,
                                                     const char           *today);

G_END_DECLS
