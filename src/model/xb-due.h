/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_DUE (xb_due_get_type ())
G_DECLARE_FINAL_TYPE (XbDue, xb_due, XB, DUE, XbRecord)

const char  *xb_due_get_kind      (XbDue *self);
const char  *xb_due_get_title     (XbDue *self);
const char  *xb_due_get_detail    (XbDue *self);
const char  *xb_due_get_due       (XbDue *self);
gint64       xb_due_get_due_at    (XbDue *self);
gboolean     xb_due_get_overdue   (XbDue *self);
gboolean     xb_due_get_estimated (XbDue *self);
const char  *xb_due_get_object    (XbDue *self);
const char  *xb_due_get_part      (XbDue *self);

G_END_DECLS
