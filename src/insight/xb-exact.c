/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-exact-private.h"

__extension__ typedef unsigned __int128 Magnitude;

#define WIDE_MAX ((XbWide) (~(Magnitude) 0 >> 1))

static Magnitude
magnitude (XbWide a)
{
  return a < 0 ? -(Magnitude) a : (Magnitude) a;
}

/* Returns: whether @a × @b can be held; not by a builtin, which clang wants a library of its own for. */
gboolean
xb_wide_multiply (XbWide  a,
                  XbWide  b,
                  XbWide *product)
{
  if (b != 0 && magnitude (a) > (Magnitude) WIDE_MAX / magnitude (b))
    return FALSE;
  *product = a * b;
  return TRUE;
}

/* Returns: whether the product of all @factors can be held */
gboolean
xb_wide_product (const gint64 *factors,
                 guint         n,
                 XbWide       *product)
{
  *product = 1;
  for (guint i = 0; i < n; i++)
    if (!xb_wide_multiply (*product, factors[i], product))
      return FALSE;
  return TRUE;
}

/* Returns: whether @a − @b can be held */
gboolean
xb_wide_subtract (XbWide  a,
                  XbWide  b,
                  XbWide *difference)
{
  if (b < 0 ? a > WIDE_MAX + b : a < b - WIDE_MAX)
    return FALSE;
  *difference = a - b;
  return TRUE;
}

/* Divides and rounds to the nearest whole number, a half away from zero. Returns: whether it can be kept */
gboolean
xb_wide_divide (XbWide  a,
                XbWide  b,
                gint64 *quotient)
{
  Magnitude top = magnitude (a), bottom = magnitude (b), whole, rest;

  g_return_val_if_fail (b != 0, FALSE);

  whole = top / bottom;
  rest = top % bottom;
  whole += rest >= bottom - rest;
  if (whole > G_MAXINT64)
    return FALSE;
  *quotient = (a < 0) != (b < 0) ? -(gint64) whole : (gint64) whole;
  return TRUE;
}
