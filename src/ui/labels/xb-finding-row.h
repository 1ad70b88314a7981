/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-lint.h"

G_BEGIN_DECLS

/* Rows of what the check says. What their buttons do is the window's: it has the actions
 *   label.select (uu)  shows the span, from and until which character
 *   label.fix    s     takes this text instead
 *   label.rule   s     opens the rule with its article
 */
#define XB_TYPE_FINDING_ROW (xb_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (XbFindingRow, xb_finding_row, XB, FINDING_ROW, GtkListBoxRow)

GtkWidget *xb_finding_row_new         (const XbFinding *finding,
                                       gboolean         keys);
GtkWidget *xb_finding_row_new_cleared (const XbCleared *cleared,
                                       const char      *text);
GtkWidget *xb_finding_row_get_fix     (XbFindingRow    *self,
                                       guint            index);

G_END_DECLS
