/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-wizard-draft.h"

G_BEGIN_DECLS

#define XB_TYPE_PLATFORM_PICKER (xb_platform_picker_get_type ())
G_DECLARE_FINAL_TYPE (XbPlatformPicker, xb_platform_picker, XB, PLATFORM_PICKER, AdwBin)

void xb_platform_picker_set_draft (XbPlatformPicker *self,
                                   XbWizardDraft    *draft);

G_END_DECLS
