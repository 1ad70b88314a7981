/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_RULES_VIEW (xb_rules_view_get_type ())
G_DECLARE_FINAL_TYPE (XbRulesView, xb_rules_view, XB, RULES_VIEW, AdwBin)

GtkWidget *xb_rules_view_new     (XbWorkspace *workspace);
gboolean   xb_rules_view_search  (XbRulesView *self);
void       xb_rules_view_find    (XbRulesView *self,
                                  const char  *text);
guint      xb_rules_view_get_n   (XbRulesView *self);
guint      xb_rules_view_get_n_let_through (XbRulesView *self);

G_END_DECLS
