/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_METRIC_IMPORT (xb_metric_import_get_type ())
G_DECLARE_FINAL_TYPE (XbMetricImport, xb_metric_import, XB, METRIC_IMPORT, XbRecord)

const char *xb_metric_import_get_name      (XbMetricImport *self);
const char *xb_metric_import_get_source    (XbMetricImport *self);
gint64      xb_metric_import_get_at        (XbMetricImport *self);
gint64      xb_metric_import_get_rows      (XbMetricImport *self);
gint64      xb_metric_import_get_imported  (XbMetricImport *self);
gint64      xb_metric_import_get_replaced  (XbMetricImport *self);
gint64      xb_metric_import_get_rejected  (XbMetricImport *self);
const char *xb_metric_import_get_first_day (XbMetricImport *self);
const char *xb_metric_import_get_last_day  (XbMetricImport *self);
gint64      xb_metric_import_get_undone_at (XbMetricImport *self);
gboolean    xb_metric_import_get_undoable  (XbMetricImport *self);

G_END_DECLS
