/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_INCIDENT_EVENT (xb_incident_event_get_type ())
G_DECLARE_FINAL_TYPE (XbIncidentEvent, xb_incident_event, XB, INCIDENT_EVENT, XbRecord)

gint64      xb_incident_event_get_incident_id (XbIncidentEvent *self);
gint64      xb_incident_event_get_at          (XbIncidentEvent *self);
const char *xb_incident_event_get_what        (XbIncidentEvent *self);
const char *xb_incident_event_get_subject     (XbIncidentEvent *self);
const char *xb_incident_event_get_note        (XbIncidentEvent *self);
const char *xb_incident_event_get_said        (XbIncidentEvent *self);

G_END_DECLS
