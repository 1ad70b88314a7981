/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * XbLabelReport:
 * @title: what it is
 * @business: (nullable): the name as on the licence
 * @summary: what came of it, in a line or two
 *
 * What the check of many labels found, to be kept or handed on. All fields are owned.
 */
typedef struct
{
  char      *title;
  char      *business;
  char      *summary;
  GPtrArray *rows; /* private */
} XbLabelReport;

/**
 * XbLabelReportRow:
 * @verdict: in a word
 * @where: (nullable): the line of the list, or on how many numbers
 * @found: (nullable): what and why
 * @law: (nullable)
 * @instead: (nullable): what would pass
 *
 * Borrowed for the time of the call.
 */
typedef struct
{
  const char *verdict;
  const char *text;
  const char *where;
  const char *found;
  const char *law;
  const char *instead;
} XbLabelReportRow;

XbLabelReport *xb_label_report_new       (void);
void           xb_label_report_free      (XbLabelReport          *self);
void           xb_label_report_add       (XbLabelReport          *self,
                                          const XbLabelReportRow *row);
gboolean       xb_label_report_write_csv (const XbLabelReport    *self,
                                          const char             *path,
                                          GError                **error);
gboolean       xb_label_report_write_pdf (const XbLabelReport    *self,
                                          const char             *path,
                                          GCancellable           *cancellable,
                                          GError                **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbLabelReport, xb_label_report_free)

G_END_DECLS
