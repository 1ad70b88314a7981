/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-chart-model.h"
#include "xb-effect-figures.h"

G_BEGIN_DECLS

/* The pictures of a report. Each (transfer full) (nullable): NULL where there is nothing to show. */
XbChartModel *xb_effect_plot_days    (const XbEffectFigures *figures);
XbChartModel *xb_effect_plot_pair    (const XbEffectFigures *figures,
                                       guint                  most,
                                       guint                 *n_rows);
XbChartModel *xb_effect_plot_costs   (const XbEffectFigures *figures);
XbChartModel *xb_effect_plot_gain    (const XbEffectFigures *figures);

G_END_DECLS
