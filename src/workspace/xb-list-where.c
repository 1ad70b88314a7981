/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-list-where.h"
#include "xb-workspace-private.h"

static gpointer
load_row (XbRows   *rows,
          gpointer  map)
{
  return xb_identity_map_load (map, rows);
}

static char *
count_sql (const XbWhere *where)
{
  return where->count != NULL ? g_strdup (where->count) : g_strconcat ("SELECT count (*) ", where->ids, NULL);
}

/* The rows of the page have the alias r. */
static char *
dup_outer_order (const XbWhere *where)
{
  return g_strdelimit (g_strdup (where->order), "q", 'r');
}

static char *
page_sql (XbKind         kind,
          const XbWhere *where)
{
  g_autofree char *outer = dup_outer_order (where);

  return g_strdup_printf ("%sWHERE r.id IN (SELECT q.id %s ORDER BY %s LIMIT ? OFFSET ?) ORDER BY %s",
                          xb_kind_get_select (kind), where->ids, where->order, outer);
}

static char *
ids_sql (const XbWhere *where)
{
  return g_strdup_printf ("SELECT q.id %s ORDER BY %s", where->ids, where->order);
}

/* A page of given ids. */
static char *
picked_sql (XbKind      kind,
            const char *order)
{
  return g_strdup_printf ("%sWHERE r.id IN (SELECT value FROM json_each (?)) ORDER BY %s",
                          xb_kind_get_select (kind), order);
}

GListModel *
xb_where_new_list (XbWorkspace   *self,
                   XbKind         kind,
                   const XbWhere *where)
{
  g_autofree char *count = where != NULL ? count_sql (where) : NULL;
  g_autofree char *page = where != NULL ? page_sql (kind, where) : NULL;
  XbQueryList *list = xb_query_list_new (xb_workspace_get_store (self), xb_kind_get_type (kind), count, page,
                                         load_row, xb_workspace_get_map (self, kind));

  /* Its rows are filled through the workspace's map. */
  g_object_set_data_full (G_OBJECT (list), "workspace", g_object_ref (self), g_object_unref);
  xb_query_list_set_tables (list, xb_kind_get_tables (kind));
  return G_LIST_MODEL (list);
}

void
xb_where_set_query (GListModel    *list,
                    XbKind         kind,
                    const XbWhere *where,
                    const char    *types,
                    gint64         value,
                    const char    *text)
{
  g_autofree char *count = count_sql (where);
  g_autofree char *page = page_sql (kind, where);

  if (strcmp (types, "i") == 0)
    xb_query_list_set_query (XB_QUERY_LIST (list), count, page, types, value);
  else if (strcmp (types, "t") == 0)
    xb_query_list_set_query (XB_QUERY_LIST (list), count, page, types, text);
  else
    xb_query_list_set_query (XB_QUERY_LIST (list), count, page, "");
}

GListModel *
xb_where_new_list_of (XbWorkspace   *self,
                      XbKind         kind,
                      const XbWhere *where,
                      gint64         value)
{
  GListModel *list = xb_where_new_list (self, kind, NULL);

  xb_where_set_query (list, kind, where, "i", value, NULL);
  return list;
}

GListModel *
xb_where_new_walk (XbWorkspace   *self,
                   XbKind         kind,
                   const XbWhere *where)
{
  GListModel *list = xb_where_new_list (self, kind, NULL);
  g_autofree char *ids = ids_sql (where);
  g_autofree char *outer = dup_outer_order (where);
  g_autofree char *page = picked_sql (kind, outer);

  xb_query_list_set_id_query (XB_QUERY_LIST (list), ids, page, "");
  return list;
}

void
xb_where_set_found (GListModel     *list,
                    XbKind          kind,
                    const char     *order,
                    XbListFind      find,
                    gpointer        data,
                    GDestroyNotify  free_data)
{
  g_autofree char *page = picked_sql (kind, order);

  xb_query_list_set_found (XB_QUERY_LIST (list), find, data, free_data, page);
}

/** xb_kind_new_list: Returns: (transfer full): a list that shows nothing until it gets a query */
XbQueryList *
xb_kind_new_list (XbWorkspace *self,
                  XbKind       kind)
{
  return XB_QUERY_LIST (xb_where_new_list (self, kind, NULL));
}

/** xb_kind_dup_page_sql: Returns: (transfer full): asks for one page of the rows that @ids finds under the alias q */
char *
xb_kind_dup_page_sql (XbKind      kind,
                      const char *ids,
                      const char *order)
{
  return page_sql (kind, &(XbWhere) { ids, order });
}
