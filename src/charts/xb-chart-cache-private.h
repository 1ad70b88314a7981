/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-chart-model.h"

G_BEGIN_DECLS

/**
 * XbChartCache:
 * @rows: (nullable) (element-type double): every x of the model once, rising
 * @ranged: whether @low and @high are known
 * @low: the least value that the axis has to reach
 * @high: the greatest one
 *
 * What is found out once by going through all points, and forgotten when one is added: a chart that is moved is laid out anew
 * for each frame.
 */
typedef struct
{
  GArray  *rows;
  gboolean ranged;
  double   low;
  double   high;
} XbChartCache;

XbChartCache *xb_chart_model_get_cache (XbChartModel *self);

G_END_DECLS
