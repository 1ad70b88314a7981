/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_EVIDENCE (xb_evidence_get_type ())
G_DECLARE_FINAL_TYPE (XbEvidence, xb_evidence, XB, EVIDENCE, XbRecord)

gint64       xb_evidence_get_certification_id (XbEvidence *self);
XbHandset    xb_evidence_get_handset          (XbEvidence *self);
gint64       xb_evidence_get_at               (XbEvidence *self);
const char  *xb_evidence_get_sha256           (XbEvidence *self);
const char  *xb_evidence_get_name             (XbEvidence *self);
const char  *xb_evidence_get_note             (XbEvidence *self);

G_END_DECLS
