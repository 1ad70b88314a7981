/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-gain.h"
#include "xb-totals.h"

G_BEGIN_DECLS

/* A share in basis points: 10000 is 100 %. */
#define XB_BASIS_POINTS 10000

/**
 * XbPays:
 * @XB_PAYS_YES: it brought more than it cost, and that is proven: the whole interval of the profit lies above the cost
 * @XB_PAYS_NO: it brought less than it cost: the whole interval lies below
 * @XB_PAYS_UNSURE: the cost lies in the interval, or there are too few orders to claim anything
 * @XB_PAYS_FREE: nothing was spent, so there is no return on it
 * @XB_PAYS_NO_MARGIN: the margin is zero or was not entered
 * @XB_PAYS_NO_REVENUE: no orders, or none that brought money, so nobody knows what one is worth
 * @XB_PAYS_NO_CALLS: no calls in one of the periods
 *
 * The answer to the owner's one question. All but the first three come without a return.
 */
typedef enum
{
  XB_PAYS_YES,
  XB_PAYS_NO,
  XB_PAYS_UNSURE,
  XB_PAYS_FREE,
  XB_PAYS_NO_MARGIN,
  XB_PAYS_NO_REVENUE,
  XB_PAYS_NO_CALLS,
} XbPays;

/**
 * XbUnitCost:
 * @known: whether there is one: not where nothing was gained
 * @fen: what one more cost
 * @low: lower end of its interval
 * @bounded: whether the interval has an upper end: not where the gain may be nothing
 * @high: upper end of its interval, where @bounded
 *
 * What one more call answered, inquiry or order cost, in fen.
 */
typedef struct
{
  gboolean known;
  gint64   fen;
  gint64   low;
  gboolean bounded;
  gint64   high;
} XbUnitCost;

/**
 * XbSum:
 * @known: whether there is one
 * @value: in fen, or in basis points for a return
 * @low: lower end of its interval
 * @high: upper end of its interval
 */
typedef struct
{
  gboolean known;
  gint64   value;
  gint64   low;
  gint64   high;
} XbSum;

/**
 * XbPayback:
 * @before: sums of the period before, and its days
 * @after: sums of the period after
 * @cost: what was spent, in fen
 * @margin: what is left of the revenue, in basis points, as the owner entered it
 * @answered: what happened to the share of calls answered
 * @inquiries: what happened to inquiries for each call
 * @orders: what happened to orders for each call
 * @extra_answered: how many more calls were answered
 * @extra_inquiries: how many more inquiries came
 * @extra_orders: how many more orders came
 * @per_answered: what one more call answered cost
 * @per_inquiry: what one more inquiry cost
 * @per_order: what one more order cost
 * @profit: @extra_orders × the average order of both periods × @margin, in fen
 * @roi: (@profit − @cost) ÷ @cost, in basis points
 * @pays: the answer
 *
 * What a change cost and brought. Every sum of money is rounded once, at its end, half away from zero.
 */
typedef struct
{
  XbTotals          before;
  XbTotals          after;
  gint64            cost;
  int               margin;
  XbDifference      answered;
  XbCountDifference inquiries;
  XbCountDifference orders;
  XbGain            extra_answered;
  XbGain            extra_inquiries;
  XbGain            extra_orders;
  XbUnitCost        per_answered;
  XbUnitCost        per_inquiry;
  XbUnitCost        per_order;
  XbSum             profit;
  XbSum             roi;
  XbPays            pays;
} XbPayback;

gboolean   xb_payback_new   (const XbTotals   *before,
                             const XbTotals   *after,
                             gint64            cost,
                             int               margin,
                             const XbStandard *standard,
                             XbPayback        *payback,
                             GError          **error);
XbUnitCost xb_unit_cost_new (gint64            cost,
                             const XbGain     *gain);

G_END_DECLS
