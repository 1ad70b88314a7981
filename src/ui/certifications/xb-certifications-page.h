/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-page.h"

G_BEGIN_DECLS

#define XB_TYPE_CERTIFICATIONS_PAGE (xb_certifications_page_get_type ())
G_DECLARE_FINAL_TYPE (XbCertificationsPage, xb_certifications_page, XB, CERTIFICATIONS_PAGE, XbPage)

XbCertFilter xb_certifications_page_get_filter (XbCertificationsPage *self);
void         xb_certifications_page_set_filter (XbCertificationsPage *self,
                                                XbCertFilter          filter);

G_END_DECLS
