/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-form.h"

G_BEGIN_DECLS

#define XB_TYPE_HAND_IN_FORM (xb_hand_in_form_get_type ())
G_DECLARE_FINAL_TYPE (XbHandInForm, xb_hand_in_form, XB, HAND_IN_FORM, XbForm)

GtkWindow *xb_hand_in_form_new (GtkWidget   *parent,
                                XbWorkspace *workspace,
                                GPtrArray   *changes);

G_END_DECLS
