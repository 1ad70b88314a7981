/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-report-draft.h"

G_BEGIN_DECLS

#define XB_TYPE_COLUMN_LIST (xb_column_list_get_type ())
G_DECLARE_FINAL_TYPE (XbColumnList, xb_column_list, XB, COLUMN_LIST, AdwPreferencesGroup)

GtkWidget *xb_column_list_new     (XbReportDraft *draft);
void       xb_column_list_update  (XbColumnList  *self);
GtkWidget *xb_column_list_get_row (XbColumnList  *self,
                                   guint          column);

G_END_DECLS
