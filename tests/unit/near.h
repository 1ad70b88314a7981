/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <math.h>

/* Independent figures are met to 1e-9, of the size of the figure where that is above 1. */
#define assert_near(a, b) \
  G_STMT_START { \
    double near_a = (a), near_b = (b); \
    g_assert_true (isfinite (near_a)); \
    if (fabs (near_a - near_b) > 1e-9 * MAX (1, fabs (near_b))) \
      g_error ("%s:%d: %s is %.15g, not %.15g", __FILE__, __LINE__, #a, near_a, near_b); \
  } G_STMT_END
