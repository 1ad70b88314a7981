/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-certification.h"
#include "xb-check-item.h"
#include "xb-deadline-label.h"
#include "xb-workspace.h"

G_BEGIN_DECLS

/* Rows that several pages of the wizard share. */

void       xb_group_add            (AdwPreferencesGroup *group,
                                    GtkWidget           *row);
void       xb_group_clear          (AdwPreferencesGroup *group);
GtkWidget *xb_row_new_plain        (const char          *title,
                                    const char          *subtitle);
GtkWidget *xb_row_new_value        (const char          *title,
                                    const char          *value);
GtkWidget *xb_row_new_deadline     (const char          *title,
                                    XbWorkspace         *workspace,
                                    const char          *day,
                                    gboolean             estimated);
GtkWidget *xb_picture_button_new   (const char          *path,
                                    const char          *name);
void       xb_deadline_label_count (XbDeadlineLabel     *label,
                                    XbWorkspace         *workspace,
                                    const char          *day,
                                    gboolean             estimated);
char      *xb_wizard_dup_moment    (gint64               instant);

G_END_DECLS
