/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_TRACK_EVIDENCE (xb_track_evidence_get_type ())
G_DECLARE_FINAL_TYPE (XbTrackEvidence, xb_track_evidence, XB, TRACK_EVIDENCE, AdwBin)

void xb_track_evidence_show (XbTrackEvidence *self,
                             XbWorkspace     *workspace,
                             XbCertification *certification,
                             GCancellable    *cancellable);

G_END_DECLS
