/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-metric-day.h"
#include "xb-metric-import.h"
#include "xb-report-fields.h"
#include "xb-workspace-register.h"

G_BEGIN_DECLS

/* What the platforms and telephone systems report: taken in, taken out again, read and summed up. */

/**
 * XbMetricsOptions:
 * @columns: (nullable): which heading is which figure, remembered for this source; %NULL: as remembered, or as the
 *   headings say
 * @fingerprint: (nullable): of the headings that @columns were chosen for, from the preview
 * @sheet: (nullable): the only one to read of a workbook; %NULL: the first with a report, and those behind it with its
 *   headings
 * @source: (nullable): what the source is called from now on, "": nothing; %NULL: as remembered
 * @number: (nullable): the number of all rows, for a report that names none
 * @add_numbers: take numbers that are not in the register into it, instead of leaving their rows out
 */
typedef struct
{
  const XbReportColumns *columns;
  const char            *fingerprint;
  const char            *sheet;
  const char            *source;
  const char            *number;
  gboolean               add_numbers;
} XbMetricsOptions;

/**
 * XbMetricsPreviewRow:
 * @line: of the file
 * @number: (nullable): as it is spelled
 * @period: (nullable): "2026-10-13", or "2026-10" where the row is a month as a whole
 * @figures: as they would be taken
 * @from_rate: the answered calls were worked out from the rate
 * @is_total: the row sums others up and is passed over
 * @is_stranger: the number is not in the register; @problem says so
 * @problem: (nullable): why the row would be left out
 */
typedef struct
{
  guint           line;
  char           *number;
  char           *period;
  XbMetricFigures figures;
  gboolean        from_rate;
  gboolean        is_total;
  gboolean        is_stranger;
  char           *problem;
} XbMetricsPreviewRow;

/**
 * XbMetricsPreview:
 * @encoding: (nullable): of a text
 * @sheet: (nullable): of a workbook, the one whose first rows are shown
 * @sheets: all that can be read; empty of a text
 * @headings: as they stand in the file
 * @samples: (element-type utf8): under each heading, the first cell that is not empty, or ""
 * @fingerprint: what this source is remembered by
 * @columns: which heading is which figure
 * @remembered: somebody chose them before
 * @source: (nullable): what the source is called
 * @rows: (element-type XbMetricsPreviewRow): the first ones
 * @problem: (nullable): why it cannot be taken in like this
 */
typedef struct
{
  char            *encoding;
  char            *sheet;
  GStrv            sheets;
  GStrv            headings;
  GPtrArray       *samples;
  char            *fingerprint;
  XbReportColumns  columns;
  gboolean         remembered;
  char            *source;
  GPtrArray       *rows;
  char            *problem;
} XbMetricsPreview;

/**
 * XbMetricsResult:
 * @import_id: of metric_import, 0 where no row was any good
 * @rows: rows read, the bad ones included; sums of others are not counted
 * @imported: rows of days or months that were not there before
 * @replaced: rows that were there, and now say what this report says
 * @skipped: rows that sum others up
 * @added_numbers: numbers that came into the register
 * @n_rejected: all bad rows
 * @rejected: (element-type XbRejectedRow): the first 1,000 of them, by their lines
 * @first: (nullable): the first day or month
 * @last: (nullable): the last
 */
typedef struct
{
  gint64     import_id;
  guint64    rows;
  guint64    imported;
  guint64    replaced;
  guint64    skipped;
  guint64    added_numbers;
  guint64    n_rejected;
  GPtrArray *rejected;
  char      *first;
  char      *last;
} XbMetricsResult;

/**
 * XbMetricsSurvey:
 * @result: what would come of importing the file if all its numbers were in the register
 * @strangers: (element-type utf8): the numbers that are not, as people write them
 * @stranger_rows: of those that would be imported, the rows of these numbers
 */
typedef struct
{
  XbMetricsResult *result;
  GPtrArray       *strangers;
  guint64          stranger_rows;
} XbMetricsSurvey;

/**
 * XbMetricsQuery:
 * @numbers: (nullable) (array length=n_numbers): ids; %NULL: all
 * @from: the first day
 * @until: the last day
 */
typedef struct
{
  const gint64 *numbers;
  guint         n_numbers;
  const char   *from;
  const char   *until;
} XbMetricsQuery;

/**
 * XbMetricsTotals:
 * @days: sums of the days in the period
 * @months: sums of the months as a whole that lie within the period, of numbers that have no days in them
 * @cut_months: rows of months that lie within the period only in part, and are in neither
 */
typedef struct
{
  XbMetricSums days;
  XbMetricSums months;
  gint64       cut_months;
} XbMetricsTotals;

/**
 * XbMetricsSeries:
 * @days: (element-type XbMetricDay): a row for each day that has figures, summed over the numbers. Its calls are only
 *   those of which is known whether they were answered, so that a share of them is one
 * @calls: (element-type gint64): all calls of the same days
 * @known: a bit for each #XbMetric that anybody reported; the others are 0 for want of a report
 */
typedef struct
{
  GArray *days;
  GArray *calls;
  guint   known;
} XbMetricsSeries;

/**
 * XbMetricsOfLabel:
 * @label: (nullable): the text that was planned to show on those days; %NULL: none
 * @numbers: how many numbers showed it
 * @parts: (element-type XbMetricsPart): a number as long as it showed it without a break; not of those without label
 */
typedef struct
{
  char        *label;
  guint        numbers;
  XbMetricSums sums;
  GArray      *parts;
  gint64       last; /* private: the number that was counted last */
} XbMetricsOfLabel;

typedef struct
{
  gint64 calls;
  gint64 answered;
} XbMetricsPart;

void xb_metrics_preview_free (XbMetricsPreview *self);
void xb_metrics_result_free  (XbMetricsResult  *self);
void xb_metrics_survey_free  (XbMetricsSurvey  *self);
void xb_metrics_series_free  (XbMetricsSeries  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbMetricsSeries, xb_metrics_series_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbMetricsPreview, xb_metrics_preview_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbMetricsResult, xb_metrics_result_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbMetricsSurvey, xb_metrics_survey_free)

/* How the first rows would be read; changes nothing. */
void              xb_workspace_preview_metrics_async  (XbWorkspace             *self,
                                                       const char              *path,
                                                       const XbMetricsOptions  *options,
                                                       GCancellable            *cancellable,
                                                       GAsyncReadyCallback      callback,
                                                       gpointer                 user_data);
XbMetricsPreview *xb_workspace_preview_metrics_finish (XbWorkspace             *self,
                                                       GAsyncResult            *result,
                                                       GError                 **error);
/* What would become of the whole file: what is new, what it replaces, what is bad; changes nothing. Beyond a million
 * rows, a row that stands in the file twice is not found out. */
void              xb_workspace_survey_metrics_async   (XbWorkspace             *self,
                                                       const char              *path,
                                                       const XbMetricsOptions  *options,
                                                       GCancellable            *cancellable,
                                                       XbProgressFunc           progress,
                                                       gpointer                 progress_data,
                                                       GAsyncReadyCallback      callback,
                                                       gpointer                 user_data);
XbMetricsSurvey  *xb_workspace_survey_metrics_finish  (XbWorkspace             *self,
                                                       GAsyncResult            *result,
                                                       GError                 **error);
void              xb_workspace_import_metrics_async   (XbWorkspace             *self,
                                                       const char              *path,
                                                       const XbMetricsOptions  *options,
                                                       GCancellable            *cancellable,
                                                       XbProgressFunc           progress,
                                                       gpointer                 progress_data,
                                                       GAsyncReadyCallback      callback,
                                                       gpointer                 user_data);
XbMetricsResult  *xb_workspace_import_metrics_finish  (XbWorkspace             *self,
                                                       GAsyncResult            *result,
                                                       GError                 **error);
/* Takes out what an import brought; what later ones said of the same days stays. */
void              xb_workspace_undo_metrics_async     (XbWorkspace             *self,
                                                       gint64                   import_id,
                                                       GCancellable            *cancellable,
                                                       GAsyncReadyCallback      callback,
                                                       gpointer                 user_data);
/* (transfer full): #XbMetricImport, the newest first, also those that were undone */
GListModel       *xb_workspace_list_metric_imports    (XbWorkspace             *self);

/* Reading, off the main thread. */
void              xb_workspace_sum_metrics_async      (XbWorkspace             *self,
                                                       const XbMetricsQuery    *query,
                                                       GCancellable            *cancellable,
                                                       GAsyncReadyCallback      callback,
                                                       gpointer                 user_data);
gboolean          xb_workspace_sum_metrics_finish     (XbWorkspace             *self,
                                                       GAsyncResult            *result,
                                                       XbMetricsTotals         *totals,
                                                       GError                 **error);
void              xb_workspace_read_metrics_async     (XbWorkspace             *self,
                                                       const XbMetricsQuery    *query,
                                                       GCancellable            *cancellable,
                                                       GAsyncReadyCallback      callback,
                                                       gpointer                 user_data);
XbMetricsSeries  *xb_workspace_read_metrics_finish    (XbWorkspace             *self,
                                                       GAsyncResult            *result,
                                                       GError                 **error);
/* (element-type XbMetricsOfLabel) (transfer full): by what the numbers were to show on each day, on @platform or, for
 * %NULL, on any; the one with most calls first. */
void              xb_workspace_sum_metrics_by_label_async  (XbWorkspace            *self,
                                                            const XbMetricsQuery   *query,
                                                            const char             *platform,
                                                            GCancellable           *cancellable,
                                                            GAsyncReadyCallback     callback,
                                                            gpointer                user_data);
GPtrArray        *xb_workspace_sum_metrics_by_label_finish (XbWorkspace            *self,
                                                            GAsyncResult           *result,
                                                            GError                **error);
/* The days that these sums are of: those on which @label was to show or, for %NULL, none. Ends with xb_workspace_read_metrics_finish(). */
void              xb_workspace_read_label_days_async       (XbWorkspace            *self,
                                                            const XbMetricsQuery   *query,
                                                            const char             *platform,
                                                            const char             *label,
                                                            GCancellable           *cancellable,
                                                            GAsyncReadyCallback     callback,
                                                            gpointer                user_data);

G_END_DECLS
