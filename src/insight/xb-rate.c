/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "xb-quantile.h"
#include "xb-rate-private.h"

/*
 * The ends are the roots of (n + z²) p² − (2k + z²) p + k²/n = 0. The lower one is taken from their product, as
 * the usual formula subtracts two numbers that are nearly the same.
 */
void
xb_rate_bounds (double  hits,
                double  trials,
                double  z,
                double *low,
                double *high)
{
  double share = hits / trials;
  double sum = 2 * hits + z * z + z * sqrt (z * z + 4 * share * (trials - hits));

  *low = 2 * hits * share / sum;
  *high = hits >= trials ? 1 : MIN (sum / (2 * (trials + z * z)), 1);
}

static XbRate
start (gint64 hits,
       gint64 trials,
       double level)
{
  XbRate rate = { hits >= 0 && trials > 0 && hits <= trials, hits, trials, 0, 0, 1, level };

  if (rate.known)
    rate.rate = (double) hits / (double) trials;
  return rate;
}

/**
 * xb_rate_wilson:
 * @hits: calls that count
 * @trials: all calls
 * @level: how sure the interval is to be, between 0 and 1
 *
 * Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American
 * Statistical Association 22 (1927) 209–212; method 3 of R. G. Newcombe, Two-sided confidence intervals for the single
 * proportion, Statistics in Medicine 17 (1998) 857–872.
 *
 * Returns: the rate with its score interval
 */
XbRate
xb_rate_wilson (gint64 hits,
                gint64 trials,
                double level)
{
  XbRate rate = start (hits, trials, level);
  double z = xb_normal_two_sided (level);

  if (rate.known)
    xb_rate_bounds ((double) hits, (double) trials, z, &rate.low, &rate.high);
  return rate;
}

static double
corrected_low (double k,
               double n,
               double z)
{
  double p = k / n;
  double root = z * z - 2 - 1 / n + 4 * p * (n * (1 - p) + 1);

  return k <= 0 ? 0 : MAX ((2 * k + z * z - 1 - z * sqrt (MAX (root, 0))) / (2 * (n + z * z)), 0);
}

/**
 * xb_rate_wilson_corrected:
 * @hits: calls that count
 * @trials: all calls
 * @level: how sure the interval is to be, between 0 and 1
 *
 * The score interval with correction for continuity, wider: method 4 of Newcombe (1998), see xb_rate_wilson().
 *
 * Returns: the rate with its interval
 */
XbRate
xb_rate_wilson_corrected (gint64 hits,
                          gint64 trials,
                          double level)
{
  XbRate rate = start (hits, trials, level);
  double z = xb_normal_two_sided (level);

  if (rate.known)
    {
      rate.low = MIN (corrected_low ((double) hits, (double) trials, z), rate.rate);
      rate.high = MAX (1 - corrected_low ((double) (trials - hits), (double) trials, z), rate.rate);
    }
  return rate;
}
