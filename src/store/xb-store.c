/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-db-private.h"
#include "xb-store-parts.h"

G_DEFINE_FINAL_TYPE (XbStore, xb_store, G_TYPE_OBJECT)

enum { CHANGED, DAMAGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
xb_store_dispose (GObject *object)
{
  xb_store_close (XB_STORE (object));

  G_OBJECT_CLASS (xb_store_parent_class)->dispose (object);
}

static void
xb_store_finalize (GObject *object)
{
  XbStore *self = XB_STORE (object);

  g_hash_table_unref (self->changed);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  g_free (self->folder);
  g_free (self->path);

  G_OBJECT_CLASS (xb_store_parent_class)->finalize (object);
}

static void
xb_store_class_init (XbStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = xb_store_dispose;
  object_class->finalize = xb_store_finalize;

  /**
   * XbStore::changed:
   * @tables: (nullable): the tables that were written; %NULL when another process wrote
   *
   * After each commit, on the main thread, and before the callback of the job that committed.
   */
  signals[CHANGED] = g_signal_new ("changed", XB_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRV);

  /**
   * XbStore::damaged:
   *
   * Once, on the main thread, when a damaged page was met: something that is shown may be missing.
   */
  signals[DAMAGED] = g_signal_new ("damaged", XB_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
xb_store_init (XbStore *self)
{
  g_mutex_init (&self->lock);
  self->context = g_main_context_ref_thread_default ();
  self->changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * xb_store_open:
 * @folder: the data folder; made, private to the user, when it is missing
 * @error: set to %XB_ERROR_IO, %XB_ERROR_NEWER (nothing was touched), %XB_ERROR_DAMAGED or
 *   %XB_ERROR_BUSY
 *
 * Opens the data file, after bringing it to the newest version. The thread that calls is the main
 * thread of the store from then on.
 *
 * Returns: (transfer full) (nullable): the store, or %NULL with @error
 */
XbStore *
xb_store_open (const char *folder,
               GError    **error)
{
  g_autoptr(XbStore) self = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (XB_TYPE_STORE, NULL);
  self->folder = g_canonicalize_filename (folder, NULL);
  self->path = g_build_filename (self->folder, XB_STORE_DATABASE, NULL);
  self->writer = xb_store_file_open (self->folder, error);
  if (self->writer == NULL)
    return NULL;
  self->reader = xb_store_file_reader (self->path, 200, error);
  if (self->reader == NULL)
    return NULL;
  xb_store_watch_damage (self, self->writer);
  xb_store_watch_damage (self, self->reader);
  self->version = xb_db_int (self->writer, 0, "PRAGMA user_version", "");
  self->data_version = xb_db_int (self->writer, 0, "PRAGMA data_version", "");
  xb_db_track_changes (self->writer);
  return xb_store_start_threads (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * xb_store_close:
 *
 * Waits until every job that was handed over is done, and closes the file. Their callbacks still
 * come when the main loop runs again; new jobs are refused.
 */
void
xb_store_close (XbStore *self)
{
  g_return_if_fail (XB_IS_STORE (self));

  xb_store_stop_watching (self);
  xb_store_end_threads (self);
  xb_store_end_notices (self);
  g_clear_pointer (&self->spare_reader, xb_db_close);
  g_clear_pointer (&self->reader, xb_db_close);
  g_clear_pointer (&self->writer, xb_db_close);
}

/** xb_store_get_folder: Returns: the data folder, an absolute path */
const char *
xb_store_get_folder (XbStore *self)
{
  g_return_val_if_fail (XB_IS_STORE (self), NULL);

  return self->folder;
}

/** xb_store_get_path: Returns: the data file, an absolute path */
const char *
xb_store_get_path (XbStore *self)
{
  g_return_val_if_fail (XB_IS_STORE (self), NULL);

  return self->path;
}

/** xb_store_get_reader: Returns: (transfer none): the main thread's connection, which only reads */
XbDb *
xb_store_get_reader (XbStore *self)
{
  g_return_val_if_fail (XB_IS_STORE (self), NULL);

  return self->reader;
}

/* On the main thread: a handler may let go of the store. */
void
xb_store_announce (XbStore *self,
                   GStrv    tables)
{
  g_object_ref (self);
  g_signal_emit (self, signals[CHANGED], 0, tables);
  g_object_unref (self);
}

void
xb_store_announce_damage (XbStore *self)
{
  g_object_ref (self);
  g_signal_emit (self, signals[DAMAGED], 0);
  g_object_unref (self);
}
