/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-db-private.h"
#include "xb-list-change.h"
#include "xb-list-pages.h"
#include "xb-query-list.h"

struct _XbQueryList
{
  GObject      parent_instance;

  XbStore     *store;
  GType        item_type;
  XbRowFunc    make_item;
  gpointer     user_data;
  GStrv        tables;      /* (nullable): refreshed when one of them changes; %NULL: any */

  XbListQuery *query;       /* (nullable): nothing is asked yet */
  guint        n_items;
  XbListPages *pages;
  GError      *error;       /* (nullable): why rows are missing */
  guint        refresh_id;
  guint        refreshing : 1;
};

enum { PROP_ERROR = 1, N_PROPS };

static GParamSpec *properties[N_PROPS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XbQueryList, xb_query_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
set_error (XbQueryList *self,
           GError      *error)
{
  if (error == NULL && self->error == NULL)
    return;
  g_clear_error (&self->error);
  self->error = error;
  if (error != NULL)
    g_info ("%s", error->message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static guint
count (XbQueryList *self,
       GError     **error)
{
  XbDb *db = xb_store_get_reader (self->store);

  return db != NULL && self->query != NULL ? xb_list_query_count (self->query, db, error) : 0;
}

static void
read_page (XbQueryList *self,
           guint        number,
           GPtrArray   *items,
           GError     **error)
{
  XbDb *db = xb_store_get_reader (self->store);
  g_autoptr(XbRows) rows = NULL;
  g_autoptr(GError) local = NULL;

  if (db == NULL)
    return;
  rows = xb_list_query_page (self->query, db, number * XB_LIST_PAGE_SIZE, XB_LIST_PAGE_SIZE, &local);
  while (xb_rows_next (rows, &local))
    g_ptr_array_add (items, self->make_item (rows, self->user_data));
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
}

static gboolean
refresh_cb (gpointer data)
{
  XbQueryList *self = data;

  self->refresh_id = 0;
  xb_query_list_refresh (self);
  return G_SOURCE_REMOVE;
}

static void
schedule_refresh (XbQueryList *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

static GPtrArray *
load_page (XbQueryList *self,
           guint        number)
{
  GPtrArray *items = xb_list_pages_lookup (self->pages, number);
  guint expected = MIN (self->n_items - number * XB_LIST_PAGE_SIZE, XB_LIST_PAGE_SIZE);
  GError *error = NULL;

  if (items != NULL)
    return items;
  items = g_ptr_array_new_full (XB_LIST_PAGE_SIZE, g_object_unref);
  read_page (self, number, items, &error);
  /* Rows that went since they were counted: a list may not have holes, so an empty object stands
   * there until the refresh. */
  if (items->len < expected && error == NULL && !self->refreshing)
    schedule_refresh (self);
  while (items->len < expected)
    g_ptr_array_add (items, g_object_new (self->item_type, NULL));
  xb_list_pages_insert (self->pages, number, items);
  if (error != NULL)
    set_error (self, error);
  if (!self->refreshing)
    xb_list_pages_trim (self->pages);
  return items;
}

static GObject *
peek_item (gpointer list,
           gint64   position)
{
  XbQueryList *self = list;

  if (position < 0 || position >= self->n_items)
    return NULL;
  return g_ptr_array_index (load_page (self, position / XB_LIST_PAGE_SIZE), position % XB_LIST_PAGE_SIZE);
}

static GType
get_item_type (GListModel *model)
{
  return XB_QUERY_LIST (model)->item_type;
}

static guint
get_n_items (GListModel *model)
{
  return XB_QUERY_LIST (model)->n_items;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  GObject *item = peek_item (XB_QUERY_LIST (model), position);

  return item != NULL ? g_object_ref (item) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
xb_query_list_dispose (GObject *object)
{
  XbQueryList *self = XB_QUERY_LIST (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  xb_list_pages_clear (self->pages);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (xb_query_list_parent_class)->dispose (object);
}

static void
xb_query_list_finalize (GObject *object)
{
  XbQueryList *self = XB_QUERY_LIST (object);

  g_clear_pointer (&self->query, xb_list_query_free);
  xb_list_pages_free (self->pages);
  g_clear_pointer (&self->tables, g_strfreev);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (xb_query_list_parent_class)->finalize (object);
}

static void
xb_query_list_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  XbQueryList *self = XB_QUERY_LIST (object);

  switch (id)
    {
    case PROP_ERROR:
      g_value_set_boxed (value, xb_query_list_get_error (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xb_query_list_class_init (XbQueryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = xb_query_list_dispose;
  object_class->finalize = xb_query_list_finalize;
  object_class->get_property = xb_query_list_get_property;

  properties[PROP_ERROR] =
    g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
xb_query_list_init (XbQueryList *self)
{
  self->pages = xb_list_pages_new ();
}

static void
changed_cb (XbQueryList *self,
            GStrv        tables)
{
  gboolean concerned = tables == NULL || self->tables == NULL;

  for (guint i = 0; !concerned && self->tables[i] != NULL; i++)
    concerned = g_strv_contains ((const char *const *) tables, self->tables[i]);
  if (concerned)
    schedule_refresh (self);
}

/**
 * xb_query_list_new:
 * @item_type: the class of the objects; one without properties set must be possible
 * @count_sql: (nullable): one row with the number of rows; %NULL for an empty list
 * @page_sql: (nullable): the rows, ending in LIMIT ? OFFSET ?; for speed far down, let a subquery
 *   over an index alone pick the ids
 * @make_item: makes the object of a row
 *
 * A list of any length that reads only the pages somebody looks at. Filter and sort by the query: a
 * model around this one would have to read every row.
 *
 * Returns: (transfer full): the list
 */
XbQueryList *
xb_query_list_new (XbStore    *store,
                   GType       item_type,
                   const char *count_sql,
                   const char *page_sql,
                   XbRowFunc   make_item,
                   gpointer    user_data)
{
  XbQueryList *self;

  g_return_val_if_fail (XB_IS_STORE (store), NULL);
  g_return_val_if_fail (make_item != NULL, NULL);

  self = g_object_new (XB_TYPE_QUERY_LIST, NULL);
  self->store = g_object_ref (store);
  self->item_type = item_type;
  self->make_item = make_item;
  self->user_data = user_data;
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (count_sql != NULL)
    xb_query_list_set_query (self, count_sql, page_sql, "");
  return self;
}

static void
take_query (XbQueryList *self,
            XbListQuery *query)
{
  guint old_n = self->n_items;
  GError *error = NULL;

  g_clear_pointer (&self->query, xb_list_query_free);
  xb_list_pages_clear (self->pages);
  self->query = query;
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  self->n_items = count (self, &error);
  set_error (self, error);
  if (old_n != 0 || self->n_items != 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, old_n, self->n_items);
}

/** xb_query_list_set_query: shows other rows from now on; the parameters are those of xb_list_query_new() */
void
xb_query_list_set_query (XbQueryList *self,
                         const char  *count_sql,
                         const char  *page_sql,
                         const char  *types,
                         ...)
{
  va_list arguments;

  g_return_if_fail (XB_IS_QUERY_LIST (self));
  g_return_if_fail (count_sql != NULL && page_sql != NULL);

  va_start (arguments, types);
  take_query (self, xb_list_query_new (count_sql, page_sql, types, arguments));
  va_end (arguments);
}

/** xb_query_list_set_id_query: the same with the parameters of xb_list_query_new_ids() */
void
xb_query_list_set_id_query (XbQueryList *self,
                            const char  *ids_sql,
                            const char  *page_sql,
                            const char  *types,
                            ...)
{
  va_list arguments;

  g_return_if_fail (XB_IS_QUERY_LIST (self));
  g_return_if_fail (ids_sql != NULL && page_sql != NULL);

  va_start (arguments, types);
  take_query (self, xb_list_query_new_ids (ids_sql, page_sql, types, arguments));
  va_end (arguments);
}

/** xb_query_list_set_found: the same with the parameters of xb_list_query_new_found() */
void
xb_query_list_set_found (XbQueryList    *self,
                         XbListFind      find,
                         gpointer        data,
                         GDestroyNotify  free_data,
                         const char     *page_sql)
{
  g_return_if_fail (XB_IS_QUERY_LIST (self));
  g_return_if_fail (find != NULL && page_sql != NULL);

  take_query (self, xb_list_query_new_found (find, data, free_data, page_sql));
}

/**
 * xb_query_list_set_tables:
 * @tables: (nullable): the tables that the query reads; %NULL when any change may matter
 */
void
xb_query_list_set_tables (XbQueryList       *self,
                          const char *const *tables)
{
  g_return_if_fail (XB_IS_QUERY_LIST (self));

  g_strfreev (self->tables);
  self->tables = g_strdupv ((GStrv) tables);
}

/**
 * xb_query_list_refresh:
 *
 * Reads again what somebody looks at. Objects that stay are not announced: they notify by themselves.
 */
void
xb_query_list_refresh (XbQueryList *self)
{
  g_autoptr(GArray) known = NULL;
  guint old_n, new_n = 0;
  XbDb *db;
  XbListChange change;
  GError *error = NULL;

  g_return_if_fail (XB_IS_QUERY_LIST (self));

  db = xb_store_get_reader (self->store);
  if (self->query == NULL || db == NULL || self->refreshing)
    return;
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  /* The count and the pages must be of one state of the file. */
  if (xb_db_begin (db, "DEFERRED", &error))
    new_n = count (self, &error);
  set_error (self, error);
  if (error == NULL)
    {
      self->refreshing = TRUE;
      old_n = self->n_items;
      known = xb_list_pages_steal_known (self->pages, old_n);
      self->n_items = new_n;
      change = xb_list_change_find (known, old_n, new_n, peek_item, self);
      self->refreshing = FALSE;
    }
  else
    change = (XbListChange) { 0, 0, 0 }; /* better what was true a moment ago than nothing */
  xb_db_rollback (db);
  xb_list_pages_trim (self->pages);
  if (change.removed > 0 || change.added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), change.position, change.removed, change.added);
}

/** xb_query_list_get_error: Returns: (nullable): why rows are missing */
const GError *
xb_query_list_get_error (XbQueryList *self)
{
  g_return_val_if_fail (XB_IS_QUERY_LIST (self), NULL);

  return self->error;
}
