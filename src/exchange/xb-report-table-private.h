/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-report-table.h"

G_BEGIN_DECLS

struct _XbReportTable
{
  XbReportReader *reader;
  guint           sheet;
  gboolean        alone;       /* that sheet was asked for, and no other */
  GStrv           headings;
  char           *fingerprint;
  gboolean        remembered;
  gboolean        later_sheet; /* behind the one that was found first */
  XbReportColumns columns;
  const XbReportRow *row;     /* (nullable): the last one, until the reader goes on */
};

gboolean xb_report_table_read (XbReportTable      *self,
                               const XbReportRow  *row,
                               XbReportEntry      *entry,
                               GError            **error);

G_END_DECLS
