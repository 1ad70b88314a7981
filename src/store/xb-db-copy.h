/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-db.h"

G_BEGIN_DECLS

/**
 * XbProgress:
 * @done: of @total, in a unit that only the fraction of matters
 *
 * Called in the thread that does the work.
 */
typedef void (*XbProgress) (gint64   done,
                            gint64   total,
                            gpointer user_data);

gboolean xb_db_copy         (XbDb         *from,
                             XbDb         *to,
                             GCancellable *cancellable,
                             XbProgress    progress,
                             gpointer      user_data,
                             GError      **error);
gboolean xb_db_copy_to_file (XbDb         *from,
                             const char   *path,
                             GCancellable *cancellable,
                             XbProgress    progress,
                             gpointer      user_data,
                             GError      **error);
gboolean xb_db_keep_copy    (const char   *path,
                             const char   *suffix,
                             GError      **error);
gboolean xb_sync_folder     (const char   *folder,
                             GError      **error);

G_END_DECLS
