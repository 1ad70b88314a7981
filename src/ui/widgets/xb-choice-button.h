/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *xb_choice_button_new (const char *title,
                                 const char *why);

G_END_DECLS
