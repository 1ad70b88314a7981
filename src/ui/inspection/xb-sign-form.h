/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-form.h"
#include "xb-workspace-inspection.h"

G_BEGIN_DECLS

#define XB_TYPE_SIGN_FORM (xb_sign_form_get_type ())
G_DECLARE_FINAL_TYPE (XbSignForm, xb_sign_form, XB, SIGN_FORM, XbForm)

GtkWindow *xb_sign_form_new (GtkWidget    *parent,
                             XbWorkspace  *workspace,
                             XbInspection *inspection);

G_END_DECLS
