/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-enum-types.h"
#include "xb-incident.h"

/* One case: a number that is wrongly marked, or shows something wrong. */
struct _XbIncident
{
  XbRecord parent_instance;

  gint64 number_id;
  char *number; /* national spelling */
  char *e164;
  char *use;
  XbIncidentKind kind;
  XbIncidentState state;
  gint64 detected_at; /* the clocks count from here */
  gint64 opened_at;
  XbIncidentOrigin opened_by;
  gint64 source_id; /* of the alert, the inspection or the re-check that opened it */
  char *seen; /* (nullable) what phones show */
  char *purpose; /* (nullable) key of what the number is used for */
  char *appeal_text; /* (nullable) the owner's own; else as the purpose says */
  char *script_text; /* (nullable) */
  char *notice_text; /* (nullable) */
  XbLayer layer; /* what the layer doctor said */
  gint64 closed_at; /* 0: open */
  char *close_note; /* (nullable) */
  char *next_step; /* (nullable) the step whose clock runs out first */
  gint64 next_due;
  gint64 n_appeals; /* at how many platforms */
  gint64 n_cleared; /* of these, cleared */
  gint64 cost; /* fen */
};

G_DEFINE_FINAL_TYPE (XbIncident, xb_incident, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbIncident, xb_field_int, number_id, "number-id"),
  XB_FIELD (XbIncident, xb_field_text, number, "number"),
  XB_FIELD (XbIncident, xb_field_text, e164, "e164"),
  XB_FIELD (XbIncident, xb_field_text, use, "use"),
  XB_FIELD (XbIncident, xb_incident_kind_get_type, kind, "kind"),
  XB_FIELD (XbIncident, xb_incident_state_get_type, state, "state"),
  XB_FIELD (XbIncident, xb_field_int, detected_at, "detected-at"),
  XB_FIELD (XbIncident, xb_field_int, opened_at, "opened-at"),
  XB_FIELD (XbIncident, xb_incident_origin_get_type, opened_by, "opened-by"),
  XB_FIELD (XbIncident, xb_field_int, source_id, "source-id"),
  XB_FIELD (XbIncident, xb_field_text, seen, "seen"),
  XB_FIELD (XbIncident, xb_field_text, purpose, "purpose"),
  XB_FIELD (XbIncident, xb_field_text, appeal_text, "appeal-text"),
  XB_FIELD (XbIncident, xb_field_text, script_text, "script-text"),
  XB_FIELD (XbIncident, xb_field_text, notice_text, "notice-text"),
  XB_FIELD (XbIncident, xb_layer_get_type, layer, "layer"),
  XB_FIELD (XbIncident, xb_field_int, closed_at, "closed-at"),
  XB_FIELD (XbIncident, xb_field_text, close_note, "close-note"),
  XB_FIELD (XbIncident, xb_field_text, next_step, "next-step"),
  XB_FIELD (XbIncident, xb_field_int, next_due, "next-due"),
  XB_FIELD (XbIncident, xb_field_int, n_appeals, "n-appeals"),
  XB_FIELD (XbIncident, xb_field_int, n_cleared, "n-cleared"),
  XB_FIELD (XbIncident, xb_field_int, cost, "cost"),
};

static void
xb_incident_class_init (XbIncidentClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_incident_init (XbIncident *self)
{
}

XB_GETTER (XbIncident, xb_incident, gint64, number_id)
XB_GETTER (XbIncident, xb_incident, const char *, number)
XB_GETTER (XbIncident, xb_incident, const char *, e164)
XB_GETTER (XbIncident, xb_incident, const char *, use)
XB_GETTER (XbIncident, xb_incident, XbIncidentKind, kind)
XB_GETTER (XbIncident, xb_incident, XbIncidentState, state)
XB_GETTER (XbIncident, xb_incident, gint64, detected_at)
XB_GETTER (XbIncident, xb_incident, gint64, opened_at)
XB_GETTER (XbIncident, xb_incident, XbIncidentOrigin, opened_by)
XB_GETTER (XbIncident, xb_incident, gint64, source_id)
XB_GETTER (XbIncident, xb_incident, const char *, seen)
XB_GETTER (XbIncident, xb_incident, const char *, purpose)
XB_GETTER (XbIncident, xb_incident, const char *, appeal_text)
XB_GETTER (XbIncident, xb_incident, const char *, script_text)
XB_GETTER (XbIncident, xb_incident, const char *, notice_text)
XB_GETTER (XbIncident, xb_incident, XbLayer, layer)
XB_GETTER (XbIncident, xb_incident, gint64, closed_at)
XB_GETTER (XbIncident, xb_incident, const char *, close_note)
XB_GETTER (XbIncident, xb_incident, const char *, next_step)
XB_GETTER (XbIncident, xb_incident, gint64, next_due)
XB_GETTER (XbIncident, xb_incident, gint64, n_appeals)
XB_GETTER (XbIncident, xb_incident, gint64, n_cleared)
XB_GETTER (XbIncident, xb_incident, gint64, cost)

const char *
xb_incident_kind_get_title (XbIncidentKind kind)
{
  return kind == XB_INCIDENT_KIND_MARK ? _("Wrongly marked") : _("Wrong information");
}
