/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_APPEAL (xb_appeal_get_type ())
G_DECLARE_FINAL_TYPE (XbAppeal, xb_appeal, XB, APPEAL, XbRecord)

gint64        xb_appeal_get_incident_id (XbAppeal *self);
const char   *xb_appeal_get_platform    (XbAppeal *self);
XbAppealState xb_appeal_get_state       (XbAppeal *self);
gint64        xb_appeal_get_filed_at    (XbAppeal *self);
const char   *xb_appeal_get_case_no     (XbAppeal *self);
const char   *xb_appeal_get_expected    (XbAppeal *self);
gboolean      xb_appeal_get_estimated   (XbAppeal *self);
gboolean      xb_appeal_get_expedite    (XbAppeal *self);
gint64        xb_appeal_get_cost        (XbAppeal *self);
gint64        xb_appeal_get_answered_at (XbAppeal *self);
const char   *xb_appeal_get_refusal     (XbAppeal *self);
const char   *xb_appeal_get_note        (XbAppeal *self);

G_END_DECLS
