/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The julian day (GDate's, and xb_day_parse()'s) of 1970-01-01. */
#define XB_METRIC_DAY_EPOCH 719163
/* So many of all calls answered is what the trade holds for good; indicative. */
#define XB_METRIC_GOOD_RATE 0.65

/**
 * XbMetricDay:
 * @day: days since 1970-01-01
 * @calls: calls made
 * @answered: of these, answered; never more than @calls
 * @marks: marks as nuisance
 * @complaints: complaints
 * @inquiries: inquiries that came of them
 * @orders: orders that came of them
 * @revenue: what the orders brought, in fen; below zero where more was paid back
 *
 * What one number did on one day: the row that every figure of the effect is made of, and can be opened down to.
 */
typedef struct
{
  int    day;
  gint64 calls;
  gint64 answered;
  gint64 marks;
  gint64 complaints;
  gint64 inquiries;
  gint64 orders;
  gint64 revenue;
} XbMetricDay;

G_END_DECLS
