/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* More than a phone's photo or a scan of a few pages ever needs; a larger "licence" is a mistake. */
#define XB_INPUT_LIMIT (20 * 1024 * 1024)

GBytes *xb_input_read (const char   *path,
                       gint64        limit,
                       GCancellable *cancellable,
                       GError      **error);

G_END_DECLS
