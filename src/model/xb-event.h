/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_EVENT (xb_event_get_type ())
G_DECLARE_FINAL_TYPE (XbEvent, xb_event, XB, EVENT, XbRecord)

gint64       xb_event_get_certification_id (XbEvent *self);
gint64       xb_event_get_at               (XbEvent *self);
const char  *xb_event_get_from_state       (XbEvent *self);
const char  *xb_event_get_to_state         (XbEvent *self);
const char  *xb_event_get_note             (XbEvent *self);
const char  *xb_event_get_note_words       (XbEvent *self);
const char  *xb_event_get_raw_state        (XbEvent *self);
const char  *xb_event_get_reason           (XbEvent *self);

G_END_DECLS
