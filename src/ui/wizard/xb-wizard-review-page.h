/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-wizard-page.h"

G_BEGIN_DECLS

#define XB_TYPE_WIZARD_REVIEW_PAGE (xb_wizard_review_page_get_type ())
G_DECLARE_FINAL_TYPE (XbWizardReviewPage, xb_wizard_review_page, XB, WIZARD_REVIEW_PAGE, XbWizardPage)

G_END_DECLS
