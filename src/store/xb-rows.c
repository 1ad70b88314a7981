/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-db-private.h"

struct _XbRows
{
  XbDb        *db;
  XbStatement *statement; /* (nullable): gone once the last row was read */
  XbRecordClass *filled;  /* (nullable): the class whose fields these are: */
  int         *fields;    /* of each column, or -1 */
};

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
  XbStatement *statement = xb_db_take_statement (self, sql, error);
  XbRows *rows;

  if (statement == NULL)
    return NULL;
  if (!xb_statement_bind (self, statement, TRUE, types, values, error))
    {
      xb_db_return_statement (self, statement);
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

  xb_values_collect (types, arguments, values);
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
  rc = xb_statement_step (self->db, self->statement);
  if (rc == SQLITE_ROW)
    return TRUE;
  if (rc != SQLITE_DONE)
    xb_db_set_error (self->db, rc, self->statement->sql, error);
  xb_db_return_statement (self->db, g_steal_pointer (&self->statement));
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

/**
 * xb_rows_get_fields:
 * @record: takes the values of the rows
 *
 * Returns: (transfer none): for each column the field of @record that it fills, or -1; found once for many rows
 */
const int *
xb_rows_get_fields (XbRows   *self,
                    XbRecord *record)
{
  int n = xb_rows_n_columns (self);

  if (self->filled == XB_RECORD_GET_CLASS (record))
    return self->fields;
  g_free (self->fields);
  self->fields = g_new (int, n);
  for (int column = 0; column < n; column++)
    self->fields[column] = xb_record_find_field (record, xb_rows_name (self, column));
  self->filled = XB_RECORD_GET_CLASS (record);
  return self->fields;
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
    xb_db_return_statement (self->db, self->statement);
  g_free (self->fields);
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
