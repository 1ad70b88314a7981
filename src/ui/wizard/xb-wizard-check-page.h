/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-wizard-page.h"

G_BEGIN_DECLS

#define XB_TYPE_WIZARD_CHECK_PAGE (xb_wizard_check_page_get_type ())
G_DECLARE_FINAL_TYPE (XbWizardCheckPage, xb_wizard_check_page, XB, WIZARD_CHECK_PAGE, XbWizardPage)

G_END_DECLS
