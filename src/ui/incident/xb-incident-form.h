/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-form.h"

G_BEGIN_DECLS

#define XB_TYPE_INCIDENT_FORM (xb_incident_form_get_type ())
G_DECLARE_FINAL_TYPE (XbIncidentForm, xb_incident_form, XB, INCIDENT_FORM, XbForm)

GtkWindow *xb_incident_form_new (GtkWidget   *parent,
                                 XbWorkspace *workspace,
                                 gint64       number_id,
                                 gint64       alert_id);

G_END_DECLS
