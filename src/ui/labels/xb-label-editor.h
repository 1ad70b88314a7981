/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_LABEL_EDITOR (xb_label_editor_get_type ())
G_DECLARE_FINAL_TYPE (XbLabelEditor, xb_label_editor, XB, LABEL_EDITOR, AdwWindow)

XbLabelEditor *xb_label_editor_new                    (GtkApplication *application,
                                                       XbWorkspace    *workspace,
                                                       const gint64   *numbers,
                                                       gsize           n_numbers,
                                                       const char     *platform);
void           xb_label_editor_open                   (GtkApplication *application,
                                                       XbWorkspace    *workspace,
                                                       const gint64   *numbers,
                                                       gsize           n_numbers,
                                                       const char     *platform);
void           xb_label_editor_open_for_certification (GtkApplication *application,
                                                       XbWorkspace    *workspace,
                                                       gint64          certification);
void           xb_label_editor_open_for_label         (GtkApplication *application,
                                                       XbWorkspace    *workspace,
                                                       gint64          label);
const char    *xb_label_editor_get_page               (XbLabelEditor  *self);

G_END_DECLS
