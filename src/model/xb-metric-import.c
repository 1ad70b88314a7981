/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-metric-import.h"

/* One report that was taken in, and can be taken out again. */
struct _XbMetricImport
{
  XbRecord parent_instance;

  char *name; /* of the file */
  char *source; /* (nullable): what the owner calls where it comes from */
  gint64 at;
  gint64 rows;
  gint64 imported;
  gint64 replaced;
  gint64 rejected;
  char *first_day; /* or a month: "2026-08" */
  char *last_day;
  gint64 undone_at;
  gboolean undoable;
};

G_DEFINE_FINAL_TYPE (XbMetricImport, xb_metric_import, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbMetricImport, xb_field_text, name, "name"),
  XB_FIELD (XbMetricImport, xb_field_text, source, "source"),
  XB_FIELD (XbMetricImport, xb_field_int, at, "at"),
  XB_FIELD (XbMetricImport, xb_field_int, rows, "rows"),
  XB_FIELD (XbMetricImport, xb_field_int, imported, "imported"),
  XB_FIELD (XbMetricImport, xb_field_int, replaced, "replaced"),
  XB_FIELD (XbMetricImport, xb_field_int, rejected, "rejected"),
  XB_FIELD (XbMetricImport, xb_field_text, first_day, "first-day"),
  XB_FIELD (XbMetricImport, xb_field_text, last_day, "last-day"),
  XB_FIELD (XbMetricImport, xb_field_int, undone_at, "undone-at"),
  XB_FIELD (XbMetricImport, xb_field_bool, undoable, "undoable"),
};

static void
xb_metric_import_class_init (XbMetricImportClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_metric_import_init (XbMetricImport *self)
{
}

XB_GETTER (XbMetricImport, xb_metric_import, const char *, name)
XB_GETTER (XbMetricImport, xb_metric_import, const char *, source)
XB_GETTER (XbMetricImport, xb_metric_import, gint64, at)
XB_GETTER (XbMetricImport, xb_metric_import, gint64, rows)
XB_GETTER (XbMetricImport, xb_metric_import, gint64, imported)
XB_GETTER (XbMetricImport, xb_metric_import, gint64, replaced)
XB_GETTER (XbMetricImport, xb_metric_import, gint64, rejected)
XB_GETTER (XbMetricImport, xb_metric_import, const char *, first_day)
XB_GETTER (XbMetricImport, xb_metric_import, const char *, last_day)
XB_GETTER (XbMetricImport, xb_metric_import, gint64, undone_at)
XB_GETTER (XbMetricImport, xb_metric_import, gboolean, undoable)
