/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-db.h"
#include "xb-workspace-roi.h"

G_BEGIN_DECLS

gboolean xb_roi_incidents_read (XbDb        *db,
                                XbSpan       span,
                                gint64       subject,
                                GHashTable  *asked,
                                GArray      *changes,
                                GHashTable  *others,
                                GError     **error);

G_END_DECLS
