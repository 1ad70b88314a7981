/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The figures of a number for a day or a month, as platforms and telephone systems report them. */

typedef enum
{
  XB_METRIC_CALLS,
  XB_METRIC_ANSWERED,
  XB_METRIC_MARKS,
  XB_METRIC_COMPLAINTS,
  XB_METRIC_INQUIRIES,
  XB_METRIC_ORDERS,
  XB_METRIC_REVENUE, /* fen */
} XbMetric;

#define XB_N_METRICS (XB_METRIC_REVENUE + 1)

/* No number has more of anything in a month; a figure beyond it is a telephone number or a serial number. */
#define XB_METRIC_COUNT_MOST 100000000
#define XB_METRIC_REVENUE_MOST G_GINT64_CONSTANT (1000000000000000)

/**
 * XbMetricFigures:
 * @value: what was reported, 0 where nothing was
 * @known: a bit for each #XbMetric that was reported; nothing is not the same as 0
 */
typedef struct
{
  gint64 value[XB_N_METRICS];
  guint  known;
} XbMetricFigures;

/**
 * XbMetricSums:
 * @rows: how many days or months of numbers are in it
 * @rated: calls of the rows that also say how many were answered: what an answer rate is a share of
 * @sum: of what was reported
 * @n: in how many of the rows it was reported
 */
typedef struct
{
  gint64 rows;
  gint64 rated;
  gint64 sum[XB_N_METRICS];
  gint64 n[XB_N_METRICS];
} XbMetricSums;

/* A period is a day, counted from 2000-01-01, or a month as a whole, counted behind all days: a month's figures
 * are never spread over days that nobody counted. */
#define XB_PERIOD_MONTHS   50000
#define XB_PERIOD_NONE     G_MAXUINT
#define XB_PERIOD_IS_MONTH(period) ((period) >= XB_PERIOD_MONTHS)


guint       xb_period_from_day       (const char            *day);
guint       xb_period_from_julian    (guint32                julian);
guint       xb_period_from_month     (guint                  year,
                                      guint                  month);
void        xb_period_format         (guint                  period,
                                      char                   out[11]);
guint       xb_period_month          (guint                  day);
guint       xb_month_first_day       (guint                  month);

const char *xb_metric_to_string      (XbMetric               metric);
void        xb_metric_sums_add       (XbMetricSums          *self,
                                      const XbMetricFigures *figures,
                                      int                    sign);
void        xb_metric_sums_add_sums  (XbMetricSums          *self,
                                      const XbMetricSums    *other);
void        xb_metric_sums_take_away (XbMetricSums          *self,
                                      const XbMetricSums    *other);
guint       xb_metric_sums_known     (const XbMetricSums    *self);
gboolean    xb_metric_figures_check  (const XbMetricFigures *self,
                                      GError               **error);

G_END_DECLS
