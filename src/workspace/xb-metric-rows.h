/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-db.h"
#include "xb-report-table.h"

G_BEGIN_DECLS

/**
 * XbMetricRow:
 * @key: of the row: the number, as an index at first and as its id later, and the period; -1: left out
 * @counts: all figures but the last
 * @revenue: the last
 *
 * One entry of a report in 48 bytes: a million of them are held at once and sorted.
 */
typedef struct
{
  gint64  key;
  guint   line;
  guint   known;
  gint64  revenue;
  guint32 counts[XB_METRIC_REVENUE];
} XbMetricRow;

/* Rows of a report that wait to be written, and the numbers that they are of. */
typedef struct _XbMetricRows XbMetricRows;

/* What becomes of rows whose number is not in the register. */
typedef enum
{
  XB_STRANGERS_REFUSE,
  XB_STRANGERS_ADD,     /* into the register */
  XB_STRANGERS_SUPPOSE, /* as if they were there; nothing is written */
} XbStrangers;

/* Beyond every id of the register: numbers that are supposed to be there. */
#define XB_STRANGER_ID (G_GINT64_CONSTANT (1) << 40)

typedef void (*XbMetricRejectFunc) (gpointer    data,
                                    guint       line,
                                    const char *reason);

XbMetricRows      *xb_metric_rows_new                (void);
void               xb_metric_rows_free               (XbMetricRows         *self);
guint              xb_metric_rows_get_n              (XbMetricRows         *self);
const XbMetricRow *xb_metric_rows_get                (XbMetricRows         *self,
                                                      guint                 index);
void               xb_metric_rows_clear              (XbMetricRows         *self);
void               xb_metric_rows_add                (XbMetricRows         *self,
                                                      const XbReportEntry  *entry,
                                                      const char           *number);
gboolean           xb_metric_rows_resolve            (XbMetricRows         *self,
                                                      XbDb                 *db,
                                                      gint64                now,
                                                      XbStrangers           strangers,
                                                      guint64              *n_added,
                                                      XbMetricRejectFunc    reject,
                                                      gpointer              data,
                                                      GError              **error);
GPtrArray         *xb_metric_rows_dup_strangers      (XbMetricRows         *self);
void               xb_metric_row_figures             (const XbMetricRow    *row,
                                                      XbMetricFigures      *figures);
char              *xb_metric_rows_dup_number_problem (const char           *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbMetricRows, xb_metric_rows_free)

G_END_DECLS
