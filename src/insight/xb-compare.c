/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-compare.h"

static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const XbRanked *one = a, *two = b;

  if (one->answered.known != two->answered.known)
    return one->answered.known ? -1 : 1;
  if (one->answered.rate > two->answered.rate || one->answered.rate < two->answered.rate)
    return one->answered.rate > two->answered.rate ? -1 : 1;
  if (one->answered.trials != two->answered.trials)
    return one->answered.trials > two->answered.trials ? -1 : 1;
  return (one->arm.id > two->arm.id) - (one->arm.id < two->arm.id);
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const XbPair *one = a, *two = b;

  if (one->answered.p_value > two->answered.p_value || one->answered.p_value < two->answered.p_value)
    return one->answered.p_value < two->answered.p_value ? -1 : 1;
  if (one->better != two->better)
    return one->better < two->better ? -1 : 1;
  return (one->worse > two->worse) - (one->worse < two->worse);
}

/* Bonferroni's interval: all @known arms lie in theirs at once as surely as the standard asks. */
static void
rank (GArray           *ranking,
      const XbStandard *standard,
      guint             known)
{
  for (guint i = 0; i < known; i++)
    {
      XbRanked *ranked = &g_array_index (ranking, XbRanked, i);
      const XbRate *answered = &ranked->answered;
      XbRate wide = xb_rate_wilson (answered->hits, answered->trials, 1 - (1 - standard->level) / known);

      ranked->low = wide.low;
      ranked->high = wide.high;
      ranked->rank = (int) i + 1;
      ranked->among_best = TRUE;
      if (i > 0 && answered->rate <= ranked[-1].answered.rate && answered->rate >= ranked[-1].answered.rate)
        ranked->rank = ranked[-1].rank;
    }
}

static XbDifference
difference (const XbRanked   *worse,
            const XbRanked   *better,
            const XbStandard *standard)
{
  return xb_difference_newcombe (worse->answered.hits, worse->answered.trials, better->answered.hits,
                                 better->answered.trials, standard);
}

static void
pair_up (XbComparison     *self,
         const XbStandard *standard,
         guint             known)
{
  for (guint better = 0; better < known; better++)
    for (guint worse = better + 1; worse < known; worse++)
      {
        XbPair pair = { .worse = worse, .better = better };

        pair.answered = difference (&g_array_index (self->ranking, XbRanked, worse),
                                    &g_array_index (self->ranking, XbRanked, better), standard);
        g_array_append_val (self->pairs, pair);
      }
  g_array_sort (self->pairs, compare_pairs);
}

/*
 * Holm's steps: the surest pair must be as sure as all pairs ask, the next one as sure as those that are left ask. The
 * intervals decide, so none says otherwise than its answer. Were all claims before it true, at most as many pairs as are
 * left show nothing in truth: so the chance of one false claim among all stays within the standard's.
 */
static void
step_down (XbComparison     *self,
           const XbStandard *standard)
{
  g_autofree double *p_values = g_new (double, self->pairs->len);
  guint left = self->pairs->len;

  for (guint i = 0; i < self->pairs->len; i++)
    {
      XbPair *pair = &g_array_index (self->pairs, XbPair, i);
      XbRanked *worse = &g_array_index (self->ranking, XbRanked, pair->worse);
      const XbRanked *better = &g_array_index (self->ranking, XbRanked, pair->better);
      XbStandard stricter = *standard;

      p_values[i] = pair->answered.p_value;
      stricter.level = 1 - (1 - standard->level) / left;
      pair->answered = difference (worse, better, &stricter);
      pair->spread = xb_spread_new (&pair->answered, NULL, (XbDeviation[]) { worse->arm.deviation, better->arm.deviation }, &stricter);
      pair->proven = pair->answered.effect == XB_EFFECT_UP && pair->spread.effect == XB_EFFECT_UP;
      if (pair->proven)
        {
          worse->among_best = FALSE;
          left--;
        }
    }
  xb_holm (p_values, self->pairs->len);
  for (guint i = 0; i < self->pairs->len; i++)
    g_array_index (self->pairs, XbPair, i).p_adjusted = p_values[i];
}

/**
 * xb_comparison_new:
 * @arms: (array length=n_arms): what is compared
 * @n_arms: how many
 * @standard: what is asked of a proof, of all comparisons together
 *
 * Source: S. Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6 (1979)
 * 65–70; for the interval of each arm C. E. Bonferroni's inequality.
 *
 * Returns: (transfer full): the ranking and every pair
 */
XbComparison *
xb_comparison_new (const XbArm      *arms,
                   gsize             n_arms,
                   const XbStandard *standard)
{
  XbComparison *self = g_new0 (XbComparison, 1);
  guint known = 0;

  self->ranking = g_array_new (FALSE, FALSE, sizeof (XbRanked));
  self->pairs = g_array_new (FALSE, FALSE, sizeof (XbPair));
  g_return_val_if_fail (arms != NULL || n_arms == 0, self);
  g_return_val_if_fail (standard != NULL && xb_standard_is_valid (standard), self);

  for (gsize i = 0; i < n_arms; i++)
    {
      const XbTotals *totals = &arms[i].totals;
      XbRanked ranked = { arms[i], xb_rate_wilson (totals->answered, totals->calls, standard->level), 0, 1 };

      known += ranked.answered.known;
      g_array_append_val (self->ranking, ranked);
    }
  g_array_sort (self->ranking, compare_ranked);
  rank (self->ranking, standard, known);
  pair_up (self, standard, known);
  step_down (self, standard);
  return self;
}

void
xb_comparison_free (XbComparison *self)
{
  g_array_unref (self->ranking);
  g_array_unref (self->pairs);
  g_free (self);
}

/**
 * xb_holm:
 * @p_values: (array length=n) (inout): from the smallest to the largest, to be corrected
 * @n: how many
 *
 * The adjusted p-values of Holm's procedure, see xb_comparison_new().
 */
void
xb_holm (double *p_values,
         gsize   n)
{
  double largest = 0;

  g_return_if_fail (p_values != NULL || n == 0);

  for (gsize i = 0; i < n; i++)
    {
      largest = MAX (largest, MIN (1, p_values[i] * (double) (n - i)));
      p_values[i] = largest;
    }
}
