/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-db.h"
#include "xb-metric.h"

G_BEGIN_DECLS

/**
 * XbMetricLedger:
 *
 * Writes and takes out rows of figures within one transaction, and keeps what is summed up from them true.
 */
typedef struct _XbMetricLedger XbMetricLedger;

/* The key of a row. */
#define XB_METRIC_KEY(number, period) ((gint64) (number) << 16 | (period))

/* The columns of the figures, in the order of #XbMetric. */
#define XB_METRIC_COLUMNS "calls, answered, marks, complaints, inquiries, orders, revenue"
#define XB_METRIC_SUM_COLUMNS "rows, rated, " XB_METRIC_COLUMNS ", n_calls, n_answered, n_marks, n_complaints, n_inquiries, " \
                              "n_orders, n_revenue"

XbMetricLedger *xb_metric_ledger_new        (XbDb                   *db,
                                             gint64                  import_id);
void            xb_metric_ledger_free       (XbMetricLedger         *self);
gboolean        xb_metric_ledger_expect     (XbMetricLedger         *self,
                                             gint64                  first,
                                             gint64                  last,
                                             GError                **error);
gboolean        xb_metric_ledger_put        (XbMetricLedger         *self,
                                             gint64                  key,
                                             const XbMetricFigures  *figures,
                                             gboolean               *replaced,
                                             GError                **problem,
                                             GError                **error);
gboolean        xb_metric_ledger_flush      (XbMetricLedger         *self,
                                             GError                **error);

gboolean        xb_metric_ledger_undo       (XbDb                   *db,
                                             gint64                  import_id,
                                             GError                **error);
gboolean        xb_metric_ledger_forget     (XbDb                   *db,
                                             GError                **error);

/* Within the ledger's files, and for readers of its tables. */
gboolean        xb_metric_ledger_count      (XbMetricLedger         *self,
                                             gint64                  key,
                                             const XbMetricFigures  *figures,
                                             int                     sign,
                                             GError                **error);
void            xb_metric_figures_bind      (const XbMetricFigures  *figures,
                                             XbValue                *values,
                                             char                   *types);
void            xb_metric_figures_overlay   (XbMetricFigures        *below,
                                             const XbMetricFigures  *above,
                                             guint                   known);
void            xb_metric_rows_figures      (XbRows                 *rows,
                                             int                     column,
                                             XbMetricFigures        *figures);
void            xb_metric_rows_sums         (XbRows                 *rows,
                                             int                     column,
                                             XbMetricSums           *sums);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbMetricLedger, xb_metric_ledger_free)

G_END_DECLS
