/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_INCIDENT (xb_incident_get_type ())
G_DECLARE_FINAL_TYPE (XbIncident, xb_incident, XB, INCIDENT, XbRecord)

gint64           xb_incident_get_number_id   (XbIncident *self);
const char      *xb_incident_get_number      (XbIncident *self);
const char      *xb_incident_get_e164        (XbIncident *self);
const char      *xb_incident_get_use         (XbIncident *self);
XbIncidentKind   xb_incident_get_kind        (XbIncident *self);
XbIncidentState  xb_incident_get_state       (XbIncident *self);
gint64           xb_incident_get_detected_at (XbIncident *self);
gint64           xb_incident_get_opened_at   (XbIncident *self);
XbIncidentOrigin xb_incident_get_opened_by   (XbIncident *self);
gint64           xb_incident_get_source_id   (XbIncident *self);
const char      *xb_incident_get_seen        (XbIncident *self);
const char      *xb_incident_get_purpose     (XbIncident *self);
const char      *xb_incident_get_appeal_text (XbIncident *self);
const char      *xb_incident_get_script_text (XbIncident *self);
const char      *xb_incident_get_notice_text (XbIncident *self);
XbLayer          xb_incident_get_layer       (XbIncident *self);
gint64           xb_incident_get_closed_at   (XbIncident *self);
const char      *xb_incident_get_close_note  (XbIncident *self);
const char      *xb_incident_get_next_step   (XbIncident *self);
gint64           xb_incident_get_next_due    (XbIncident *self);
gint64           xb_incident_get_n_appeals   (XbIncident *self);
gint64           xb_incident_get_n_cleared   (XbIncident *self);
gint64           xb_incident_get_cost        (XbIncident *self);
const char      *xb_incident_kind_get_title  (XbIncidentKind kind);

G_END_DECLS
