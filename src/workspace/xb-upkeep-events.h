/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-db.h"
#include "xb-workspace-upkeep.h"

G_BEGIN_DECLS

gboolean xb_upkeep_events_read (XbDb    *db,
                                XbSpan   span,
                                GArray  *labels,
                                GArray  *incidents,
                                GError **error);

G_END_DECLS
