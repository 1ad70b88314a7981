/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-certification.h"
#include "xb-wizard-page.h"

G_BEGIN_DECLS

#define XB_TYPE_TRACK_PAGE (xb_track_page_get_type ())
G_DECLARE_FINAL_TYPE (XbTrackPage, xb_track_page, XB, TRACK_PAGE, XbWizardPage)

void             xb_track_page_show_certification (XbTrackPage *self,
                                                   gint64       id);
XbCertification *xb_track_page_get_certification  (XbTrackPage *self);
void             xb_track_page_set_busy           (XbTrackPage *self,
                                                   gboolean     busy);
void             xb_track_page_show_evidence      (XbTrackPage *self);

G_END_DECLS
