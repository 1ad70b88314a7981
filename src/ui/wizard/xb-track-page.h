/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-wizard-page.h"

G_BEGIN_DECLS

#define XB_TYPE_TRACK_PAGE (xb_track_page_get_type ())
G_DECLARE_FINAL_TYPE (XbTrackPage, xb_track_page, XB, TRACK_PAGE, XbWizardPage)

void xb_track_page_show_certification (XbTrackPage *self,
                                       gint64       id);

G_END_DECLS
