/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-wizard-page.h"

G_BEGIN_DECLS

#define XB_TYPE_WIZARD_NUMBERS_PAGE (xb_wizard_numbers_page_get_type ())
G_DECLARE_FINAL_TYPE (XbWizardNumbersPage, xb_wizard_numbers_page, XB, WIZARD_NUMBERS_PAGE, XbWizardPage)

G_END_DECLS
