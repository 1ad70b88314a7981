/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace-labels.h"

G_BEGIN_DECLS

#define XB_TYPE_LABEL_HISTORY (xb_label_history_get_type ())
G_DECLARE_FINAL_TYPE (XbLabelHistory, xb_label_history, XB, LABEL_HISTORY, AdwBin)

GtkWidget *xb_label_history_new        (void);
void       xb_label_history_set_number (XbLabelHistory *self,
                                        XbWorkspace    *workspace,
                                        gint64          number);
guint      xb_label_history_get_n_rows (XbLabelHistory *self);

G_END_DECLS
