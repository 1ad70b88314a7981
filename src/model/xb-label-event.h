/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_LABEL_EVENT (xb_label_event_get_type ())
G_DECLARE_FINAL_TYPE (XbLabelEvent, xb_label_event, XB, LABEL_EVENT, XbRecord)

gint64      xb_label_event_get_label_id  (XbLabelEvent *self);
gint64      xb_label_event_get_change_id (XbLabelEvent *self);
gint64      xb_label_event_get_at        (XbLabelEvent *self);
const char *xb_label_event_get_what      (XbLabelEvent *self);
const char *xb_label_event_get_platform  (XbLabelEvent *self);
const char *xb_label_event_get_who       (XbLabelEvent *self);
const char *xb_label_event_get_note      (XbLabelEvent *self);
const char *xb_label_event_get_text      (XbLabelEvent *self);

G_END_DECLS
