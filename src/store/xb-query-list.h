/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-list-query.h"
#include "xb-store.h"

G_BEGIN_DECLS

/**
 * XbRowFunc:
 * @row: at the row
 *
 * Returns: (transfer full): the object of the row; the same one as before where an object of that
 *   id is alive, with its properties brought up to date
 */
typedef gpointer (*XbRowFunc) (XbRows  *row,
                               gpointer user_data);

#define XB_TYPE_QUERY_LIST (xb_query_list_get_type ())
G_DECLARE_FINAL_TYPE (XbQueryList, xb_query_list, XB, QUERY_LIST, GObject)

XbQueryList  *xb_query_list_new        (XbStore           *store,
                                        GType              item_type,
                                        const char        *count_sql,
                                        const char        *page_sql,
                                        XbRowFunc          make_item,
                                        gpointer           user_data);
void          xb_query_list_set_query  (XbQueryList       *self,
                                        const char        *count_sql,
                                        const char        *page_sql,
                                        const char        *types,
                                        ...);
void          xb_query_list_set_id_query (XbQueryList       *self,
                                        const char        *ids_sql,
                                        const char        *page_sql,
                                        const char        *types,
                                        ...);
void          xb_query_list_set_found  (XbQueryList       *self,
                                        XbListFind         find,
                                        gpointer           data,
                                        GDestroyNotify     free_data,
                                        const char        *page_sql);
void          xb_query_list_set_tables (XbQueryList       *self,
                                        const char *const *tables);
void          xb_query_list_refresh    (XbQueryList       *self);
const GError *xb_query_list_get_error  (XbQueryList       *self);

G_END_DECLS
