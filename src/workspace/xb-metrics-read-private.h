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
  gint64          *seen;    /* of each day: how many figures of numbers it has */
  GHashTable      *labels;  /* text, "" for none → XbMetricsOfLabel */
  char            *label;   /* (nullable): whose days are read */
} XbMetricsRead;

void     xb_metrics_read_start    (XbWorkspace           *self,
                                   const XbMetricsQuery  *query,
                                   const char            *platform,
                                   const char            *label,
                                   gpointer               tag,
                                   XbStoreJob             job,
                                   GCancellable          *cancellable,
                                   GAsyncReadyCallback    callback,
                                   gpointer               user_data);
gboolean xb_metrics_read_go_on    (XbDb                  *db,
                                   guint                  i,
                                   GError               **error);
guint    xb_metrics_read_open_days (XbMetricsRead        *verb);
void     xb_metrics_read_close_days (XbMetricsRead       *verb);
gboolean xb_metrics_read_take_all (XbMetricsRead         *verb,
                                   XbDb                  *db,
                                   GError               **error);
gboolean xb_metrics_read_take     (XbMetricsRead         *verb,
                                   XbDb                  *db,
                                   gint64                 number,
                                   guint                  from,
                                   guint                  until,
                                   int                    sign,
                                   GError               **error);
void     xb_metrics_of_label_free (gpointer               data);

G_END_DECLS
