/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-db.h"
#include "xb-metric.h"

G_BEGIN_DECLS

/* Sums over what the ledger keeps. Days are periods, both ends included. */

gboolean xb_metric_sum_all    (XbDb          *db,
                               guint          from,
                               guint          until,
                               XbMetricSums  *sums,
                               GError       **error);
gboolean xb_metric_sum_number (XbDb          *db,
                               gint64         number,
                               guint          from,
                               guint          until,
                               XbMetricSums  *sums,
                               GError       **error);
gboolean xb_metric_sum_months (XbDb          *db,
                               gint64         number,
                               guint          from,
                               guint          until,
                               XbMetricSums  *sums,
                               gint64        *cut,
                               GError       **error);

G_END_DECLS
