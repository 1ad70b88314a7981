/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-db-private.h"
#include "xb-list-query.h"

struct _XbListQuery
{
  char          *count_sql;            /* (nullable): rows are found, not counted */
  char          *page_sql;
  char          *types;
  XbValue        values[XB_MAX_VALUES]; /* text is owned; the last two of a page are limit and offset */
  GArray        *ids;                  /* (nullable): every id, where they are asked for instead of a count */
  XbListFind     find;                 /* (nullable): who finds the ids, instead of the SQL */
  gpointer       data;
  GDestroyNotify free_data;
};

/**
 * xb_list_query_new:
 * @count_sql: one row with the number of rows
 * @page_sql: the rows, ending in LIMIT ? OFFSET ?
 * @types: the types of the parameters that both share, t and i only, see #XbDb
 *
 * Returns: (transfer full): the question
 */
XbListQuery *
xb_list_query_new (const char *count_sql,
                   const char *page_sql,
                   const char *types,
                   va_list     arguments)
{
  XbListQuery *self = g_new0 (XbListQuery, 1);

  g_assert (strspn (types, "ti") == strlen (types) && strlen (types) + 2 <= XB_MAX_VALUES);
  self->count_sql = g_strdup (count_sql);
  self->page_sql = g_strdup (page_sql);
  self->types = g_strdup (types);
  xb_values_collect (types, arguments, self->values);
  for (gsize i = 0; types[i] != '\0'; i++)
    if (types[i] == 't')
      self->values[i].t = g_strdup (self->values[i].t);
  return self;
}

/**
 * xb_list_query_new_ids:
 * @ids_sql: the ids of all rows, in order
 * @page_sql: the rows of some ids, in the same order: … IN (SELECT value FROM json_each (?)) …
 * @types: the types of the parameters of @ids_sql, t and i only
 *
 * For rows that only a look at every row finds: they are walked once, not once to count and once for
 * each page. It costs 8 bytes a row.
 *
 * Returns: (transfer full): the question
 */
XbListQuery *
xb_list_query_new_ids (const char *ids_sql,
                       const char *page_sql,
                       const char *types,
                       va_list     arguments)
{
  XbListQuery *self = xb_list_query_new (ids_sql, page_sql, types, arguments);

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

/**
 * xb_list_query_new_found:
 * @find: finds the ids, each time that the rows are counted
 * @data: (transfer full): for @find
 * @page_sql: as for xb_list_query_new_ids()
 *
 * Returns: (transfer full): the question, where something knows the ids quicker than the file
 */
XbListQuery *
xb_list_query_new_found (XbListFind      find,
                         gpointer        data,
                         GDestroyNotify  free_data,
                         const char     *page_sql)
{
  XbListQuery *self = g_new0 (XbListQuery, 1);

  self->find = find;
  self->data = data;
  self->free_data = free_data;
  self->page_sql = g_strdup (page_sql);
  self->types = g_strdup ("");
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
xb_list_query_free (XbListQuery *self)
{
  for (gsize i = 0; self->types[i] != '\0'; i++)
    if (self->types[i] == 't')
      g_free ((char *) self->values[i].t);
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self->types);
  g_free (self->count_sql);
  g_free (self->page_sql);
  g_free (self);
}

static guint
find_ids (XbListQuery  *self,
          XbDb         *db,
          GError      **error)
{
  GArray *ids = self->find (db, self->data, error);

  if (ids == NULL)
    return 0;
  g_array_unref (self->ids);
  self->ids = ids;
  return ids->len;
}

static guint
read_ids (XbListQuery  *self,
          XbRows       *rows,
          GError      **error)
{
  g_array_set_size (self->ids, 0);
  while (xb_rows_next (rows, error))
    {
      gint64 id = xb_rows_int (rows, 0);

      g_array_append_val (self->ids, id);
    }
  return self->ids->len;
}

/** xb_list_query_count: Returns: how many rows there are; 0 with @error */
guint
xb_list_query_count (XbListQuery  *self,
                     XbDb         *db,
                     GError      **error)
{
  g_autoptr(XbRows) rows = NULL;

  if (self->find != NULL)
    return find_ids (self, db, error);
  rows = xb_db_query_values (db, error, self->count_sql, self->types, self->values);
  if (self->ids != NULL)
    return read_ids (self, rows, error);
  return xb_rows_next (rows, error) ? CLAMP (xb_rows_int (rows, 0), 0, G_MAXUINT) : 0;
}

static XbRows *
query_offset (XbListQuery  *self,
              XbDb         *db,
              guint         first,
              guint         n,
              GError      **error)
{
  g_autofree char *types = g_strconcat (self->types, "ii", NULL);
  gsize given = strlen (self->types);

  self->values[given].i = n;
  self->values[given + 1].i = first;
  return xb_db_query_values (db, error, self->page_sql, types, self->values);
}

static XbRows *
query_ids (XbListQuery  *self,
           XbDb         *db,
           guint         first,
           guint         n,
           GError      **error)
{
  g_autoptr(GString) list = g_string_new ("[");

  for (guint i = first; i < MIN (first + n, self->ids->len); i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > first ? "," : "", g_array_index (self->ids, gint64, i));
  g_string_append_c (list, ']');
  return xb_db_query (db, error, self->page_sql, "t", list->str);
}

/** xb_list_query_page: Returns: (transfer full) (nullable): @n rows from @first on, of those last counted; or %NULL with @error */
XbRows *
xb_list_query_page (XbListQuery  *self,
                    XbDb         *db,
                    guint         first,
                    guint         n,
                    GError      **error)
{
  return (self->ids != NULL ? query_ids : query_offset) (self, db, first, n, error);
}
