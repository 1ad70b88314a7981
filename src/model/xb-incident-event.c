/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-appeal-book.h"
#include "xb-incident-event.h"

/* What happened in a case. */
struct _XbIncidentEvent
{
  XbRecord parent_instance;

  gint64 incident_id;
  gint64 at;
  char *what; /* opened, step, evidence, appeal, filed, cleared, refused, expedited, layer, recheck, closed, reopened */
  char *subject; /* (nullable) which step or platform */
  char *note; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (XbIncidentEvent, xb_incident_event, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbIncidentEvent, xb_field_int, incident_id, "incident-id"),
  XB_FIELD (XbIncidentEvent, xb_field_int, at, "at"),
  XB_FIELD (XbIncidentEvent, xb_field_text, what, "what"),
  XB_FIELD (XbIncidentEvent, xb_field_text, subject, "subject"),
  XB_FIELD (XbIncidentEvent, xb_field_text, note, "note"),
};

static void
xb_incident_event_class_init (XbIncidentEventClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_incident_event_init (XbIncidentEvent *self)
{
}

XB_GETTER (XbIncidentEvent, xb_incident_event, gint64, incident_id)
XB_GETTER (XbIncidentEvent, xb_incident_event, gint64, at)
XB_GETTER (XbIncidentEvent, xb_incident_event, const char *, what)
XB_GETTER (XbIncidentEvent, xb_incident_event, const char *, subject)
XB_GETTER (XbIncidentEvent, xb_incident_event, const char *, note)

/** xb_incident_event_get_said: Returns: (transfer none) (nullable): the note as people read it: a cause of the list in words */
const char *
xb_incident_event_get_said (XbIncidentEvent *self)
{
  const XbAppealChoice *cause = NULL;

  g_return_val_if_fail (XB_IS_INCIDENT_EVENT (self), NULL);

  if (g_strcmp0 (self->what, "refused") == 0)
    cause = xb_appeal_book_find_refusal (self->note);
  return cause != NULL ? cause->title : self->note;
}
