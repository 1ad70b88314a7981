/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xb-enums.h"
#include "xb-workspace.h"

G_BEGIN_DECLS

GtkWidget *xb_material_group_new (XbWorkspace    *workspace,
                                  GListModel     *materials,
                                  XbMaterialType  type);
GtkWidget *xb_copy_group_new     (XbWorkspace    *workspace);
GtkWidget *xb_nda_group_new      (XbWorkspace    *workspace,
                                  const char     *platform);

G_END_DECLS
