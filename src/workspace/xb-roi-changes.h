/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-db.h"
#include "xb-workspace-roi.h"

G_BEGIN_DECLS

GArray   *xb_roi_changes_new  (void);
gboolean  xb_roi_changes_read (XbDb        *db,
                               XbSpan       span,
                               GHashTable  *asked,
                               GArray      *changes,
                               GHashTable  *others,
                               GError     **error);
GArray   *xb_roi_changes_dup_others (GArray *changes);

G_END_DECLS
