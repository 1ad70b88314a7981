/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-incident-step.h"

/* One of the three steps of a case. */
struct _XbIncidentStep
{
  XbRecord parent_instance;

  gint64 incident_id;
  XbStepKind step;
  gint64 due_at;
  gint64 done_at; /* 0: to do */
  char *note; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (XbIncidentStep, xb_incident_step, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbIncidentStep, xb_field_int, incident_id, "incident-id"),
  XB_FIELD (XbIncidentStep, xb_step_kind_get_type, step, "step"),
  XB_FIELD (XbIncidentStep, xb_field_int, due_at, "due-at"),
  XB_FIELD (XbIncidentStep, xb_field_int, done_at, "done-at"),
  XB_FIELD (XbIncidentStep, xb_field_text, note, "note"),
};

static void
xb_incident_step_class_init (XbIncidentStepClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_incident_step_init (XbIncidentStep *self)
{
}

XB_GETTER (XbIncidentStep, xb_incident_step, gint64, incident_id)
XB_GETTER (XbIncidentStep, xb_incident_step, XbStepKind, step)
XB_GETTER (XbIncidentStep, xb_incident_step, gint64, due_at)
XB_GETTER (XbIncidentStep, xb_incident_step, gint64, done_at)
XB_GETTER (XbIncidentStep, xb_incident_step, const char *, note)
