/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_OUTBOX_ITEM (xb_outbox_item_get_type ())
G_DECLARE_FINAL_TYPE (XbOutboxItem, xb_outbox_item, XB, OUTBOX_ITEM, XbRecord)

const char     *xb_outbox_item_get_platform         (XbOutboxItem *self);
gint64          xb_outbox_item_get_certification_id (XbOutboxItem *self);
const char     *xb_outbox_item_get_action           (XbOutboxItem *self);
const char     *xb_outbox_item_get_payload          (XbOutboxItem *self);
const char     *xb_outbox_item_get_idempotency_key  (XbOutboxItem *self);
XbOutboxState   xb_outbox_item_get_state            (XbOutboxItem *self);
gint64          xb_outbox_item_get_attempts         (XbOutboxItem *self);
gint64          xb_outbox_item_get_next_at          (XbOutboxItem *self);
const char     *xb_outbox_item_get_last_error       (XbOutboxItem *self);
gint64          xb_outbox_item_get_created_at       (XbOutboxItem *self);
gint64          xb_outbox_item_get_done_at          (XbOutboxItem *self);

G_END_DECLS
