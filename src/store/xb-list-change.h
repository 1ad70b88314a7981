/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * XbListChange:
 *
 * As GListModel::items-changed says it; nothing removed and nothing added: no change.
 */
typedef struct
{
  guint position;
  guint removed;
  guint added;
} XbListChange;

/* Returns: (transfer none) (nullable): what stands at @position now */
typedef GObject *(*XbListLookup) (gpointer list,
                                  gint64   position);

GArray      *xb_list_known_new   (void);
void         xb_list_known_add   (GArray       *known,
                                  guint         position,
                                  gpointer      item);
XbListChange xb_list_change_find (GArray       *known,
                                  guint         old_n,
                                  guint         new_n,
                                  XbListLookup  lookup,
                                  gpointer      list);

G_END_DECLS
