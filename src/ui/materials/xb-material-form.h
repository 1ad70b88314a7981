/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-form.h"
#include "xb-material.h"

G_BEGIN_DECLS

#define XB_TYPE_MATERIAL_FORM (xb_material_form_get_type ())
G_DECLARE_FINAL_TYPE (XbMaterialForm, xb_material_form, XB, MATERIAL_FORM, XbForm)

GtkWindow *xb_material_form_new_add  (GtkWidget      *parent,
                                      XbWorkspace    *workspace,
                                      GFile          *file,
                                      XbMaterialType  type,
                                      gboolean        temporary);
GtkWindow *xb_material_form_new_edit (GtkWidget      *parent,
                                      XbWorkspace    *workspace,
                                      XbMaterial     *material);

G_END_DECLS
