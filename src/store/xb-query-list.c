/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-db-private.h"
#include "xb-list-change.h"
#include "xb-query-list.h"

#define PAGE_SIZE  64
#define MAX_PAGES  16
#define MAX_PINNED 256

struct _XbQueryList
{
  GObject     parent_instance;

  XbStore    *store;
  GType       item_type;
  XbRowFunc   make_item;
  gpointer    user_data;
  GStrv       tables;        /* (nullable): refreshed when one of them changes; %NULL: any */

  char       *count_sql;     /* (nullable): no query yet */
  GArray     *ids;           /* (nullable): every id, where the query is asked for ids instead of a count */
  char       *page_sql;
  char       *types;
  XbValue     values[XB_MAX_VALUES]; /* text is owned; the last two of a page are limit and offset */

  guint       n_items;
  GHashTable *pages;         /* number → Page, owned by the queue */
  GQueue      recent;        /* the one used last first */
  GError     *error;         /* (nullable): why rows are missing */
  guint       refresh_id;
  guint       refreshing : 1;
};

typedef struct
{
  guint      number;
  GPtrArray *items;
  GList      link;
} Page;

enum { PROP_ERROR = 1, N_PROPS };

static GParamSpec *properties[N_PROPS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XbQueryList, xb_query_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
page_free (Page *page)
{
  g_ptr_array_unref (page->items);
  g_free (page);
}

/* Only the page has these objects; nobody would see them change. */
static gboolean
is_unused (Page *page)
{
  for (guint i = 0; i < page->items->len; i++)
    if (g_atomic_int_get (&((GObject *) g_ptr_array_index (page->items, i))->ref_count) > 1)
      return FALSE;
  return TRUE;
}

static void
drop_page (XbQueryList *self,
           Page        *page)
{
  g_queue_unlink (&self->recent, &page->link);
  g_hash_table_remove (self->pages, GUINT_TO_POINTER (page->number));
  page_free (page);
}

static void
drop_pages (XbQueryList *self)
{
  while (!g_queue_is_empty (&self->recent))
    drop_page (self, g_queue_peek_head (&self->recent));
}

/* A page with an object that a view still shows is kept longer: a refresh must know where it was. */
static void
trim_pages (XbQueryList *self)
{
  GList *link = self->recent.tail;

  while (link != NULL && g_queue_get_length (&self->recent) > MAX_PAGES)
    {
      Page *page = link->data;

      link = link->prev;
      if (g_queue_get_length (&self->recent) > MAX_PINNED || is_unused (page))
        drop_page (self, page);
    }
}

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
read_ids (XbQueryList *self,
          XbRows      *rows,
          GError     **error)
{
  g_array_set_size (self->ids, 0);
  while (xb_rows_next (rows, error))
    {
      gint64 id = xb_rows_int (rows, 0);

      g_array_append_val (self->ids, id);
    }
  return self->ids->len;
}

static guint
count (XbQueryList *self,
       GError     **error)
{
  XbDb *db = xb_store_get_reader (self->store);
  g_autoptr(XbRows) rows = NULL;

  if (db == NULL || self->count_sql == NULL)
    return 0;
  rows = xb_db_query_values (db, error, self->count_sql, self->types, self->values);
  if (self->ids != NULL)
    return read_ids (self, rows, error);
  return xb_rows_next (rows, error) ? CLAMP (xb_rows_int (rows, 0), 0, G_MAXUINT) : 0;
}

static XbRows *
query_offset (XbQueryList *self,
              XbDb        *db,
              guint        first,
              GError     **error)
{
  g_autofree char *types = g_strconcat (self->types, "ii", NULL);
  gsize n = strlen (self->types);

  self->values[n].i = PAGE_SIZE;
  self->values[n + 1].i = first;
  return xb_db_query_values (db, error, self->page_sql, types, self->values);
}

static XbRows *
query_ids (XbQueryList *self,
           XbDb        *db,
           guint        first,
           GError     **error)
{
  g_autoptr(GString) list = g_string_new ("[");

  for (guint i = first; i < MIN (first + PAGE_SIZE, self->ids->len); i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > first ? "," : "", g_array_index (self->ids, gint64, i));
  g_string_append_c (list, ']');
  return xb_db_query (db, error, self->page_sql, "t", list->str);
}

static void
read_page (XbQueryList *self,
           Page        *page,
           GError     **error)
{
  XbDb *db = xb_store_get_reader (self->store);
  g_autoptr(XbRows) rows = NULL;
  g_autoptr(GError) local = NULL;

  if (db == NULL)
    return;
  rows = (self->ids != NULL ? query_ids : query_offset) (self, db, page->number * PAGE_SIZE, &local);
  while (xb_rows_next (rows, &local))
    g_ptr_array_add (page->items, self->make_item (rows, self->user_data));
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

static Page *
load_page (XbQueryList *self,
           guint        number)
{
  Page *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));
  guint expected = MIN (self->n_items - number * PAGE_SIZE, PAGE_SIZE);
  GError *error = NULL;

  if (page != NULL)
    {
      g_queue_unlink (&self->recent, &page->link);
      g_queue_push_head_link (&self->recent, &page->link);
      return page;
    }
  page = g_new0 (Page, 1);
  page->number = number;
  page->link.data = page;
  page->items = g_ptr_array_new_full (PAGE_SIZE, g_object_unref);
  read_page (self, page, &error);
  /* Rows that went since they were counted: a list may not have holes, so an empty object stands
   * there until the refresh. */
  if (page->items->len < expected && error == NULL && !self->refreshing)
    schedule_refresh (self);
  while (page->items->len < expected)
    g_ptr_array_add (page->items, g_object_new (self->item_type, NULL));
  g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), page);
  g_queue_push_head_link (&self->recent, &page->link);
  if (error != NULL)
    set_error (self, error);
  if (!self->refreshing)
    trim_pages (self);
  return page;
}

static GObject *
peek_item (gpointer list,
           gint64   position)
{
  XbQueryList *self = list;
  Page *page;

  if (position < 0 || position >= self->n_items)
    return NULL;
  page = load_page (self, position / PAGE_SIZE);
  return g_ptr_array_index (page->items, position % PAGE_SIZE);
}

/* Takes the objects that somebody else holds out of the pages; the others need no comparison. */
static GArray *
steal_known (XbQueryList *self)
{
  GArray *known = xb_list_known_new ();
  for (GList *link = self->recent.head; link != NULL; link = link->next)
    {
      Page *page = link->data;

      if (is_unused (page))
        continue;
      for (guint i = 0; i < page->items->len; i++)
        {
          guint position = page->number * PAGE_SIZE + i;

          if (position < self->n_items)
            xb_list_known_add (known, position, g_ptr_array_index (page->items, i));
        }
    }
  drop_pages (self);
  return known;
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
clear_query (XbQueryList *self)
{
  for (gsize i = 0; self->types != NULL && self->types[i] != '\0'; i++)
    if (self->types[i] == 't')
      g_free ((char *) self->values[i].t);
  g_clear_pointer (&self->types, g_free);
  g_clear_pointer (&self->count_sql, g_free);
  g_clear_pointer (&self->page_sql, g_free);
  g_clear_pointer (&self->ids, g_array_unref);
}

static void
xb_query_list_dispose (GObject *object)
{
  XbQueryList *self = XB_QUERY_LIST (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  drop_pages (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (xb_query_list_parent_class)->dispose (object);
}

static void
xb_query_list_finalize (GObject *object)
{
  XbQueryList *self = XB_QUERY_LIST (object);

  clear_query (self);
  g_hash_table_unref (self->pages);
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
  self->pages = g_hash_table_new (NULL, NULL);
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
            const char  *count_sql,
            const char  *page_sql,
            GArray      *ids, /* (nullable), taken */
            const char  *types,
            va_list     *arguments)
{
  guint old_n = self->n_items;
  GError *error = NULL;

  clear_query (self);
  drop_pages (self);
  self->count_sql = g_strdup (count_sql);
  self->page_sql = g_strdup (page_sql);
  self->ids = ids;
  self->types = g_strdup (types);
  for (gsize i = 0; types[i] != '\0'; i++)
    if (types[i] == 't')
      self->values[i].t = g_strdup (va_arg (*arguments, const char *));
    else
      self->values[i].i = va_arg (*arguments, gint64);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  self->n_items = count (self, &error);
  set_error (self, error);
  if (old_n != 0 || self->n_items != 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, old_n, self->n_items);
}

/**
 * xb_query_list_set_query:
 * @count_sql: one row with the number of rows
 * @page_sql: the rows, ending in LIMIT ? OFFSET ?
 * @types: the types of the parameters that both share, t and i only, see #XbDb
 *
 * Shows other rows from now on.
 */
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
  g_return_if_fail (strspn (types, "ti") == strlen (types) && strlen (types) + 2 <= XB_MAX_VALUES);

  va_start (arguments, types);
  take_query (self, count_sql, page_sql, NULL, types, &arguments);
  va_end (arguments);
}

/**
 * xb_query_list_set_id_query:
 * @ids_sql: the ids of all rows, in order
 * @page_sql: the rows of some ids, in the same order: … IN (SELECT value FROM json_each (?)) …
 * @types: the types of the parameters of @ids_sql, t and i only
 *
 * As xb_query_list_set_query(), for a query that has to look at every row to know which fit: it is
 * walked once, not once to count and once for each page. It costs 8 bytes a row.
 */
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
  g_return_if_fail (strspn (types, "ti") == strlen (types) && strlen (types) <= XB_MAX_VALUES);

  va_start (arguments, types);
  take_query (self, ids_sql, page_sql, g_array_new (FALSE, FALSE, sizeof (gint64)), types, &arguments);
  va_end (arguments);
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
  if (self->count_sql == NULL || db == NULL || self->refreshing)
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
      known = steal_known (self);
      self->n_items = new_n;
      change = xb_list_change_find (known, old_n, new_n, peek_item, self);
      self->refreshing = FALSE;
    }
  else
    change = (XbListChange) { 0, 0, 0 }; /* better what was true a moment ago than nothing */
  xb_db_rollback (db);
  trim_pages (self);
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
