/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** XbTextFunc: Returns: (transfer full) (nullable): what stands in the column for @item */
typedef char *(*XbTextFunc) (gpointer item,
                             gpointer user_data);

GtkColumnViewColumn *xb_text_column_add (GtkColumnView *view,
                                         const char    *title,
                                         gboolean       figures,
                                         XbTextFunc     func,
                                         gpointer       user_data);

G_END_DECLS
