/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-db-private.h"
#include "xb-error.h"
#include "xb-store-parts.h"

#define MAX_READERS 2
/* Pages of a long job are given back when the writer has nothing more to do. */
#define IDLE_CACHE  (512 * 1024)

typedef struct
{
  XbStore       *store;        /* (unowned): the task holds it */
  XbStoreJob     job;
  gpointer       data;
  GDestroyNotify free_data;
  gboolean       done;
  GError        *error;
} Job;

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
      xb_store_look_for_others (self);
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
  if (db == NULL)
    db = xb_store_file_reader (self->path, 5000, error);
  if (db != NULL)
    xb_store_watch_damage (self, db);
  return db;
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

/** xb_store_start_threads: the store takes jobs from now on */
gboolean
xb_store_start_threads (XbStore *self,
                        GError **error)
{
  self->writers = g_thread_pool_new (writer_cb, self, 1, TRUE, error);
  if (self->writers == NULL)
    return FALSE;
  self->readers = g_thread_pool_new (reader_cb, self, MAX_READERS, FALSE, error);
  return self->readers != NULL;
}

/** xb_store_end_threads: waits until every job that was handed over is done */
void
xb_store_end_threads (XbStore *self)
{
  /* The threads use both fields until they end. */
  if (self->readers != NULL)
    g_thread_pool_free (self->readers, FALSE, TRUE);
  if (self->writers != NULL)
    g_thread_pool_free (self->writers, FALSE, TRUE);
  self->readers = self->writers = NULL;
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
