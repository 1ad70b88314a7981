/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "xb-quantile.h"

/* Numerator and denominator of a rational approximation, highest power first. */
typedef struct
{
  double top[8];
  double bottom[8];
} Rational;

static const Rational central = {
  { 2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
    13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608 },
  { 5226.495278852545925, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
    5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1.0 },
};

static const Rational tail = {
  { 7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
    3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734 },
  { 1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
    0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1.0 },
};

static const Rational far_tail = {
  { 2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
    0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772 },
  { 2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
    0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1.0 },
};

static double
rational (const Rational *at,
          double          r)
{
  double top = at->top[0], bottom = at->bottom[0];

  for (guint i = 1; i < G_N_ELEMENTS (at->top); i++)
    {
      top = top * r + at->top[i];
      bottom = bottom * r + at->bottom[i];
    }
  return top / bottom;
}

/**
 * xb_normal_quantile:
 * @p: a probability between 0 and 1, both excluded
 *
 * Source: M. J. Wichura, Algorithm AS 241: The Percentage Points of the Normal Distribution, Applied Statistics 37
 * (1988) 477–484, PPND16: about one part in 10^16.
 *
 * Returns: the z below which a standard normal variable falls with probability @p
 */
double
xb_normal_quantile (double p)
{
  double q = p - 0.5, r;

  g_return_val_if_fail (p > 0 && p < 1, 0);

  if (fabs (q) <= 0.425)
    return q * rational (&central, 0.180625 - q * q);
  r = sqrt (-log (q < 0 ? p : 1 - p));
  r = r <= 5 ? rational (&tail, r - 1.6) : rational (&far_tail, r - 5);
  return q < 0 ? -r : r;
}

/** xb_normal_two_sided: Returns: the z of an interval that holds with probability @level: 1.96 for 0.95 */
double
xb_normal_two_sided (double level)
{
  g_return_val_if_fail (level > 0 && level < 1, 0);

  return -xb_normal_quantile ((1 - level) / 2);
}

/** xb_normal_p_value: Returns: how probable it is that chance alone gives a z as far from 0 as @z, to either side */
double
xb_normal_p_value (double z)
{
  return erfc (fabs (z) * G_SQRT2 / 2);
}
