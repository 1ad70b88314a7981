/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_WATCH_GROUP (xb_watch_group_get_type ())
G_DECLARE_FINAL_TYPE (XbWatchGroup, xb_watch_group, XB, WATCH_GROUP, AdwPreferencesGroup)

GtkWidget *xb_watch_group_new (XbWorkspace *workspace);

G_END_DECLS
