/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-csv-reader.h"

G_BEGIN_DECLS

typedef enum
{
  XB_CSV_FIELD_NUMBER,
  XB_CSV_FIELD_USE,
  XB_CSV_FIELD_DATE,
  XB_CSV_FIELD_CALLS,
  XB_CSV_FIELD_ANSWERED,
  XB_CSV_FIELD_MARKS,
  XB_CSV_FIELD_COMPLAINTS,
  XB_CSV_FIELD_INQUIRIES,
  XB_CSV_FIELD_ORDERS,
  XB_CSV_FIELD_REVENUE,
  XB_CSV_FIELD_ANSWER_RATE,
} XbCsvField;

#define XB_CSV_N_FIELDS (XB_CSV_FIELD_ANSWER_RATE + 1)

/**
 * XbCsvHeadings:
 * @columns: the column of each field, or -1
 * @header: the row that was looked at holds headings; otherwise it is the first row of data
 */
typedef struct
{
  int      columns[XB_CSV_N_FIELDS];
  gboolean header;
} XbCsvHeadings;

gboolean    xb_csv_headings_read    (XbCsvHeadings       *self,
                                     const XbCsvRow      *row,
                                     GError             **error);
gboolean    xb_csv_headings_require (const XbCsvHeadings *self,
                                     XbCsvField           field,
                                     GError             **error);
const char *xb_csv_headings_get     (const XbCsvHeadings *self,
                                     const XbCsvRow      *row,
                                     XbCsvField           field);
const char *xb_csv_field_to_string  (XbCsvField           field,
                                     gboolean             chinese);
int         xb_csv_field_find       (const char          *heading);
char       *xb_csv_heading_simplify (const char          *heading);

G_END_DECLS
