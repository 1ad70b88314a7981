/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-metric.h"

G_BEGIN_DECLS

/* What people and programs write into the cells of a report. */

gboolean xb_report_is_blank      (const char  *text);
gboolean xb_report_parse_period  (const char  *text,
                                  guint       *period,
                                  GError     **error);
gboolean xb_report_parse_count   (const char  *text,
                                  gint64      *count,
                                  GError     **error);
gboolean xb_report_parse_money    (const char  *text,
                                  gint64      *fen,
                                  GError     **error);
gboolean xb_report_parse_rate    (const char  *text,
                                  double      *rate,
                                  GError     **error);

G_END_DECLS
