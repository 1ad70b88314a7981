/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Small things that lists of every page are made of. */

GtkWidget *xb_boxed_list_new      (const char *name);
GtkWidget *xb_row_add_icon_button (GtkWidget  *row,
                                   const char *icon_name,
                                   const char *name);
char      *xb_valid_dup_text      (const char *expires,
                                   const char *today);
void       xb_chip_set_valid      (GtkWidget  *chip,
                                   const char *expires,
                                   const char *today);

G_END_DECLS
