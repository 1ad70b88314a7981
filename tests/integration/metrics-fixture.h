/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-db.h"
#include "xb-error.h"
#include "xb-workspace-metrics.h"

/* A workspace with two numbers in a folder of its own, and the verbs of reports as one call each. */

typedef struct
{
  char         *folder;
  char         *report;
  XbClock      *clock;
  XbWorkspace  *ws;
  GAsyncResult *result;
  guint64       done, total; /* as progress told */
} MetricsFixture;

void             metrics_ended_cb    (GObject                *source,
                                      GAsyncResult           *result,
                                      gpointer                user_data);
GAsyncResult    *metrics_wait_result (MetricsFixture         *f);
void             metrics_add_number  (MetricsFixture         *f,
                                      const char             *spelling);
void             metrics_set_up      (MetricsFixture         *f,
                                      gconstpointer           data);
void             metrics_tear_down   (MetricsFixture         *f,
                                      gconstpointer           data);
XbMetricsResult *metrics_try_import  (MetricsFixture         *f,
                                      const char             *text,
                                      const XbMetricsOptions *options,
                                      GError                **error);
XbMetricsResult *metrics_import      (MetricsFixture         *f,
                                      const char             *text);
gboolean         metrics_undo        (MetricsFixture         *f,
                                      gint64                  id,
                                      GError                **error);
XbMetricsTotals  metrics_sum_up      (MetricsFixture         *f,
                                      gint64                  number,
                                      const char             *from,
                                      const char             *until);
XbDb            *metrics_open_file   (MetricsFixture         *f);
void             metrics_check_sums  (MetricsFixture         *f);
char            *metrics_make_rows   (guint                   n);
