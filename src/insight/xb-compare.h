/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-spread.h"
#include "xb-totals.h"

G_BEGIN_DECLS

/**
 * XbArm:
 * @id: the caller's name for it: a label, a number
 * @totals: its sums, and the days that they come from
 * @deviation: how those differ that it is made of, such as the numbers that showed a label; all zero: not known
 *
 * One of several that are compared.
 */
typedef struct
{
  gint64      id;
  XbTotals    totals;
  XbDeviation deviation;
} XbArm;

/**
 * XbRanked:
 * @arm: what is ranked
 * @answered: its share of calls answered, with an interval of its own
 * @low: lower end of the interval that holds for all arms at once
 * @high: upper end
 * @rank: its place from 1; equal shares have the same one; 0 without calls
 * @among_best: whether none is proven to be better
 */
typedef struct
{
  XbArm    arm;
  XbRate   answered;
  double   low;
  double   high;
  int      rank;
  gboolean among_best;
} XbRanked;

/**
 * XbPair:
 * @worse: the arm with the smaller share, as an index of the ranking
 * @better: the arm with the larger one
 * @answered: the difference from @worse to @better, at the level that is asked of this pair: above the standard's,
 *   as many comparisons find something by chance
 * @spread: the same, reckoned with what their parts differ by
 * @proven: whether @better is better: beside all the other pairs, and though parts differ
 * @p_adjusted: its p-value, corrected for all pairs
 */
typedef struct
{
  guint        worse;
  guint        better;
  XbDifference answered;
  XbSpread     spread;
  gboolean     proven;
  double       p_adjusted;
} XbPair;

/**
 * XbComparison:
 * @ranking: (element-type XbRanked): the best first, those without calls last
 * @pairs: (element-type XbPair): every pair that has calls, the surest difference first
 *
 * Label against label, number against number.
 */
typedef struct
{
  GArray *ranking;
  GArray *pairs;
} XbComparison;

XbComparison *xb_comparison_new  (const XbArm      *arms,
                                  gsize             n_arms,
                                  const XbStandard *standard);
void          xb_comparison_free (XbComparison     *self);
void          xb_holm            (double           *p_values,
                                  gsize             n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbComparison, xb_comparison_free)

G_END_DECLS
