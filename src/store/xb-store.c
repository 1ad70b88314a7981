/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-db-private.h"
#include "xb-error.h"
#include "xb-store-private.h"

#define MAX_READERS   2
#define POLL_MS       500
/* Pages of a long job are given back when the writer has nothing more to do. */
#define IDLE_CACHE    (512 * 1024)

struct _XbStore
{
  GObject       parent_instance;

  char         *folder;
  char         *path;
  GMainContext *context;       /* where signals are emitted and jobs are finished */
  XbDb         *reader;        /* the main thread's */
  XbDb         *writer;        /* the writer thread's alone */
  GThreadPool  *writers;       /* exactly one thread */
  GThreadPool  *readers;
  int           n_writing;     /* atomic: jobs to write that are not done */
  int           version;       /* of the file, as opened */

  GMutex        lock;          /* for the fields below */
  XbDb         *spare_reader;
  GHashTable   *changed;       /* tables that nobody was told about yet */
  gboolean      changed_all;
  GSource      *changed_source;
  gboolean      polling;
  gboolean      closed;        /* nobody is told anything any more */

  gint64        data_version;  /* the writer thread's: changes when another process commits */
  GSource      *watch_source;
  guint         n_watching;
};

typedef struct
{
  XbStore       *store;        /* (unowned): the task holds it */
  XbStoreJob     job;
  gpointer       data;
  GDestroyNotify free_data;
  gboolean       done;
  GError        *error;
} Job;

G_DEFINE_FINAL_TYPE (XbStore, xb_store, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->free_data != NULL)
    job->free_data (job->data);
  g_clear_error (&job->error);
  g_free (job);
}

static gboolean
emit_changed_cb (gpointer data)
{
  XbStore *self = data;
  g_autofree gpointer *keys = NULL;
  g_auto(GStrv) tables = NULL;

  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->changed_source, g_source_unref);
  if (!self->changed_all)
    {
      keys = g_hash_table_get_keys_as_array (self->changed, NULL);
      tables = g_strdupv ((GStrv) keys);
    }
  g_hash_table_remove_all (self->changed);
  self->changed_all = FALSE;
  g_mutex_unlock (&self->lock);

  g_object_ref (self);
  g_signal_emit (self, signals[CHANGED], 0, tables);
  g_object_unref (self);
  return G_SOURCE_REMOVE;
}

/**
 * xb_store_emit_changed:
 * @tables: (nullable): what was written; %NULL for anything
 *
 * From any thread: the signal comes soon on the main thread, once for several calls.
 */
void
xb_store_emit_changed (XbStore *self,
                       GStrv    tables)
{
  g_mutex_lock (&self->lock);
  if (tables == NULL)
    self->changed_all = TRUE;
  for (guint i = 0; tables != NULL && tables[i] != NULL; i++)
    g_hash_table_add (self->changed, g_strdup (tables[i]));
  if (self->changed_source == NULL && !self->closed && (tables == NULL || tables[0] != NULL))
    {
      self->changed_source = g_idle_source_new ();
      g_source_set_priority (self->changed_source, G_PRIORITY_DEFAULT);
      g_source_set_callback (self->changed_source, emit_changed_cb, self, NULL);
      g_source_set_static_name (self->changed_source, "XbStore changed");
      g_source_attach (self->changed_source, self->context);
    }
  g_mutex_unlock (&self->lock);
}

static gboolean
finish_cb (gpointer data)
{
  GTask *task = data;
  Job *job = g_task_get_task_data (task);

  if (job->error != NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else
    g_task_return_boolean (task, job->done);
  return G_SOURCE_REMOVE;
}

/* The worker hands over its reference: were it the last one to the store, letting go of it in the
 * worker would make that thread wait for itself. */
static void
finish (GTask *task)
{
  g_autoptr(GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, finish_cb, task, g_object_unref);
  g_source_set_static_name (source, "XbStore finish");
  g_source_attach (source, g_task_get_context (task));
}

/* Another process may have brought the file to a newer version while it was open here. */
static gboolean
check_version (XbStore *self,
               XbDb    *db,
               GError **error)
{
  gint64 version = xb_db_int (db, self->version, "PRAGMA user_version", "");

  if (version == self->version)
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_NEWER,
               _("“%s” was changed by another version of this program while it was open and nothing "
                 "was saved; close this program and start the newer version"), self->path);
  return FALSE;
}

static gboolean
run_transaction (XbDb         *db,
                 const char   *kind,
                 Job          *job,
                 GCancellable *cancellable)
{
  gboolean done;

  if (g_cancellable_set_error_if_cancelled (cancellable, &job->error))
    return FALSE;
  xb_db_set_cancellable (db, cancellable);
  done = xb_db_begin (db, kind, &job->error);
  if (done)
    {
      done = check_version (job->store, db, &job->error) && job->job (db, job->data, &job->error);
      /* From here on it is too late to change one's mind. */
      xb_db_set_cancellable (db, NULL);
      if (done)
        done = xb_db_commit (db, &job->error);
      else
        {
          if (db->pending != NULL && job->error == NULL)
            job->error = g_steal_pointer (&db->pending);
          xb_db_rollback (db);
        }
    }
  xb_db_set_cancellable (db, NULL);
  return done;
}

static void
look_for_others (XbStore *self)
{
  gint64 version = xb_db_int (self->writer, self->data_version, "PRAGMA data_version", "");

  if (version != self->data_version)
    xb_store_emit_changed (self, NULL);
  self->data_version = version;
  g_mutex_lock (&self->lock);
  self->polling = FALSE;
  g_mutex_unlock (&self->lock);
}

static void
give_memory_back (XbDb *db)
{
  int used = 0, highest;

  sqlite3_db_status (db->handle, SQLITE_DBSTATUS_CACHE_USED, &used, &highest, FALSE);
  if (used > IDLE_CACHE)
    sqlite3_db_release_memory (db->handle);
}

/* What is pushed is a task to write, or the store itself: look whether another process wrote. */
static void
writer_cb (gpointer item,
           gpointer data)
{
  XbStore *self = data;
  GTask *task = item;
  Job *job;

  if (item == data)
    {
      look_for_others (self);
      return;
    }
  job = g_task_get_task_data (task);
  job->done = run_transaction (self->writer, "IMMEDIATE", job, g_task_get_cancellable (task));
  if (job->done)
    {
      g_auto(GStrv) tables = xb_db_steal_changes (self->writer);

      xb_store_emit_changed (self, tables);
    }
  if (g_atomic_int_dec_and_test (&self->n_writing))
    give_memory_back (self->writer);
  finish (task);
}

static XbDb *
take_reader (XbStore *self,
             GError **error)
{
  XbDb *db;

  g_mutex_lock (&self->lock);
  db = g_steal_pointer (&self->spare_reader);
  g_mutex_unlock (&self->lock);
  return db != NULL ? db : xb_store_file_reader (self->path, 5000, error);
}

static void
give_reader (XbStore *self,
             XbDb    *db)
{
  give_memory_back (db);
  g_mutex_lock (&self->lock);
  if (self->spare_reader == NULL)
    self->spare_reader = g_steal_pointer (&db);
  g_mutex_unlock (&self->lock);
  xb_db_close (db);
}

static void
reader_cb (gpointer item,
           gpointer data)
{
  XbStore *self = data;
  GTask *task = item;
  Job *job = g_task_get_task_data (task);
  XbDb *db = take_reader (self, &job->error);

  if (db != NULL)
    {
      job->done = run_transaction (db, "DEFERRED", job, g_task_get_cancellable (task));
      give_reader (self, db);
    }
  finish (task);
}

static gboolean
poll_cb (gpointer data)
{
  XbStore *self = data;
  gboolean push;

  g_mutex_lock (&self->lock);
  push = !self->polling;
  self->polling = TRUE;
  g_mutex_unlock (&self->lock);
  if (push)
    g_thread_pool_push (self->writers, self, NULL);
  return G_SOURCE_CONTINUE;
}

static void
stop_watching (XbStore *self)
{
  if (self->watch_source == NULL)
    return;
  g_source_destroy (self->watch_source);
  g_clear_pointer (&self->watch_source, g_source_unref);
}

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
  self->version = xb_db_int (self->writer, 0, "PRAGMA user_version", "");
  self->data_version = xb_db_int (self->writer, 0, "PRAGMA data_version", "");
  xb_db_track_changes (self->writer);
  self->writers = g_thread_pool_new (writer_cb, self, 1, TRUE, error);
  if (self->writers == NULL)
    return NULL;
  self->readers = g_thread_pool_new (reader_cb, self, MAX_READERS, FALSE, error);
  return self->readers != NULL ? g_steal_pointer (&self) : NULL;
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

  stop_watching (self);
  /* The threads use both fields until they end. */
  if (self->readers != NULL)
    g_thread_pool_free (self->readers, FALSE, TRUE);
  if (self->writers != NULL)
    g_thread_pool_free (self->writers, FALSE, TRUE);
  self->readers = self->writers = NULL;
  g_mutex_lock (&self->lock);
  self->closed = TRUE;
  if (self->changed_source != NULL)
    g_source_destroy (self->changed_source);
  g_clear_pointer (&self->changed_source, g_source_unref);
  g_mutex_unlock (&self->lock);
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

static void
push (XbStore            *self,
      gboolean            write,
      XbStoreJob          function,
      gpointer            data,
      GDestroyNotify      free_data,
      GCancellable       *cancellable,
      GAsyncReadyCallback callback,
      gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  GThreadPool *pool = write ? self->writers : self->readers;
  Job *job = g_new0 (Job, 1);

  job->store = self;
  job->job = function;
  job->data = data;
  job->free_data = free_data;
  g_task_set_source_tag (task, write ? (gpointer) xb_store_write_async
                                     : (gpointer) xb_store_read_async);
  g_task_set_task_data (task, job, job_free);
  /* What was committed is reported as done, whatever the user wished meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  if (pool != NULL)
    {
      if (write)
        g_atomic_int_inc (&self->n_writing);
      g_thread_pool_push (pool, task, NULL);
      return;
    }
  g_set_error (&job->error, XB_ERROR, XB_ERROR_BUSY,
               _("the program is closing and nothing was changed; start it again"));
  finish (task);
}

/**
 * xb_store_write_async:
 * @job: what to do, in the one writer thread, inside one transaction
 * @data: for @job; anything it needs must be a copy
 * @free_data: (nullable): frees @data, on the main thread, after @callback
 * @cancellable: (nullable): interrupts the job; once it is done the commit goes through
 *
 * Jobs are done in the order in which they were handed over.
 */
void
xb_store_write_async (XbStore            *self,
                      XbStoreJob          job,
                      gpointer            data,
                      GDestroyNotify      free_data,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_return_if_fail (XB_IS_STORE (self));
  g_return_if_fail (job != NULL);

  push (self, TRUE, job, data, free_data, cancellable, callback, user_data);
}

/**
 * xb_store_write_finish:
 * @error: set to the job's error, an %XB_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether all that the job wrote is on the disk; if not, nothing of it is
 */
gboolean
xb_store_write_finish (XbStore      *self,
                       GAsyncResult *result,
                       GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * xb_store_read_async:
 * @job: what to read, off the main thread, on a connection of its own, from one state of the file
 * @data: for @job; takes the results
 * @free_data: (nullable): frees @data, on the main thread, after @callback
 * @cancellable: (nullable): interrupts the job
 */
void
xb_store_read_async (XbStore            *self,
                     XbStoreJob          job,
                     gpointer            data,
                     GDestroyNotify      free_data,
                     GCancellable       *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  g_return_if_fail (XB_IS_STORE (self));
  g_return_if_fail (job != NULL);

  push (self, FALSE, job, data, free_data, cancellable, callback, user_data);
}

gboolean
xb_store_read_finish (XbStore      *self,
                      GAsyncResult *result,
                      GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/** xb_store_result_data: Returns: (transfer none): the data that the job was given */
gpointer
xb_store_result_data (GAsyncResult *result)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  return job->data;
}

/**
 * xb_store_watch:
 * @watch: whether somebody wants to know when another process writes; counted
 */
void
xb_store_watch (XbStore *self,
                gboolean watch)
{
  g_return_if_fail (XB_IS_STORE (self));
  g_return_if_fail (watch || self->n_watching > 0);

  self->n_watching += watch ? 1 : -1;
  if (self->n_watching == 0)
    stop_watching (self);
  else if (self->watch_source == NULL && self->writers != NULL)
    {
      self->watch_source = g_timeout_source_new (POLL_MS);
      g_source_set_callback (self->watch_source, poll_cb, self, NULL);
      g_source_set_static_name (self->watch_source, "XbStore watch");
      g_source_attach (self->watch_source, self->context);
    }
}
