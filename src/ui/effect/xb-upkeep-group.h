/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace-upkeep.h"

G_BEGIN_DECLS

/* What upkeep is said to cost and to bring, beside what it cost and brought here. */
#define XB_TYPE_UPKEEP_GROUP (xb_upkeep_group_get_type ())
G_DECLARE_FINAL_TYPE (XbUpkeepGroup, xb_upkeep_group, XB, UPKEEP_GROUP, AdwBin)

GtkWidget  *xb_upkeep_group_new      (XbWorkspace   *workspace);
void        xb_upkeep_group_read     (XbUpkeepGroup *self,
                                      const char    *until);
gboolean    xb_upkeep_group_is_reading (XbUpkeepGroup *self);
const char *xb_upkeep_group_get_cell (XbUpkeepGroup *self,
                                      XbUpkeepKind   kind,
                                      gboolean       own,
                                      gboolean       gain);

G_END_DECLS
