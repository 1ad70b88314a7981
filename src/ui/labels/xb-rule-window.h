/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-lint-rule.h"

G_BEGIN_DECLS

GtkWindow *xb_rule_window_new (GtkWidget  *parent,
                               XbLintRule *rule);

G_END_DECLS
