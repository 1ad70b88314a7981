/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-appeal.h"
#include "xb-form.h"

G_BEGIN_DECLS

#define XB_TYPE_APPEAL_FORM (xb_appeal_form_get_type ())
G_DECLARE_FINAL_TYPE (XbAppealForm, xb_appeal_form, XB, APPEAL_FORM, XbForm)

GtkWindow *xb_appeal_form_new (GtkWidget   *parent,
                               XbWorkspace *workspace,
                               XbAppeal    *appeal,
                               const char  *text);

G_END_DECLS
