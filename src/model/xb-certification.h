/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_CERTIFICATION (xb_certification_get_type ())
G_DECLARE_FINAL_TYPE (XbCertification, xb_certification, XB, CERTIFICATION, XbRecord)

gint64        xb_certification_get_number_id     (XbCertification *self);
const char   *xb_certification_get_number        (XbCertification *self);
const char   *xb_certification_get_e164          (XbCertification *self);
const char   *xb_certification_get_use           (XbCertification *self);
const char   *xb_certification_get_platform      (XbCertification *self);
gint64        xb_certification_get_filing_id     (XbCertification *self);
XbCertState   xb_certification_get_state         (XbCertification *self);
const char   *xb_certification_get_display_name  (XbCertification *self);
const char   *xb_certification_get_label         (XbCertification *self);
const char   *xb_certification_get_case_no       (XbCertification *self);
gboolean      xb_certification_get_expedite      (XbCertification *self);
gint64        xb_certification_get_submitted_at  (XbCertification *self);
gint64        xb_certification_get_approved_at   (XbCertification *self);
gint64        xb_certification_get_live_at       (XbCertification *self);
const char   *xb_certification_get_expected      (XbCertification *self);
gboolean      xb_certification_get_estimated     (XbCertification *self);
const char   *xb_certification_get_expires       (XbCertification *self);
const char   *xb_certification_get_raw_state     (XbCertification *self);
const char   *xb_certification_get_reason_code   (XbCertification *self);
const char   *xb_certification_get_reason        (XbCertification *self);
gint64        xb_certification_get_updated_at    (XbCertification *self);
const char   *xb_certification_get_handsets_seen (XbCertification *self);

G_END_DECLS
