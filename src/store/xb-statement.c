/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-db-private.h"

#define MAX_IDLE 64

struct _XbRows
{
  XbDb        *db;
  XbStatement *statement; /* (nullable): gone once the last row was read */
};

static void
statement_free (XbStatement *self)
{
  sqlite3_finalize (self->stmt);
  g_clear_pointer (&self->writes, g_hash_table_unref);
  g_free (self->sql);
  g_free (self);
}

static XbStatement *
prepare (XbDb       *self,
         const char *sql,
         GError    **error)
{
  XbStatement *statement = g_new0 (XbStatement, 1);
  int rc;

  statement->sql = g_strdup (sql);
  statement->link.data = statement;
  self->preparing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  rc = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement->stmt, NULL);
  if (g_hash_table_size (self->preparing) > 0)
    statement->writes = g_hash_table_ref (self->preparing);
  g_clear_pointer (&self->preparing, g_hash_table_unref);
  if (rc != SQLITE_OK || statement->stmt == NULL)
    {
      xb_db_set_error (self, rc != SQLITE_OK ? rc : SQLITE_MISUSE, sql, error);
      statement_free (statement);
      return NULL;
    }
  return statement;
}

/* A statement in use is not in the cache, so that a query inside the loop over the same query gets
 * one of its own. The one used last is kept aside: a loop over many rows hashes nothing. */
static XbStatement *
take (XbDb       *self,
      const char *sql,
      GError    **error)
{
  XbStatement *statement;

  if (self->latest != NULL && strcmp (self->latest->sql, sql) == 0)
    {
      self->n_in_use++;
      return g_steal_pointer (&self->latest);
    }
  statement = g_hash_table_lookup (self->idle, sql);
  if (statement != NULL)
    {
      g_hash_table_remove (self->idle, sql);
      g_queue_unlink (&self->recent, &statement->link);
    }
  else
    {
      statement = prepare (self, sql, error);
      if (statement == NULL)
        return NULL;
    }
  self->n_in_use++;
  return statement;
}

static void
keep_idle (XbDb        *self,
           XbStatement *statement)
{
  if (g_hash_table_contains (self->idle, statement->sql))
    {
      statement_free (statement);
      return;
    }
  g_hash_table_insert (self->idle, statement->sql, statement);
  g_queue_push_head_link (&self->recent, &statement->link);
  if (g_queue_get_length (&self->recent) > MAX_IDLE)
    {
      XbStatement *oldest = g_queue_peek_tail (&self->recent);

      g_queue_unlink (&self->recent, &oldest->link);
      g_hash_table_remove (self->idle, oldest->sql);
      statement_free (oldest);
    }
}

static void
give_back (XbDb        *self,
           XbStatement *statement)
{
  XbStatement *older = self->latest;

  self->n_in_use--;
  sqlite3_reset (statement->stmt);
  sqlite3_clear_bindings (statement->stmt);
  self->latest = statement;
  if (older != NULL)
    keep_idle (self, older);
}

void
xb_db_clear_cache (XbDb *self)
{
  GList *link;

  g_clear_pointer (&self->latest, statement_free);
  g_hash_table_remove_all (self->idle);
  while ((link = g_queue_pop_head_link (&self->recent)) != NULL)
    statement_free (link->data);
}

static int
bind_bytes (sqlite3_stmt *stmt,
            int           index,
            GBytes       *bytes)
{
  gsize size = 0;
  const void *data;

  if (bytes == NULL)
    return sqlite3_bind_null (stmt, index);
  data = g_bytes_get_data (bytes, &size);
  return size == 0 ? sqlite3_bind_zeroblob (stmt, index, 0)
                   : sqlite3_bind_blob64 (stmt, index, data, size, SQLITE_TRANSIENT);
}

static void
collect (const char *types,
         va_list     arguments,
         XbValue     values[XB_MAX_VALUES])
{
  g_return_if_fail (strlen (types) <= XB_MAX_VALUES);

  for (; *types != '\0'; types++, values++)
    switch (*types)
      {
      case 't':
        values->t = va_arg (arguments, const char *);
        break;
      case 'i':
        values->i = va_arg (arguments, gint64);
        break;
      case 'd':
        values->d = va_arg (arguments, double);
        break;
      case 'b':
        values->b = va_arg (arguments, GBytes *);
        break;
      default: /* n takes none; an unknown letter is found when it is bound */
        break;
      }
}

/* Text is copied only for a query, which may outlive the caller's. */
static gboolean
bind (XbDb          *self,
      XbStatement   *statement,
      gboolean       copy,
      const char    *types,
      const XbValue *values,
      GError       **error)
{
  sqlite3_stmt *stmt = statement->stmt;
  int rc = SQLITE_OK;

  if (sqlite3_bind_parameter_count (stmt) != (int) strlen (types))
    {
      g_critical ("%d parameters, types “%s”: %s", sqlite3_bind_parameter_count (stmt), types,
                  statement->sql);
      rc = SQLITE_MISUSE;
    }
  for (int i = 1; rc == SQLITE_OK && *types != '\0'; i++, types++, values++)
    switch (*types)
      {
      case 't':
        rc = sqlite3_bind_text (stmt, i, values->t, -1, copy ? SQLITE_TRANSIENT : SQLITE_STATIC);
        break;
      case 'i':
        rc = sqlite3_bind_int64 (stmt, i, values->i);
        break;
      case 'd':
        rc = sqlite3_bind_double (stmt, i, values->d);
        break;
      case 'b':
        rc = bind_bytes (stmt, i, values->b);
        break;
      case 'n':
        rc = sqlite3_bind_null (stmt, i);
        break;
      default:
        g_critical ("no type of argument is called “%c”: %s", *types, statement->sql);
        rc = SQLITE_MISUSE;
      }
  if (rc != SQLITE_OK)
    xb_db_set_error (self, rc, statement->sql, error);
  return rc == SQLITE_OK;
}

static void
note_writes (XbDb       *self,
             GHashTable *writes)
{
  GHashTableIter iter;
  gpointer table;

  if (self->changed == NULL)
    return;
  g_hash_table_iter_init (&iter, writes);
  while (g_hash_table_iter_next (&iter, &table, NULL))
    g_hash_table_add (self->changed, g_strdup (table));
}

static int
step (XbDb        *self,
      XbStatement *statement)
{
  gint64 before;
  int rc;

  if (G_LIKELY (statement->writes == NULL))
    return sqlite3_step (statement->stmt);
  before = sqlite3_total_changes64 (self->handle);
  rc = sqlite3_step (statement->stmt);
  if (sqlite3_total_changes64 (self->handle) != before)
    note_writes (self, statement->writes);
  return rc;
}

static gboolean
run_v (XbDb       *self,
       const char *sql,
       const char *types,
       va_list     arguments,
       GError    **error)
{
  XbStatement *statement = take (self, sql, error);
  XbValue values[XB_MAX_VALUES];
  gboolean done;
  int rc;

  if (statement == NULL)
    return FALSE;
  collect (types, arguments, values);
  done = bind (self, statement, FALSE, types, values, error);
  if (done)
    {
      while ((rc = step (self, statement)) == SQLITE_ROW)
        ;
      done = rc == SQLITE_DONE;
      if (!done)
        xb_db_set_error (self, rc, sql, error);
    }
  give_back (self, statement);
  return done;
}

/**
 * xb_db_run:
 * @error: set to an %XB_ERROR, or to %G_IO_ERROR_CANCELLED
 * @sql: one statement
 * @types: the types of the arguments that follow, see #XbDb
 *
 * Runs one statement to its end; rows that it returns are passed over.
 *
 * Returns: whether it was done
 */
gboolean
xb_db_run (XbDb       *self,
           GError    **error,
           const char *sql,
           const char *types,
           ...)
{
  gboolean done;
  va_list arguments;

  va_start (arguments, types);
  done = run_v (self, sql, types, arguments, error);
  va_end (arguments);
  return done;
}

/**
 * xb_db_exec:
 * @sql: any number of statements without parameters
 *
 * Returns: whether all were done; those before a failed one stay, unless in a transaction
 */
gboolean
xb_db_exec (XbDb       *self,
            const char *sql,
            GError    **error)
{
  int rc;

  self->preparing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  rc = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  note_writes (self, self->preparing);
  g_clear_pointer (&self->preparing, g_hash_table_unref);
  if (rc != SQLITE_OK)
    xb_db_set_error (self, rc, sql, error);
  return rc == SQLITE_OK;
}

/**
 * xb_db_query_values:
 * @values: the arguments, one for each letter of @types
 *
 * Like xb_db_query(), for arguments that were kept.
 */
XbRows *
xb_db_query_values (XbDb          *self,
                    GError       **error,
                    const char    *sql,
                    const char    *types,
                    const XbValue *values)
{
  XbStatement *statement = take (self, sql, error);
  XbRows *rows;

  if (statement == NULL)
    return NULL;
  if (!bind (self, statement, TRUE, types, values, error))
    {
      give_back (self, statement);
      return NULL;
    }
  rows = g_new0 (XbRows, 1);
  rows->db = self;
  rows->statement = statement;
  return rows;
}

static XbRows *
query_v (XbDb       *self,
         GError    **error,
         const char *sql,
         const char *types,
         va_list     arguments)
{
  XbValue values[XB_MAX_VALUES];

  collect (types, arguments, values);
  return xb_db_query_values (self, error, sql, types, values);
}

/**
 * xb_db_query:
 * @error: set to an %XB_ERROR
 * @sql: one statement
 * @types: the types of the arguments that follow, see #XbDb
 *
 * Returns: (transfer full) (nullable): the rows, before the first; or %NULL with @error
 */
XbRows *
xb_db_query (XbDb       *self,
             GError    **error,
             const char *sql,
             const char *types,
             ...)
{
  XbRows *rows;
  va_list arguments;

  va_start (arguments, types);
  rows = query_v (self, error, sql, types, arguments);
  va_end (arguments);
  return rows;
}

/**
 * xb_rows_next:
 * @self: (nullable): rows; none has no next
 * @error: set to an %XB_ERROR, or to %G_IO_ERROR_CANCELLED
 *
 * Moves to the next row.
 *
 * Returns: whether there is one; %FALSE without @error after the last
 */
gboolean
xb_rows_next (XbRows  *self,
              GError **error)
{
  int rc;

  if (self == NULL || self->statement == NULL)
    return FALSE;
  rc = step (self->db, self->statement);
  if (rc == SQLITE_ROW)
    return TRUE;
  if (rc != SQLITE_DONE)
    xb_db_set_error (self->db, rc, self->statement->sql, error);
  give_back (self->db, g_steal_pointer (&self->statement));
  return FALSE;
}

int
xb_rows_n_columns (XbRows *self)
{
  return self->statement != NULL ? sqlite3_column_count (self->statement->stmt) : 0;
}

/** xb_rows_name: Returns: the name of a column, as the query calls it */
const char *
xb_rows_name (XbRows *self,
              int     column)
{
  return self->statement != NULL ? sqlite3_column_name (self->statement->stmt, column) : NULL;
}

gboolean
xb_rows_is_null (XbRows *self,
                 int     column)
{
  return self->statement == NULL ||
         sqlite3_column_type (self->statement->stmt, column) == SQLITE_NULL;
}

/** xb_rows_int: Returns: the value of the current row, 0 for NULL */
gint64
xb_rows_int (XbRows *self,
             int     column)
{
  return self->statement != NULL ? sqlite3_column_int64 (self->statement->stmt, column) : 0;
}

double
xb_rows_double (XbRows *self,
                int     column)
{
  return self->statement != NULL ? sqlite3_column_double (self->statement->stmt, column) : 0;
}

/** xb_rows_text: Returns: (nullable): the value of the current row, valid until the next */
const char *
xb_rows_text (XbRows *self,
              int     column)
{
  return self->statement != NULL
           ? (const char *) sqlite3_column_text (self->statement->stmt, column) : NULL;
}

/** xb_rows_bytes: Returns: (transfer full) (nullable): a copy of the value of the current row */
GBytes *
xb_rows_bytes (XbRows *self,
               int     column)
{
  const void *data;

  if (xb_rows_is_null (self, column))
    return NULL;
  data = sqlite3_column_blob (self->statement->stmt, column);
  return g_bytes_new (data, sqlite3_column_bytes (self->statement->stmt, column));
}

/** xb_rows_free: gives the statement back, so that no cursor stays open */
void
xb_rows_free (XbRows *self)
{
  if (self == NULL)
    return;
  if (self->statement != NULL)
    give_back (self->db, self->statement);
  g_free (self);
}

/* Those two readers have no way to report an error: the transaction that they are in fails with it. */
static gboolean
first (XbRows *rows,
       XbDb   *self,
       GError *error)
{
  gboolean found = error == NULL && xb_rows_next (rows, &error);

  if (error == NULL)
    return found;
  if (!sqlite3_get_autocommit (self->handle) && self->pending == NULL)
    self->pending = error;
  else
    {
      g_info ("%s", error->message);
      g_error_free (error);
    }
  return FALSE;
}

/**
 * xb_db_int:
 * @fallback: where there is no row, or NULL, or the reading fails (a transaction then fails too)
 *
 * Returns: the first column of the first row
 */
gint64
xb_db_int (XbDb       *self,
           gint64      fallback,
           const char *sql,
           const char *types,
           ...)
{
  g_autoptr(XbRows) rows = NULL;
  GError *error = NULL;
  va_list arguments;

  va_start (arguments, types);
  rows = query_v (self, &error, sql, types, arguments);
  va_end (arguments);
  return first (rows, self, error) && !xb_rows_is_null (rows, 0) ? xb_rows_int (rows, 0) : fallback;
}

/**
 * xb_db_text:
 *
 * Returns: (transfer full) (nullable): the first column of the first row; %NULL where there is none
 *   or the reading fails (a transaction then fails too)
 */
char *
xb_db_text (XbDb       *self,
            const char *sql,
            const char *types,
            ...)
{
  g_autoptr(XbRows) rows = NULL;
  GError *error = NULL;
  va_list arguments;

  va_start (arguments, types);
  rows = query_v (self, &error, sql, types, arguments);
  va_end (arguments);
  return first (rows, self, error) ? g_strdup (xb_rows_text (rows, 0)) : NULL;
}
