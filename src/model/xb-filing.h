/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_FILING (xb_filing_get_type ())
G_DECLARE_FINAL_TYPE (XbFiling, xb_filing, XB, FILING, XbRecord)

const char    *xb_filing_get_platform     (XbFiling *self);
XbFilingStep   xb_filing_get_step         (XbFiling *self);
const char    *xb_filing_get_display_name (XbFiling *self);
const char    *xb_filing_get_label        (XbFiling *self);
const char    *xb_filing_get_purpose      (XbFiling *self);
const char    *xb_filing_get_agent        (XbFiling *self);
const char    *xb_filing_get_agent_phone  (XbFiling *self);
gboolean       xb_filing_get_expedite     (XbFiling *self);
gint64         xb_filing_get_created_at   (XbFiling *self);
gint64         xb_filing_get_updated_at   (XbFiling *self);
gint64         xb_filing_get_submitted_at (XbFiling *self);
const char    *xb_filing_get_kit_path     (XbFiling *self);
gint64         xb_filing_get_numbers      (XbFiling *self);
const char    *xb_filing_get_first_number (XbFiling *self);

G_END_DECLS
