/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-form.h"
#include "xb-lint-word.h"

G_BEGIN_DECLS

#define XB_TYPE_WORD_FORM (xb_word_form_get_type ())
G_DECLARE_FINAL_TYPE (XbWordForm, xb_word_form, XB, WORD_FORM, XbForm)

GtkWindow *xb_word_form_new (GtkWidget      *parent,
                             XbWorkspace    *workspace,
                             XbLintWord     *word,
                             XbLintWordKind  kind);

G_END_DECLS
