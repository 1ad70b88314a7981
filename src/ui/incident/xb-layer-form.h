/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-form.h"

G_BEGIN_DECLS

#define XB_TYPE_LAYER_FORM (xb_layer_form_get_type ())
G_DECLARE_FINAL_TYPE (XbLayerForm, xb_layer_form, XB, LAYER_FORM, XbForm)

GtkWindow *xb_layer_form_new (GtkWidget   *parent,
                              XbWorkspace *workspace,
                              gint64       incident_id);

G_END_DECLS
