/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-finding-row.h"

G_BEGIN_DECLS

#define XB_TYPE_FINDING_LIST (xb_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (XbFindingList, xb_finding_list, XB, FINDING_LIST, AdwBin)

GtkWidget    *xb_finding_list_new     (void);
void          xb_finding_list_show    (XbFindingList      *self,
                                       const XbLintReport *report,
                                       const char         *text,
                                       const XbFinding    *at_cursor);
guint         xb_finding_list_get_n   (XbFindingList      *self);
XbFindingRow *xb_finding_list_get_row (XbFindingList      *self,
                                       guint               index);

G_END_DECLS
