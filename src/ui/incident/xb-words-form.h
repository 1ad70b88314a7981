/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-form.h"
#include "xb-incident.h"

G_BEGIN_DECLS

#define XB_TYPE_WORDS_FORM (xb_words_form_get_type ())
G_DECLARE_FINAL_TYPE (XbWordsForm, xb_words_form, XB, WORDS_FORM, XbForm)

GtkWindow *xb_words_form_new (GtkWidget   *parent,
                              XbWorkspace *workspace,
                              XbIncident  *incident);

G_END_DECLS
