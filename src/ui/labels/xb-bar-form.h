/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-form.h"
#include "xb-workspace-year.h"

G_BEGIN_DECLS

#define XB_TYPE_BAR_FORM (xb_bar_form_get_type ())
G_DECLARE_FINAL_TYPE (XbBarForm, xb_bar_form, XB, BAR_FORM, XbForm)

/* Signal "moved" (from, until): the days that were typed; the form closes then. */
GtkWindow *xb_bar_form_new (GtkWidget       *parent,
                            XbWorkspace     *workspace,
                            const XbYearBar *bar);

G_END_DECLS
