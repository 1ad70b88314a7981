/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-workdays.h"

G_BEGIN_DECLS

/**
 * XbCampaignTemplate:
 *
 * A campaign of the Chinese year that an owner may take and adapt. They come from data/campaigns and are never freed.
 */
typedef struct _XbCampaignTemplate XbCampaignTemplate;

guint                     xb_campaign_templates_get_n      (void);
const XbCampaignTemplate *xb_campaign_templates_get        (guint                     index);
const XbCampaignTemplate *xb_campaign_templates_find       (const char               *key);
const char               *xb_campaign_template_get_key     (const XbCampaignTemplate *self);
const char               *xb_campaign_template_get_name    (const XbCampaignTemplate *self);
const char *const        *xb_campaign_template_get_labels  (const XbCampaignTemplate *self);
gboolean                  xb_campaign_template_find_days   (const XbCampaignTemplate *self,
                                                            XbWorkdays               *workdays,
                                                            const char               *today,
                                                            char                      from[11],
                                                            char                      until[11],
                                                            gboolean                 *estimated);

G_END_DECLS
