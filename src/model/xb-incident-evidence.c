/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-incident-evidence.h"

/* A recording, a screenshot, a paper that goes with a case. */
struct _XbIncidentEvidence
{
  XbRecord parent_instance;

  gint64 incident_id;
  XbStepKind step; /* for which it was added */
  gint64 at;
  char *sha256;
  char *name;
  char *note; /* (nullable) */
  gint64 size;
  char *media_type;
};

G_DEFINE_FINAL_TYPE (XbIncidentEvidence, xb_incident_evidence, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbIncidentEvidence, xb_field_int, incident_id, "incident-id"),
  XB_FIELD (XbIncidentEvidence, xb_step_kind_get_type, step, "step"),
  XB_FIELD (XbIncidentEvidence, xb_field_int, at, "at"),
  XB_FIELD (XbIncidentEvidence, xb_field_text, sha256, "sha256"),
  XB_FIELD (XbIncidentEvidence, xb_field_text, name, "name"),
  XB_FIELD (XbIncidentEvidence, xb_field_text, note, "note"),
  XB_FIELD (XbIncidentEvidence, xb_field_int, size, "size"),
  XB_FIELD (XbIncidentEvidence, xb_field_text, media_type, "media-type"),
};

static void
xb_incident_evidence_class_init (XbIncidentEvidenceClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_incident_evidence_init (XbIncidentEvidence *self)
{
}

XB_GETTER (XbIncidentEvidence, xb_incident_evidence, gint64, incident_id)
XB_GETTER (XbIncidentEvidence, xb_incident_evidence, XbStepKind, step)
XB_GETTER (XbIncidentEvidence, xb_incident_evidence, gint64, at)
XB_GETTER (XbIncidentEvidence, xb_incident_evidence, const char *, sha256)
XB_GETTER (XbIncidentEvidence, xb_incident_evidence, const char *, name)
XB_GETTER (XbIncidentEvidence, xb_incident_evidence, const char *, note)
XB_GETTER (XbIncidentEvidence, xb_incident_evidence, gint64, size)
XB_GETTER (XbIncidentEvidence, xb_incident_evidence, const char *, media_type)
