/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-form.h"

G_BEGIN_DECLS

#define XB_TYPE_NDA_FORM (xb_nda_form_get_type ())
G_DECLARE_FINAL_TYPE (XbNdaForm, xb_nda_form, XB, NDA_FORM, XbForm)

GtkWindow *xb_nda_form_new (GtkWidget   *parent,
                            XbWorkspace *workspace,
                            const char  *platform);

G_END_DECLS
