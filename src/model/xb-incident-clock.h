/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"

G_BEGIN_DECLS

/* The clocks of a case: plain hours from the moment of detection, in UTC seconds. They are the business's own; no
 * platform promised them. Neither a week-end nor a clock that is set back nor another time zone moves them. */

#define XB_N_RECHECKS 3

gint64      xb_incident_get_due        (gint64      detected_at,
                                        XbStepKind  step);
int         xb_incident_get_hours      (XbStepKind  step);
char       *xb_recheck_dup_day         (gint64      cleared_at,
                                        guint       index);
const char *xb_step_kind_get_title     (XbStepKind  step);
char       *xb_incident_dup_time_left  (gint64      due_at,
                                        gint64      now);

G_END_DECLS
