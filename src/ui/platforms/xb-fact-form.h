/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-fact.h"
#include "xb-form.h"

G_BEGIN_DECLS

#define XB_TYPE_FACT_FORM (xb_fact_form_get_type ())
G_DECLARE_FINAL_TYPE (XbFactForm, xb_fact_form, XB, FACT_FORM, XbForm)

GtkWindow *xb_fact_form_new   (GtkWidget   *parent,
                               XbWorkspace *workspace,
                               XbPlatform  *platform,
                               XbFact      *fact);
void       xb_fact_form_reset (XbFactForm  *self);

G_END_DECLS
