/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_CAMPAIGN (xb_campaign_get_type ())
G_DECLARE_FINAL_TYPE (XbCampaign, xb_campaign, XB, CAMPAIGN, XbRecord)

const char *xb_campaign_get_name       (XbCampaign *self);
const char *xb_campaign_get_from_day   (XbCampaign *self);
const char *xb_campaign_get_until_day  (XbCampaign *self);
const char *xb_campaign_get_note       (XbCampaign *self);
gint64      xb_campaign_get_created_at (XbCampaign *self);
gint64      xb_campaign_get_removed_at (XbCampaign *self);
gint64      xb_campaign_get_labels     (XbCampaign *self);

G_END_DECLS
