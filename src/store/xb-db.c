/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-db-private.h"

/* A check for cancellation costs nothing beside this many steps of SQLite's machine. */
#define STEPS_PER_CHECK 2000

static int
progress_cb (void *data)
{
  XbDb *self = data;

  return g_cancellable_is_cancelled (self->cancellable);
}

/* SQLite's own busy timeout cannot be cancelled. */
static int
busy_cb (void *data,
         int   count)
{
  XbDb *self = data;
  gint64 now = g_get_monotonic_time ();

  if (count == 0)
    self->busy_since = now;
  if (g_cancellable_is_cancelled (self->cancellable) ||
      now - self->busy_since >= self->busy_ms * G_TIME_SPAN_MILLISECOND)
    return 0;
  g_usleep (MIN (1 + count, 25) * G_TIME_SPAN_MILLISECOND);
  return 1;
}

static void
update_cb (void         *data,
           int           operation,
           const char   *schema,
           const char   *table,
           sqlite3_int64 rowid)
{
  XbDb *self = data;

  if (self->changed != NULL && !g_hash_table_contains (self->changed, table) &&
      g_str_equal (schema, "main"))
    g_hash_table_add (self->changed, g_strdup (table));
}

/* Called while a statement is prepared. The update hook is silent about tables without rowid and
 * about DELETE without WHERE: the first are noted here; IGNORE makes the second go row by row. It
 * would also make a DROP do nothing, so that is refused: the shape of the file is the migrations'. */
static int
authorize_cb (void       *data,
              int         action,
              const char *table,
              const char *detail,
              const char *schema,
              const char *trigger)
{
  XbDb *self = data;

  if (g_strcmp0 (schema, "main") != 0)
    return SQLITE_OK;
  switch (action)
    {
    case SQLITE_DROP_TABLE:
    case SQLITE_DROP_VIEW:
      return SQLITE_DENY;
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
      if (self->preparing != NULL && g_hash_table_contains (self->without_rowid, table))
        g_hash_table_add (self->preparing, g_strdup (table));
      return action == SQLITE_DELETE && !g_str_has_prefix (table, "sqlite_") ? SQLITE_IGNORE
                                                                             : SQLITE_OK;
    default:
      return SQLITE_OK;
    }
}

static gboolean
set_up (XbDb    *self,
        GError **error)
{
  sqlite3_extended_result_codes (self->handle, TRUE);
  sqlite3_busy_handler (self->handle, busy_cb, self);
  sqlite3_progress_handler (self->handle, STEPS_PER_CHECK, progress_cb, self);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  /* None of these reads or writes the file. */
  return xb_db_exec (self,
                     "PRAGMA trusted_schema = OFF;"
                     "PRAGMA foreign_keys = ON;"
                     "PRAGMA temp_store = MEMORY;", error);
}

/**
 * xb_db_tune:
 * @self: a connection whose file is known to be readable: from here on its tables are read
 */
gboolean
xb_db_tune (XbDb    *self,
            GError **error)
{
  return xb_db_exec (self,
                     "PRAGMA synchronous = FULL;"
                     "PRAGMA cache_size = -1024;", error);
}

/**
 * xb_db_open_flags:
 * @path: the file
 * @parameters: (nullable): such as "immutable=1"
 * @flags: SQLite's flags for opening
 *
 * The file is not read yet. Call xb_db_tune() before it is worked with.
 *
 * Returns: (transfer full) (nullable): a connection, or %NULL with @error
 */
XbDb *
xb_db_open_flags (const char *path,
                  const char *parameters,
                  int         flags,
                  GError    **error)
{
  g_autoptr(XbDb) self = g_new0 (XbDb, 1);
  g_autofree char *name = g_strdup (path);
  int rc;

  if (parameters != NULL)
    {
      g_autofree char *absolute = g_canonicalize_filename (path, NULL);
      g_autofree char *uri = g_filename_to_uri (absolute, NULL, NULL);

      g_free (name);
      name = g_strconcat (uri, "?", parameters, NULL);
      flags |= SQLITE_OPEN_URI;
    }
  self->path = g_strdup (path);
  self->busy_ms = 5000;
  self->idle = g_hash_table_new (g_str_hash, g_str_equal);
  self->without_rowid = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  rc = sqlite3_open_v2 (name, &self->handle,
                        flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (rc != SQLITE_OK)
    {
      if (self->handle != NULL)
        xb_db_set_error (self, rc, NULL, error);
      else
        xb_sqlite_set_error (error, rc, 0, path, sqlite3_errstr (rc));
      return NULL;
    }
  if (!set_up (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * xb_db_open:
 * @path: the file
 * @read_only: the file must be there, and every write on this connection is refused
 * @error: set to %XB_ERROR_IO or %XB_ERROR_DAMAGED
 *
 * Returns: (transfer full) (nullable): a connection, or %NULL with @error
 */
XbDb *
xb_db_open (const char *path,
            gboolean    read_only,
            GError    **error)
{
  g_autoptr(XbDb) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  /* A reader too must be able to write the index of the log beside the file: "query_only" makes it
   * one, not the mode of opening. */
  self = xb_db_open_flags (path, NULL,
                           SQLITE_OPEN_READWRITE | (read_only ? 0 : SQLITE_OPEN_CREATE), error);
  if (self == NULL || !xb_db_tune (self, error) || (read_only && !xb_db_exec (self, "PRAGMA query_only = ON", error)))
    return NULL;
  return g_steal_pointer (&self);
}

void
xb_db_close (XbDb *self)
{
  if (self == NULL)
    return;
  g_warn_if_fail (self->n_in_use == 0);
  xb_db_clear_cache (self);
  /* v2 lets a forgotten cursor live on instead of leaking the connection. */
  sqlite3_close_v2 (self->handle);
  g_hash_table_unref (self->idle);
  g_hash_table_unref (self->without_rowid);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  g_clear_error (&self->pending);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self);
}

/** xb_db_get_cancellable: Returns: (transfer none) (nullable): what cancels the job under way */
GCancellable *
xb_db_get_cancellable (XbDb *self)
{
  return self->cancellable;
}

void
xb_db_set_cancellable (XbDb         *self,
                       GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}

/** xb_db_last_id: Returns: the id of the row inserted last */
gint64
xb_db_last_id (XbDb *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

/** xb_db_changes: Returns: how many rows the last INSERT, UPDATE or DELETE touched */
gint64
xb_db_changes (XbDb *self)
{
  return sqlite3_changes64 (self->handle);
}

/**
 * xb_db_track_changes:
 *
 * From now on the tables that are written are noted for xb_db_steal_changes().
 */
void
xb_db_track_changes (XbDb *self)
{
  g_autoptr(XbRows) rows = NULL;

  self->changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  /* One too many does no harm; the pragma that knows exactly takes ten times as long as all else
   * that is done at the start. */
  rows = xb_db_query (self, NULL,
                      "SELECT name FROM sqlite_schema "
                      "WHERE type = 'table' AND sql LIKE '%WITHOUT%ROWID%'", "");
  while (rows != NULL && xb_rows_next (rows, NULL))
    g_hash_table_add (self->without_rowid, g_strdup (xb_rows_text (rows, 0)));
  sqlite3_update_hook (self->handle, update_cb, self);
  sqlite3_set_authorizer (self->handle, authorize_cb, self);
}

/** xb_db_steal_changes: Returns: (transfer full): the tables written since the last call */
GStrv
xb_db_steal_changes (XbDb *self)
{
  g_autofree gpointer *keys = g_hash_table_get_keys_as_array (self->changed, NULL);
  GStrv tables = g_strdupv ((GStrv) keys);

  g_hash_table_remove_all (self->changed);
  return tables;
}

/**
 * xb_db_begin:
 * @kind: "DEFERRED", "IMMEDIATE" or "EXCLUSIVE"
 */
gboolean
xb_db_begin (XbDb       *self,
             const char *kind,
             GError    **error)
{
  g_autofree char *sql = g_strconcat ("BEGIN ", kind, NULL);

  g_clear_error (&self->pending);
  return xb_db_exec (self, sql, error);
}

/**
 * xb_db_commit:
 *
 * Ends the transaction: all of it is on the disk, or nothing is and @error says why. An error that
 * xb_db_int() or xb_db_text() met on the way counts too: what follows from a failed reading
 * must not be kept.
 */
gboolean
xb_db_commit (XbDb    *self,
              GError **error)
{
  if (self->pending != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->pending));
      xb_db_rollback (self);
      return FALSE;
    }
  if (xb_db_exec (self, "COMMIT", error))
    return TRUE;
  xb_db_rollback (self);
  return FALSE;
}

void
xb_db_rollback (XbDb *self)
{
  g_clear_error (&self->pending);
  if (self->changed != NULL)
    g_hash_table_remove_all (self->changed);
  /* A full disk or a damaged page may have rolled it back already. */
  if (sqlite3_get_autocommit (self->handle))
    return;
  xb_db_set_cancellable (self, NULL);
  xb_db_exec (self, "ROLLBACK", NULL);
}
