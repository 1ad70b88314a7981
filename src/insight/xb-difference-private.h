/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-difference.h"

G_BEGIN_DECLS

/* The rates to be summed and whether each counts for or against. Four are the most: a difference of differences. */
typedef struct
{
  guint  n;
  double rates[4];
  double signs[4];
  double z;
} XbRateSum;

double   xb_rate_sum_width (gconstpointer sum,
                            double        calls);
double   xb_likely_rate    (const XbRate *rate,
                            const XbRate *other);
double   xb_rarer_share    (const XbRate *before,
                            const XbRate *after);
gboolean xb_rates_carry    (const XbRate *before,
                            const XbRate *after);

G_END_DECLS
