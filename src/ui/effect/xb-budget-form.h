/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-form.h"

G_BEGIN_DECLS

#define XB_TYPE_BUDGET_FORM (xb_budget_form_get_type ())
G_DECLARE_FINAL_TYPE (XbBudgetForm, xb_budget_form, XB, BUDGET_FORM, XbForm)

GtkWindow *xb_budget_form_new (GtkWidget   *parent,
                               XbWorkspace *workspace,
                               int          year,
                               gint64       budget);

G_END_DECLS
