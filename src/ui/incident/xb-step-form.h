/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-form.h"
#include "xb-incident.h"

G_BEGIN_DECLS

/* What a word is asked for. */
typedef enum
{
  XB_STEP_FORM_APPEAL,
  XB_STEP_FORM_FOLLOW_UP,
  XB_STEP_FORM_NOTIFY,
  XB_STEP_FORM_CLOSE,
} XbStepFormKind;

#define XB_TYPE_STEP_FORM (xb_step_form_get_type ())
G_DECLARE_FINAL_TYPE (XbStepForm, xb_step_form, XB, STEP_FORM, XbForm)

GtkWindow *xb_step_form_new (GtkWidget      *parent,
                             XbWorkspace    *workspace,
                             XbIncident     *incident,
                             XbStepFormKind  kind);

G_END_DECLS
