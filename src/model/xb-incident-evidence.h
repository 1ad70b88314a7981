/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_INCIDENT_EVIDENCE (xb_incident_evidence_get_type ())
G_DECLARE_FINAL_TYPE (XbIncidentEvidence, xb_incident_evidence, XB, INCIDENT_EVIDENCE, XbRecord)

gint64      xb_incident_evidence_get_incident_id (XbIncidentEvidence *self);
XbStepKind  xb_incident_evidence_get_step        (XbIncidentEvidence *self);
gint64      xb_incident_evidence_get_at          (XbIncidentEvidence *self);
const char *xb_incident_evidence_get_sha256      (XbIncidentEvidence *self);
const char *xb_incident_evidence_get_name        (XbIncidentEvidence *self);
const char *xb_incident_evidence_get_note        (XbIncidentEvidence *self);
gint64      xb_incident_evidence_get_size        (XbIncidentEvidence *self);
const char *xb_incident_evidence_get_media_type  (XbIncidentEvidence *self);

G_END_DECLS
