/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-form.h"

G_BEGIN_DECLS

#define XB_TYPE_FREE_EDITS_FORM (xb_free_edits_form_get_type ())
G_DECLARE_FINAL_TYPE (XbFreeEditsForm, xb_free_edits_form, XB, FREE_EDITS_FORM, XbForm)

GtkWindow *xb_free_edits_form_new (GtkWidget   *parent,
                                   XbWorkspace *workspace,
                                   const char  *platform);

G_END_DECLS
