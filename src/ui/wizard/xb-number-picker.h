/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-wizard-draft.h"

G_BEGIN_DECLS

#define XB_TYPE_NUMBER_PICKER (xb_number_picker_get_type ())
G_DECLARE_FINAL_TYPE (XbNumberPicker, xb_number_picker, XB, NUMBER_PICKER, AdwBin)

void xb_number_picker_set_draft (XbNumberPicker *self,
                                 XbWizardDraft  *draft,
                                 GCancellable   *cancellable);

G_END_DECLS
