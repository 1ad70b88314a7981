/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether the program may run and start without a window: the desktop's portal asks the user. */
void xb_background_set_async (GtkWidget           *widget,
                              GSettings           *settings,
                              gboolean             on,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);

G_END_DECLS
