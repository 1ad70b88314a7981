/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether the program may run and start without a window: the desktop's portal asks the user. */
void     xb_background_ask_async  (GtkWidget           *widget,
                                   gboolean             autostart,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
gboolean xb_background_ask_finish (GAsyncResult        *result,
                                   GError             **error);

G_END_DECLS
