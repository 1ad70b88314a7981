/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-metric.h"

G_BEGIN_DECLS

/* What a column of a report may be. */
typedef enum
{
  XB_REPORT_NUMBER,
  XB_REPORT_DATE,
  XB_REPORT_CALLS,
  XB_REPORT_ANSWERED,
  XB_REPORT_ANSWER_RATE, /* where a report gives no count of answered calls */
  XB_REPORT_MARKS,
  XB_REPORT_COMPLAINTS,
  XB_REPORT_INQUIRIES,
  XB_REPORT_ORDERS,
  XB_REPORT_REVENUE,
} XbReportField;

#define XB_N_REPORT_FIELDS (XB_REPORT_REVENUE + 1)

/**
 * XbReportColumns:
 * @column: the column of each #XbReportField, from 0, or -1
 *
 * Which heading is which figure: the mapping of a source as data.
 */
typedef struct
{
  int column[XB_N_REPORT_FIELDS];
} XbReportColumns;

const char *xb_report_field_to_string   (XbReportField          field);
gboolean    xb_report_field_from_string (const char            *word,
                                         XbReportField         *field);
const char *xb_report_field_get_title   (XbReportField          field);
int         xb_report_field_get_metric  (XbReportField          field);

void        xb_report_columns_clear     (XbReportColumns       *self);
char       *xb_report_columns_to_string (const XbReportColumns *self);
gboolean    xb_report_columns_parse     (const char            *text,
                                         guint                  n_columns,
                                         XbReportColumns       *self);

G_END_DECLS
