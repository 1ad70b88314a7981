/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-outbox-item.h"

/* A call to a platform that waits, was sent, or was refused. */
struct _XbOutboxItem
{
  XbRecord parent_instance;

  char *platform;
  gint64 certification_id;
  char *action;
  char *payload; /* JSON */
  char *idempotency_key;
  XbOutboxState state;
  gint64 attempts;
  gint64 next_at;
  char *last_error;
  gint64 created_at;
  gint64 done_at;
};

G_DEFINE_FINAL_TYPE (XbOutboxItem, xb_outbox_item, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbOutboxItem, xb_field_text, platform, "platform"),
  XB_FIELD (XbOutboxItem, xb_field_int, certification_id, "certification-id"),
  XB_FIELD (XbOutboxItem, xb_field_text, action, "action"),
  XB_FIELD (XbOutboxItem, xb_field_text, payload, "payload"),
  XB_FIELD (XbOutboxItem, xb_field_text, idempotency_key, "idempotency-key"),
  XB_FIELD (XbOutboxItem, xb_outbox_state_get_type, state, "state"),
  XB_FIELD (XbOutboxItem, xb_field_int, attempts, "attempts"),
  XB_FIELD (XbOutboxItem, xb_field_int, next_at, "next-at"),
  XB_FIELD (XbOutboxItem, xb_field_text, last_error, "last-error"),
  XB_FIELD (XbOutboxItem, xb_field_int, created_at, "created-at"),
  XB_FIELD (XbOutboxItem, xb_field_int, done_at, "done-at"),
};

static void
xb_outbox_item_class_init (XbOutboxItemClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_outbox_item_init (XbOutboxItem *self)
{
}

XB_GETTER (XbOutboxItem, xb_outbox_item, const char *, platform)
XB_GETTER (XbOutboxItem, xb_outbox_item, gint64, certification_id)
XB_GETTER (XbOutboxItem, xb_outbox_item, const char *, action)
XB_GETTER (XbOutboxItem, xb_outbox_item, const char *, payload)
XB_GETTER (XbOutboxItem, xb_outbox_item, const char *, idempotency_key)
XB_GETTER (XbOutboxItem, xb_outbox_item, XbOutboxState, state)
XB_GETTER (XbOutboxItem, xb_outbox_item, gint64, attempts)
XB_GETTER (XbOutboxItem, xb_outbox_item, gint64, next_at)
XB_GETTER (XbOutboxItem, xb_outbox_item, const char *, last_error)
XB_GETTER (XbOutboxItem, xb_outbox_item, gint64, created_at)
XB_GETTER (XbOutboxItem, xb_outbox_item, gint64, done_at)
