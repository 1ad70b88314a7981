/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define XB_LIST_PAGE_SIZE 64

/* The pages of a lazy list that were looked at last, and those whose objects somebody shows. */
typedef struct _XbListPages XbListPages;

XbListPages *xb_list_pages_new         (void);
void         xb_list_pages_free        (XbListPages *self);
GPtrArray   *xb_list_pages_lookup      (XbListPages *self,
                                        guint        number);
void         xb_list_pages_insert      (XbListPages *self,
                                        guint        number,
                                        GPtrArray   *items);
void         xb_list_pages_trim        (XbListPages *self);
void         xb_list_pages_clear       (XbListPages *self);
GArray      *xb_list_pages_steal_known (XbListPages *self,
                                        guint        n_items);

G_END_DECLS
