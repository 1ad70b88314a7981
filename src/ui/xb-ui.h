/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define XB_UI_RESOURCE "/io/github/xinbiao/Xinbiao/ui/"

/** XbUiFunc: @object: what it was asked for with */
typedef void (*XbUiFunc) (gpointer object);

void       xb_ui_init          (void);
GSettings *xb_ui_settings_new  (void);
void       xb_row_set_title    (gpointer    row,
                                const char *title);
void       xb_row_set_subtitle (gpointer    row,
                                const char *subtitle);
char      *xb_row_dup_title    (gpointer    row);
void       xb_cell_set_name    (GtkWidget  *cell,
                                const char *name);
void       xb_ui_after_first_frame (GtkWidget *widget,
                                    XbUiFunc   callback,
                                    gpointer   object);

G_END_DECLS
