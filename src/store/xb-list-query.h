/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-db.h"

G_BEGIN_DECLS

/**
 * XbListFind:
 * @db: the connection of the list
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the ids of all rows, in order; or %NULL with @error
 */
typedef GArray *(*XbListFind) (XbDb     *db,
                               gpointer  data,
                               GError  **error);

/* What a lazy list asks for. */
typedef struct _XbListQuery XbListQuery;

XbListQuery *xb_list_query_new     (const char     *count_sql,
                                    const char     *page_sql,
                                    const char     *types,
                                    va_list         arguments);
XbListQuery *xb_list_query_new_ids (const char     *ids_sql,
                                    const char     *page_sql,
                                    const char     *types,
                                    va_list         arguments);
XbListQuery *xb_list_query_new_found (XbListFind      find,
                                      gpointer        data,
                                      GDestroyNotify  free_data,
                                      const char     *page_sql);
void         xb_list_query_free    (XbListQuery    *self);
guint        xb_list_query_count   (XbListQuery    *self,
                                    XbDb           *db,
                                    GError        **error);
XbRows      *xb_list_query_page    (XbListQuery    *self,
                                    XbDb           *db,
                                    guint           first,
                                    guint           n,
                                    GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbListQuery, xb_list_query_free)

G_END_DECLS
