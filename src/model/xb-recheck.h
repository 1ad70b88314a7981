/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_RECHECK (xb_recheck_get_type ())
G_DECLARE_FINAL_TYPE (XbRecheck, xb_recheck, XB, RECHECK, XbRecord)

gint64      xb_recheck_get_incident_id (XbRecheck *self);
const char *xb_recheck_get_due         (XbRecheck *self);
gint64      xb_recheck_get_done_at     (XbRecheck *self);
gboolean    xb_recheck_get_marked      (XbRecheck *self);
const char *xb_recheck_get_note        (XbRecheck *self);

G_END_DECLS
