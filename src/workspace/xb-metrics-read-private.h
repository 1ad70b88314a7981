/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-workspace-metrics.h"
#include "xb-workspace-private.h"

G_BEGIN_DECLS

/* What is asked of the figures, and what came of it. */
typedef struct
{
  GArray          *numbers; /* (nullable): all */
  guint            from, until;
  char            *platform;
  XbMetricsTotals  totals;
  XbMetricsSeries *series;
  gint8           *seen;    /* of each day: whether it has figures */
  GHashTable      *labels;  /* text, "" for none → XbMetricsOfLabel */
} XbMetricsRead;

void     xb_metrics_read_start    (XbWorkspace           *self,
                                   const XbMetricsQuery  *query,
                                   const char            *platform,
                                   gpointer               tag,
                                   XbStoreJob             job,
                                   GCancellable          *cancellable,
                                   GAsyncReadyCallback    callback,
                                   gpointer               user_data);
gboolean xb_metrics_read_go_on    (XbDb                  *db,
                                   guint                  i,
                                   GError               **error);
void     xb_metrics_of_label_free (gpointer               data);

G_END_DECLS
