/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-campaign.h"
#include "xb-form.h"

G_BEGIN_DECLS

#define XB_TYPE_CAMPAIGN_FORM (xb_campaign_form_get_type ())
G_DECLARE_FINAL_TYPE (XbCampaignForm, xb_campaign_form, XB, CAMPAIGN_FORM, XbForm)

GtkWindow *xb_campaign_form_new      (GtkWidget      *parent,
                                      XbWorkspace    *workspace,
                                      XbCampaign     *campaign);
void       xb_campaign_form_take     (XbCampaignForm *self,
                                      const char     *key);

G_END_DECLS
