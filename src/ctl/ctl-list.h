/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "ctl-table.h"
#include "ctl.h"

G_BEGIN_DECLS

/**
 * CtlListing:
 * @headings: (array zero-terminated=1): of the table, to be translated
 * @empty: what is said where the list is empty, to be translated
 * @to_json: Returns: (transfer full): the object
 * @to_row: adds as many cells as there are headings
 * @is_wanted: (nullable): whether the item is shown
 *
 * How one kind of object is printed.
 */
typedef struct
{
  const char *const *headings;
  const char        *empty;
  JsonObject      *(*to_json)   (Ctl      *ctl,
                                 gpointer  item);
  void             (*to_row)    (Ctl      *ctl,
                                 gpointer  item,
                                 CtlTable *table);
  gboolean         (*is_wanted) (gpointer  item,
                                 gpointer  data);
} CtlListing;

void ctl_list_print (Ctl              *ctl,
                     GListModel       *list,
                     const CtlListing *listing,
                     gpointer          data,
                     guint             offset,
                     guint             limit);
void ctl_item_print (Ctl              *ctl,
                     gpointer          item,
                     const CtlListing *listing);
void ctl_done_print (Ctl              *ctl,
                     const char       *member,
                     gint64            id,
                     const char       *sentence);

G_END_DECLS
