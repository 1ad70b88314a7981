/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-db.h"

G_BEGIN_DECLS

#define XB_STORE_DATABASE "xinbiao.db"
#define XB_STORE_FILES    "files"

#define XB_TYPE_STORE (xb_store_get_type ())
G_DECLARE_FINAL_TYPE (XbStore, xb_store, XB, STORE, GObject)

/**
 * XbStoreJob:
 * @db: the connection to work on
 * @data: what the caller handed over; results go in there too
 *
 * Runs in another thread inside one transaction. It may poll xb_db_get_cancellable(); a statement
 * under way is interrupted when that is cancelled.
 *
 * Returns: %TRUE to keep what was written, %FALSE to undo all of it
 */
typedef gboolean (*XbStoreJob) (XbDb    *db,
                                gpointer data,
                                GError **error);

XbStore    *xb_store_open         (const char         *folder,
                                   GError            **error);
void        xb_store_close        (XbStore            *self);
const char *xb_store_get_folder   (XbStore            *self);
const char *xb_store_get_path     (XbStore            *self);
XbDb       *xb_store_get_reader   (XbStore            *self);
gboolean    xb_store_is_damaged   (XbStore            *self);

void        xb_store_write_async  (XbStore            *self,
                                   XbStoreJob          job,
                                   gpointer            data,
                                   GDestroyNotify      free_data,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);
gboolean    xb_store_write_finish (XbStore            *self,
                                   GAsyncResult       *result,
                                   GError            **error);
void        xb_store_read_async   (XbStore            *self,
                                   XbStoreJob          job,
                                   gpointer            data,
                                   GDestroyNotify      free_data,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);
gboolean    xb_store_read_finish  (XbStore            *self,
                                   GAsyncResult       *result,
                                   GError            **error);
gpointer    xb_store_result_data  (GAsyncResult       *result);

void        xb_store_watch        (XbStore            *self,
                                   gboolean            watch);

G_END_DECLS
