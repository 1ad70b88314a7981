/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-certification.h"
#include "xb-form.h"

G_BEGIN_DECLS

#define XB_TYPE_RENEW_FORM (xb_renew_form_get_type ())
G_DECLARE_FINAL_TYPE (XbRenewForm, xb_renew_form, XB, RENEW_FORM, XbForm)

GtkWindow *xb_renew_form_new (GtkWidget       *parent,
                              XbWorkspace     *workspace,
                              XbCertification *certification);

G_END_DECLS
