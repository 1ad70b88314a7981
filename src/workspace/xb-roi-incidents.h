/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-db.h"
#include "xb-workspace-roi.h"

G_BEGIN_DECLS

/*
 * When incident i was over: once everything that was filed is answered, the last mark that a platform cleared; else when
 * the case was closed. Steps can be done within 48 hours, while phones show a mark until the platform took it away.
 */
#define XB_ROI_INCIDENT_ENDED \
  "ifnull ((SELECT max (a.answered_at) FROM appeal a WHERE a.incident_id = i.id AND a.state = 'cleared' AND NOT EXISTS " \
  "(SELECT 1 FROM appeal f WHERE f.incident_id = i.id AND f.state = 'filed')), nullif (i.closed_at, 0))"

gboolean xb_roi_incidents_read (XbDb        *db,
                                XbSpan       span,
                                gint64       subject,
                                GHashTable  *asked,
                                GArray      *changes,
                                GHashTable  *others,
                                GError     **error);

G_END_DECLS
