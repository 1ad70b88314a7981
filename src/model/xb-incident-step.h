/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_INCIDENT_STEP (xb_incident_step_get_type ())
G_DECLARE_FINAL_TYPE (XbIncidentStep, xb_incident_step, XB, INCIDENT_STEP, XbRecord)

gint64      xb_incident_step_get_incident_id (XbIncidentStep *self);
XbStepKind  xb_incident_step_get_step        (XbIncidentStep *self);
gint64      xb_incident_step_get_due_at      (XbIncidentStep *self);
gint64      xb_incident_step_get_done_at     (XbIncidentStep *self);
const char *xb_incident_step_get_note        (XbIncidentStep *self);

G_END_DECLS
