/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_CERTIFICATION_WINDOW (xb_certification_window_get_type ())
G_DECLARE_FINAL_TYPE (XbCertificationWindow, xb_certification_window, XB, CERTIFICATION_WINDOW, AdwWindow)

XbCertificationWindow *xb_certification_window_new                    (GtkApplication *application,
                                                                       XbWorkspace    *workspace,
                                                                       gint64          filing_id,
                                                                       gint64          number_id);
void                   xb_certification_window_open                   (GtkApplication *application,
                                                                       XbWorkspace    *workspace,
                                                                       gint64          filing_id,
                                                                       gint64          number_id);
void                   xb_certification_window_open_for_certification (GtkApplication *application,
                                                                       XbWorkspace    *workspace,
                                                                       gint64          certification_id);

G_END_DECLS
