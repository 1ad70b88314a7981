/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-enum-types.h"
#include "xb-event.h"

/* One step in the life of a certification; never changed afterwards. */
struct _XbEvent
{
  XbRecord parent_instance;

  gint64 certification_id;
  gint64 at;
  char *from_state;
  char *to_state;
  char *note;
  char *raw_state;
  char *reason;
};

G_DEFINE_FINAL_TYPE (XbEvent, xb_event, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbEvent, xb_field_int, certification_id, "certification-id"),
  XB_FIELD (XbEvent, xb_field_int, at, "at"),
  XB_FIELD (XbEvent, xb_field_text, from_state, "from-state"),
  XB_FIELD (XbEvent, xb_field_text, to_state, "to-state"),
  XB_FIELD (XbEvent, xb_field_text, note, "note"),
  XB_FIELD (XbEvent, xb_field_text, raw_state, "raw-state"),
  XB_FIELD (XbEvent, xb_field_text, reason, "reason"),
};

static void
xb_event_class_init (XbEventClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_event_init (XbEvent *self)
{
}

XB_GETTER (XbEvent, xb_event, gint64, certification_id)
XB_GETTER (XbEvent, xb_event, gint64, at)
XB_GETTER (XbEvent, xb_event, const char *, from_state)
XB_GETTER (XbEvent, xb_event, const char *, to_state)
XB_GETTER (XbEvent, xb_event, const char *, note)

/**
 * xb_event_get_note_words:
 *
 * What the program notes by itself stands in the file in English, for readers of any language.
 *
 * Returns: (nullable): the note as its reader says it
 */
const char *
xb_event_get_note_words (XbEvent *self)
{
  const char *note = xb_event_get_note (self);

  return note != NULL && *note != '\0' ? _(note) : NULL;
}

XB_GETTER (XbEvent, xb_event, const char *, raw_state)
XB_GETTER (XbEvent, xb_event, const char *, reason)
