/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-due.h"

G_BEGIN_DECLS

#define XB_TYPE_DUE_ROW (xb_due_row_get_type ())
G_DECLARE_FINAL_TYPE (XbDueRow, xb_due_row, XB, DUE_ROW, AdwPreferencesRow)

GtkWidget *xb_due_row_new          (XbDue      *due,
                                    const char *today);
XbDue     *xb_due_row_get_due      (XbDueRow   *self);
GtkWidget *xb_due_make_facts       (XbDue      *due,
                                    const char *today);

G_END_DECLS
