/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Small things that lists of every page are made of. */

GtkWidget *xb_boxed_list_new      (const char *name);
GtkWidget *xb_row_add_icon_button (GtkWidget  *row,
                                   const char *icon_name,
                                   const char *name);

G_END_DECLS
