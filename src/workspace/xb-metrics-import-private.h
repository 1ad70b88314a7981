/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-metric-rows.h"
#include "xb-progress-meter.h"
#include "xb-workspace-metrics.h"
#include "xb-workspace-private.h"

G_BEGIN_DECLS

/* What importing a report and looking at it beforehand share. */
typedef struct
{
  XbVerb            verb;
  char             *path;
  char             *number;    /* (nullable): of all rows */
  gboolean          add_numbers;
  char             *columns;   /* (nullable): that were chosen */
  char             *fingerprint; /* (nullable): for these headings */
  GHashTable       *remembered;
  guint             today;     /* as a period */
  XbReportTable    *table;
  XbMetricRows     *rows;
  gboolean          ended;     /* all of the file is read */
  guint64           written;   /* bytes of the file whose rows are written */
  guint             first, last; /* periods that came in */
  XbMetricsResult  *result;
  XbMetricsPreview *preview;
  XbProgressMeter  *progress;
} XbMetricsImport;

XbMetricsImport *xb_metrics_import_new   (XbWorkspace             *self,
                                          const char              *path,
                                          const XbMetricsOptions  *options);
void             xb_metrics_import_free  (gpointer                 data);
gboolean         xb_metrics_import_open  (XbMetricsImport         *verb,
                                          GError                 **error);
GError          *xb_metrics_import_check (XbMetricsImport         *verb,
                                          const XbReportEntry     *entry);

G_END_DECLS
