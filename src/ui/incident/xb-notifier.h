/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether somebody shows notifications here: without a desktop, or without its daemon, nobody is told. */
void     xb_notifier_find_async  (GDBusConnection     *bus,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);
gboolean xb_notifier_find_finish (GAsyncResult        *result);

G_END_DECLS
