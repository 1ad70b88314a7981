/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-db.h"

G_BEGIN_DECLS

/**
 * XbLabelDue:
 * @today: ISO date
 * @horizon: the last day to look at
 * @most: rows that each question may bring
 * @names: key of a platform → its name
 * @due: (element-type XbDue): receives what is due
 * @n_due: (inout): grows by all that is due
 */
typedef struct
{
  const char *today;
  const char *horizon;
  gint64      most;
  GHashTable *names;
  GPtrArray  *due;
  guint64    *n_due;
} XbLabelDue;

gboolean xb_label_due_read (XbLabelDue  *self,
                            XbDb        *db,
                            GError     **error);

G_END_DECLS
