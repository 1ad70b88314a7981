/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_CAMPAIGNS_GROUP (xb_campaigns_group_get_type ())
G_DECLARE_FINAL_TYPE (XbCampaignsGroup, xb_campaigns_group, XB, CAMPAIGNS_GROUP, AdwBin)

GtkWidget *xb_campaigns_group_new    (XbWorkspace      *workspace);
GtkWindow *xb_campaigns_group_add    (XbCampaignsGroup *self);
void       xb_campaigns_group_remove (XbCampaignsGroup *self,
                                      gint64            campaign);

G_END_DECLS
