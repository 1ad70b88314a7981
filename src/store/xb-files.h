/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char    *xb_files_path      (const char   *folder,
                             const char   *sha256);
char    *xb_files_add       (const char   *folder,
                             const char   *source,
                             goffset      *size,
                             GCancellable *cancellable,
                             GError      **error);
char    *xb_files_add_bytes (const char   *folder,
                             GBytes       *bytes,
                             GError      **error);
gboolean xb_files_verify    (const char   *folder,
                             const char   *sha256,
                             gint64        size,
                             GCancellable *cancellable,
                             GError      **error);
gboolean xb_files_is_name   (const char   *sha256);

G_END_DECLS
