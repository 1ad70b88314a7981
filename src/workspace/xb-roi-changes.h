/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-db.h"
#include "xb-roi-figures.h"
#include "xb-workspace-roi.h"

G_BEGIN_DECLS

/* Whether what happens to a number counts: not where it was removed and has no figures of these periods, ?3 to ?4. */
#define XB_ROI_COUNTS(number) \
  "EXISTS (SELECT 1 FROM number n WHERE n.id = " number " AND (n.removed_at IS NULL OR EXISTS " \
  "(SELECT 1 FROM metric m WHERE m.id BETWEEN (n.id << 16) + ?3 AND (n.id << 16) + ?4)))"

GArray   *xb_roi_changes_new  (void);
gboolean  xb_roi_changes_read (XbDb        *db,
                               XbSpan       span,
                               gint64       incident,
                               GHashTable  *asked,
                               GArray      *changes,
                               GHashTable  *others,
                               GError     **error);
GArray   *xb_roi_changes_dup_others (GArray *changes);
gint64    xb_roi_day_begins         (int     day);

G_END_DECLS
