/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-db-copy.h"
#include "xb-store.h"

G_BEGIN_DECLS

gboolean xb_backup_write   (XbStore      *store,
                            const char   *file,
                            GCancellable *cancellable,
                            XbProgress    progress,
                            gpointer      user_data,
                            GError      **error);
gboolean xb_backup_restore (XbStore      *store,
                            const char   *file,
                            GCancellable *cancellable,
                            XbProgress    progress,
                            gpointer      user_data,
                            GError      **error);
gboolean xb_backup_restore_folder (const char   *folder,
                                   const char   *file,
                                   GCancellable *cancellable,
                                   XbProgress    progress,
                                   gpointer      user_data,
                                   GError      **error);
gboolean xb_store_check    (XbStore      *store,
                            GPtrArray    *problems,
                            GCancellable *cancellable,
                            GError      **error);

G_END_DECLS
