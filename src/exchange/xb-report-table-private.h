/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-report-table.h"

G_BEGIN_DECLS

struct _XbReportTable
{
  XbReportReader *reader;
  guint           sheet;
  GStrv           headings;
  char           *fingerprint;
  gboolean        remembered;
  gboolean        later_sheet; /* behind the one that was found first */
  XbReportColumns columns;
};

gboolean xb_report_table_read (XbReportTable      *self,
                               const XbReportRow  *row,
                               XbReportEntry      *entry,
                               GError            **error);

G_END_DECLS
