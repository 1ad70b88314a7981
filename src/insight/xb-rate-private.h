/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-rate.h"

G_BEGIN_DECLS

/* Where a rate of @hits in @trials may lie, for counts with fractions too: what-if counts have them. */
void xb_rate_bounds (double  hits,
                     double  trials,
                     double  z,
                     double *low,
                     double *high);

G_END_DECLS
