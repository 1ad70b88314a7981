/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-certification.h"
#include "xb-form.h"

G_BEGIN_DECLS

#define XB_TYPE_RECORD_FORM (xb_record_form_get_type ())
G_DECLARE_FINAL_TYPE (XbRecordForm, xb_record_form, XB, RECORD_FORM, XbForm)

gboolean   xb_record_form_offers (XbCertState      from);
GtkWindow *xb_record_form_new    (GtkWidget       *parent,
                                  XbWorkspace     *workspace,
                                  XbCertification *certification);

G_END_DECLS
