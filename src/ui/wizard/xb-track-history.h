/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-stage-line.h"
#include "xb-wizard-rows.h"

G_BEGIN_DECLS

/* What has been written about a certification: its days, its events, its costs. */

void xb_track_fill_days    (XbStageLine         *line,
                            XbWorkspace         *workspace,
                            XbCertification     *certification);
void xb_track_fill_history (AdwPreferencesGroup *group,
                            XbWorkspace         *workspace,
                            XbCertification     *certification);
void xb_track_fill_costs   (AdwPreferencesGroup *group,
                            XbWorkspace         *workspace,
                            XbCertification     *certification);
char *xb_track_dup_refusal (XbWorkspace         *workspace,
                            gint64               filing_id);

G_END_DECLS
