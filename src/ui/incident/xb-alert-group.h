/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace-alert.h"

G_BEGIN_DECLS

GtkWidget *xb_alert_group_new (XbWorkspace *workspace);

G_END_DECLS
