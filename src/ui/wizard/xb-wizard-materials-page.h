/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-wizard-page.h"

G_BEGIN_DECLS

#define XB_TYPE_WIZARD_MATERIALS_PAGE (xb_wizard_materials_page_get_type ())
G_DECLARE_FINAL_TYPE (XbWizardMaterialsPage, xb_wizard_materials_page, XB, WIZARD_MATERIALS_PAGE, XbWizardPage)

G_END_DECLS
