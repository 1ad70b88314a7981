/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-label-event.h"

/* What happened to a label. */
struct _XbLabelEvent
{
  XbRecord parent_instance;

  gint64 label_id;
  gint64 change_id;
  gint64 at;
  char *what; /* set, moved, ended, removed, back, filed, live, refused, dropped */
  char *platform;
  char *who;
  char *note;
  char *text; /* of the label */
};

G_DEFINE_FINAL_TYPE (XbLabelEvent, xb_label_event, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbLabelEvent, xb_field_int, label_id, "label-id"),
  XB_FIELD (XbLabelEvent, xb_field_int, change_id, "change-id"),
  XB_FIELD (XbLabelEvent, xb_field_int, at, "at"),
  XB_FIELD (XbLabelEvent, xb_field_text, what, "what"),
  XB_FIELD (XbLabelEvent, xb_field_text, platform, "platform"),
  XB_FIELD (XbLabelEvent, xb_field_text, who, "who"),
  XB_FIELD (XbLabelEvent, xb_field_text, note, "note"),
  XB_FIELD (XbLabelEvent, xb_field_text, text, "text"),
};

static void
xb_label_event_class_init (XbLabelEventClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_label_event_init (XbLabelEvent *self)
{
}

XB_GETTER (XbLabelEvent, xb_label_event, gint64, label_id)
XB_GETTER (XbLabelEvent, xb_label_event, gint64, change_id)
XB_GETTER (XbLabelEvent, xb_label_event, gint64, at)
XB_GETTER (XbLabelEvent, xb_label_event, const char *, what)
XB_GETTER (XbLabelEvent, xb_label_event, const char *, platform)
XB_GETTER (XbLabelEvent, xb_label_event, const char *, who)
XB_GETTER (XbLabelEvent, xb_label_event, const char *, note)
XB_GETTER (XbLabelEvent, xb_label_event, const char *, text)
