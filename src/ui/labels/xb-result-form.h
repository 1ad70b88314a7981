/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-form.h"

G_BEGIN_DECLS

#define XB_TYPE_RESULT_FORM (xb_result_form_get_type ())
G_DECLARE_FINAL_TYPE (XbResultForm, xb_result_form, XB, RESULT_FORM, XbForm)

GtkWindow *xb_result_form_new (GtkWidget   *parent,
                               XbWorkspace *workspace,
                               GPtrArray   *changes);

G_END_DECLS
