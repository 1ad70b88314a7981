/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-list-query.h"
#include "xb-workspace-lists.h"

G_BEGIN_DECLS

/**
 * XbWhere:
 * @ids: "FROM … WHERE …" that finds rows under the alias q; counting and paging walk that alone
 *   (an index where there is one), and the rest of a row is fetched for one page
 * @order: columns of q
 * @count: (nullable): a quicker way to count than over @ids
 *
 * Which rows a lazy list holds, in which order.
 */
typedef struct
{
  const char *ids;
  const char *order;
  const char *count;
} XbWhere;

/* @where: (nullable): set later. */
GListModel *xb_where_new_list    (XbWorkspace   *self,
                                  XbKind         kind,
                                  const XbWhere *where);
/* @value is bound to the one "?" of @where. */
GListModel *xb_where_new_list_of (XbWorkspace   *self,
                                  XbKind         kind,
                                  const XbWhere *where,
                                  gint64         value);
/* For somebody who goes through all rows: the ids are read at once, so that the last page costs no more than the first. */
GListModel *xb_where_new_walk    (XbWorkspace   *self,
                                  XbKind         kind,
                                  const XbWhere *where);
/* @types: "", "i" with @value or "t" with @text */
void        xb_where_set_query   (GListModel    *list,
                                  XbKind         kind,
                                  const XbWhere *where,
                                  const char    *types,
                                  gint64         value,
                                  const char    *text);
/* @order: columns of r in which @find gives the ids; the rest as for xb_list_query_new_found() */
void        xb_where_set_found   (GListModel     *list,
                                  XbKind          kind,
                                  const char     *order,
                                  XbListFind      find,
                                  gpointer        data,
                                  GDestroyNotify  free_data);

G_END_DECLS
