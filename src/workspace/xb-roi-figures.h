/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-db.h"
#include "xb-metric.h"
#include "xb-totals.h"

G_BEGIN_DECLS

/**
 * XbRoiWindow:
 * @span: the days
 * @sums: (element-type XbMetricSums): one for each of them
 *
 * The figures of a period, day by day.
 */
typedef struct
{
  XbSpan  span;
  GArray *sums;
} XbRoiWindow;

void     xb_roi_window_init    (XbRoiWindow  *self,
                                XbSpan        span);
void     xb_roi_window_clear   (XbRoiWindow  *self);
gboolean xb_roi_window_add_all (XbRoiWindow  *self,
                                XbDb         *db,
                                GError      **error);
gboolean xb_roi_window_add     (XbRoiWindow  *self,
                                XbDb         *db,
                                gint64        number,
                                int           sign,
                                GError      **error);
gboolean xb_roi_window_months  (XbRoiWindow  *self,
                                XbDb         *db,
                                gint64        number,
                                XbMetricSums *months,
                                gint64       *cut,
                                GError      **error);
void     xb_roi_window_rows    (XbRoiWindow  *self,
                                GArray       *rows);
gint64   xb_roi_period         (int           day);
XbMetricDay xb_roi_day         (const XbMetricSums *sums,
                                int                 day);

G_END_DECLS
