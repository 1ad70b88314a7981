/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-cost.h"
#include "xb-form.h"

G_BEGIN_DECLS

#define XB_TYPE_COST_FORM (xb_cost_form_get_type ())
G_DECLARE_FINAL_TYPE (XbCostForm, xb_cost_form, XB, COST_FORM, XbForm)

GtkWindow *xb_cost_form_new      (GtkWidget   *parent,
                                  XbWorkspace *workspace);
GtkWindow *xb_cost_form_new_paid (GtkWidget   *parent,
                                  XbWorkspace *workspace,
                                  XbCost      *cost);

G_END_DECLS
