/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-db-private.h"

#define MAX_IDLE 64

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
 * one of its own. Those used last are kept aside: a loop over many rows hashes no SQL. */
XbStatement *
xb_db_take_statement (XbDb       *self,
                      const char *sql,
                      GError    **error)
{
  XbStatement *statement;

  for (guint i = 0; i < XB_N_LATEST; i++)
    if (self->latest[i] != NULL && strcmp (self->latest[i]->sql, sql) == 0)
      {
        self->n_in_use++;
        return g_steal_pointer (&self->latest[i]);
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

void
xb_db_return_statement (XbDb        *self,
                        XbStatement *statement)
{
  XbStatement **place = NULL;

  self->n_in_use--;
  sqlite3_reset (statement->stmt);
  sqlite3_clear_bindings (statement->stmt);
  for (guint i = 0; i < XB_N_LATEST && place == NULL; i++)
    if (self->latest[i] == NULL)
      place = &self->latest[i];
  if (place == NULL)
    {
      place = &self->latest[self->next_latest++ % XB_N_LATEST];
      keep_idle (self, *place);
    }
  *place = statement;
}

void
xb_db_clear_cache (XbDb *self)
{
  GList *link;

  for (guint i = 0; i < XB_N_LATEST; i++)
    g_clear_pointer (&self->latest[i], statement_free);
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

void
xb_values_collect (const char *types,
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
gboolean
xb_statement_bind (XbDb          *self,
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

int
xb_statement_step (XbDb        *self,
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

/**
 * xb_db_run_values:
 * @values: the arguments, one for each letter of @types
 *
 * Like xb_db_run(), for one statement on many rows.
 */
gboolean
xb_db_run_values (XbDb          *self,
                  const char    *sql,
                  const char    *types,
                  const XbValue *values,
                  GError       **error)
{
  XbStatement *statement = xb_db_take_statement (self, sql, error);
  gboolean done;
  int rc;

  if (statement == NULL)
    return FALSE;
  done = xb_statement_bind (self, statement, FALSE, types, values, error);
  if (done)
    {
      while ((rc = xb_statement_step (self, statement)) == SQLITE_ROW)
        ;
      done = rc == SQLITE_DONE;
      if (!done)
        xb_db_set_error (self, rc, sql, error);
    }
  xb_db_return_statement (self, statement);
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
  XbValue values[XB_MAX_VALUES];
  va_list arguments;

  va_start (arguments, types);
  xb_values_collect (types, arguments, values);
  va_end (arguments);
  return xb_db_run_values (self, sql, types, values, error);
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
