/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-brand.h"
#include "xb-form.h"

G_BEGIN_DECLS

#define XB_TYPE_BRAND_FORM (xb_brand_form_get_type ())
G_DECLARE_FINAL_TYPE (XbBrandForm, xb_brand_form, XB, BRAND_FORM, XbForm)

GtkWindow *xb_brand_form_new (GtkWidget   *parent,
                               XbWorkspace *workspace,
                               XbBrand     *brand);

G_END_DECLS
