/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-label.h"

/* What a number is to show from a day until a day. */
struct _XbLabel
{
  XbRecord parent_instance;

  gint64 number_id;
  char *number; /* national spelling */
  char *e164;
  char *use;
  char *platform; /* NULL: every platform that certifies the number */
  char *text;
  char *from_day;
  char *until_day; /* the last day; NULL: until another one replaces it */
  gint64 replaced_by; /* the base label that follows it */
  gint64 campaign_id;
  char *campaign; /* its name */
  gint64 certification_id; /* handed in with it: no edit */
  char *who;
  char *why;
  char *override; /* why it is wanted although the check finds an error */
  gint64 created_at;
  gint64 ended_at;
  gint64 removed_at;
  XbLabelState state; /* how far it is put up; see xb_label_get_state_on() */
  gint64 changes; /* edits that it causes, those that were cancelled left out */
  gint64 restores; /* edits that put back what was there before and are still to come */
  gint64 cost; /* fen, of all its edits */
};

G_DEFINE_FINAL_TYPE (XbLabel, xb_label, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbLabel, xb_field_int, number_id, "number-id"),
  XB_FIELD (XbLabel, xb_field_text, number, "number"),
  XB_FIELD (XbLabel, xb_field_text, e164, "e164"),
  XB_FIELD (XbLabel, xb_field_text, use, "use"),
  XB_FIELD (XbLabel, xb_field_text, platform, "platform"),
  XB_FIELD (XbLabel, xb_field_text, text, "text"),
  XB_FIELD (XbLabel, xb_field_text, from_day, "from-day"),
  XB_FIELD (XbLabel, xb_field_text, until_day, "until-day"),
  XB_FIELD (XbLabel, xb_field_int, replaced_by, "replaced-by"),
  XB_FIELD (XbLabel, xb_field_int, campaign_id, "campaign-id"),
  XB_FIELD (XbLabel, xb_field_text, campaign, "campaign"),
  XB_FIELD (XbLabel, xb_field_int, certification_id, "certification-id"),
  XB_FIELD (XbLabel, xb_field_text, who, "who"),
  XB_FIELD (XbLabel, xb_field_text, why, "why"),
  XB_FIELD (XbLabel, xb_field_text, override, "override"),
  XB_FIELD (XbLabel, xb_field_int, created_at, "created-at"),
  XB_FIELD (XbLabel, xb_field_int, ended_at, "ended-at"),
  XB_FIELD (XbLabel, xb_field_int, removed_at, "removed-at"),
  XB_FIELD (XbLabel, xb_label_state_get_type, state, "state"),
  XB_FIELD (XbLabel, xb_field_int, changes, "changes"),
  XB_FIELD (XbLabel, xb_field_int, restores, "restores"),
  XB_FIELD (XbLabel, xb_field_int, cost, "cost"),
};

static void
xb_label_class_init (XbLabelClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_label_init (XbLabel *self)
{
}

XB_GETTER (XbLabel, xb_label, gint64, number_id)
XB_GETTER (XbLabel, xb_label, const char *, number)
XB_GETTER (XbLabel, xb_label, const char *, e164)
XB_GETTER (XbLabel, xb_label, const char *, use)
XB_GETTER (XbLabel, xb_label, const char *, platform)
XB_GETTER (XbLabel, xb_label, const char *, text)
XB_GETTER (XbLabel, xb_label, const char *, from_day)
XB_GETTER (XbLabel, xb_label, const char *, until_day)
XB_GETTER (XbLabel, xb_label, gint64, replaced_by)
XB_GETTER (XbLabel, xb_label, gint64, campaign_id)
XB_GETTER (XbLabel, xb_label, const char *, campaign)
XB_GETTER (XbLabel, xb_label, gint64, certification_id)
XB_GETTER (XbLabel, xb_label, const char *, who)
XB_GETTER (XbLabel, xb_label, const char *, why)
XB_GETTER (XbLabel, xb_label, const char *, override)
XB_GETTER (XbLabel, xb_label, gint64, created_at)
XB_GETTER (XbLabel, xb_label, gint64, ended_at)
XB_GETTER (XbLabel, xb_label, gint64, removed_at)
XB_GETTER (XbLabel, xb_label, XbLabelState, state)
XB_GETTER (XbLabel, xb_label, gint64, changes)
XB_GETTER (XbLabel, xb_label, gint64, restores)
XB_GETTER (XbLabel, xb_label, gint64, cost)
