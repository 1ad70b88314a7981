/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-metric-ledger.h"
#include "xb-metric-rows.h"
#include "xb-progress-meter.h"
#include "xb-workspace-metrics.h"
#include "xb-workspace-private.h"

G_BEGIN_DECLS

/* What importing a report, surveying it and looking at its first rows share. */
typedef struct
{
  XbVerb            verb;
  char             *path;
  char             *number;    /* (nullable): of all rows */
  XbStrangers       strangers;
  char             *sheet;     /* (nullable): the only one */
  char             *source;    /* (nullable): what it is called from now on */
  char             *columns;   /* (nullable): that were chosen */
  char             *fingerprint; /* (nullable): for these headings */
  GHashTable       *remembered;
  guint             today;     /* as a period */
  XbReportTable    *table;
  XbMetricRows     *rows;
  gboolean          ended;     /* all of the file is read */
  guint64           written;   /* bytes of the file whose rows are written */
  guint             first, last; /* periods that came in */
  guint64           stranger_rows;
  XbMetricsResult  *result;
  XbMetricsSurvey  *survey;
  XbMetricsPreview *preview;
  XbProgressMeter  *progress;
} XbMetricsImport;

XbMetricsImport *xb_metrics_import_new   (XbWorkspace             *self,
                                          const char              *path,
                                          const XbMetricsOptions  *options);
void             xb_metrics_import_free  (gpointer                 data);
gboolean         xb_metrics_import_open  (XbMetricsImport         *verb,
                                          GError                 **error);
gboolean         xb_metrics_import_prepare (gpointer               data,
                                            GCancellable          *cancellable,
                                            GError               **error);
gboolean         xb_metrics_import_go_through (XbMetricsImport    *verb,
                                            XbDb                  *db,
                                            XbMetricLedger        *ledger,
                                            GError               **error);
GError          *xb_metrics_import_check (XbMetricsImport         *verb,
                                          const XbReportEntry     *entry);

G_END_DECLS
