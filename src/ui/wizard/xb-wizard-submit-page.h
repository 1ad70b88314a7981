/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-wizard-page.h"

G_BEGIN_DECLS

#define XB_TYPE_WIZARD_SUBMIT_PAGE (xb_wizard_submit_page_get_type ())
G_DECLARE_FINAL_TYPE (XbWizardSubmitPage, xb_wizard_submit_page, XB, WIZARD_SUBMIT_PAGE, XbWizardPage)

G_END_DECLS
