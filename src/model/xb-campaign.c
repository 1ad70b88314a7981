/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-campaign.h"

/* A time with a name: 春节, 开学季. Its labels go up and come down with it. */
struct _XbCampaign
{
  XbRecord parent_instance;

  char *name;
  char *from_day;
  char *until_day;
  char *note;
  gint64 created_at;
  gint64 removed_at;
  gint64 labels; /* labels that belong to it */
};

G_DEFINE_FINAL_TYPE (XbCampaign, xb_campaign, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbCampaign, xb_field_text, name, "name"),
  XB_FIELD (XbCampaign, xb_field_text, from_day, "from-day"),
  XB_FIELD (XbCampaign, xb_field_text, until_day, "until-day"),
  XB_FIELD (XbCampaign, xb_field_text, note, "note"),
  XB_FIELD (XbCampaign, xb_field_int, created_at, "created-at"),
  XB_FIELD (XbCampaign, xb_field_int, removed_at, "removed-at"),
  XB_FIELD (XbCampaign, xb_field_int, labels, "labels"),
};

static void
xb_campaign_class_init (XbCampaignClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_campaign_init (XbCampaign *self)
{
}

XB_GETTER (XbCampaign, xb_campaign, const char *, name)
XB_GETTER (XbCampaign, xb_campaign, const char *, from_day)
XB_GETTER (XbCampaign, xb_campaign, const char *, until_day)
XB_GETTER (XbCampaign, xb_campaign, const char *, note)
XB_GETTER (XbCampaign, xb_campaign, gint64, created_at)
XB_GETTER (XbCampaign, xb_campaign, gint64, removed_at)
XB_GETTER (XbCampaign, xb_campaign, gint64, labels)
