/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-before-after.h"
#include "xb-metric.h"
#include "xb-payback.h"
#include "xb-workspace.h"

G_BEGIN_DECLS

/* Whether it pays: what calls brought before and after, and what was spent. */

/* The margin that the owner entered. */
#define XB_ROI_MARGIN_KEPT (-1)

/**
 * XbRoiQuestion:
 * @numbers: (nullable) (array length=n_numbers): ids; %NULL: all
 * @n_numbers: how many
 * @before_from: the first day before
 * @before_until: the last one
 * @after_from: the first day after
 * @after_until: the last one
 * @margin: what is left of the revenue, in basis points, or %XB_ROI_MARGIN_KEPT
 */
typedef struct
{
  const gint64 *numbers;
  guint         n_numbers;
  const char   *before_from;
  const char   *before_until;
  const char   *after_from;
  const char   *after_until;
  int           margin;
} XbRoiQuestion;

typedef enum
{
  XB_ROI_CERTIFIED,
  XB_ROI_LABEL,
} XbRoiChangeKind;

/**
 * XbRoiChange:
 * @kind: what happened
 * @day: when, as an ISO date
 * @text: what shows since then
 * @numbers: to how many of the numbers asked about
 * @of_all: whether to all of them: only then days are left out for it
 * @days_excluded: how many days with figures were
 * @together: it came between the periods or on the first day after: most often what is looked at
 *
 * Something else, or the very thing, that happened in the time that is compared.
 */
typedef struct
{
  XbRoiChangeKind kind;
  char            day[11];
  char           *text;
  guint           numbers;
  gboolean        of_all;
  int             days_excluded;
  gboolean        together;
} XbRoiChange;

/**
 * XbRoi:
 * @before: sums of the days that count, and of months that were reported as a whole
 * @after: the same of the time after
 * @comparison: day by day; its @answered is of days alone
 * @payback: the answer, months included
 * @margin: in basis points, as it was reckoned with
 * @cost_indicative: what of the cost is the platforms' figures, and not what was paid
 * @cost_shared: what was spent in the same days for no number in particular; not in the cost of single numbers
 * @changes: (element-type XbRoiChange): in the order of days
 * @control_numbers: how many numbers with figures on both sides did not change; 0: nothing to hold against
 * @control: (nullable): the comparison with them taken off
 * @cut_months: months reported as a whole that reach over an end of a period, and are left out
 */
typedef struct
{
  XbMetricSums   before;
  XbMetricSums   after;
  XbBeforeAfter *comparison;
  XbPayback      payback;
  int            margin;
  gint64         cost_indicative;
  gint64         cost_shared;
  GArray        *changes;
  guint          control_numbers;
  XbBeforeAfter *control;
  gint64         cut_months;
} XbRoi;

void     xb_workspace_reckon_roi_async  (XbWorkspace         *self,
                                         const XbRoiQuestion *question,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
XbRoi   *xb_workspace_reckon_roi_finish (XbWorkspace         *self,
                                         GAsyncResult        *result,
                                         GError             **error);
void     xb_roi_free                    (XbRoi               *self);

/* Returns: (transfer full) (nullable): the last day that has figures, of @number_id or, for 0, of any */
char    *xb_workspace_dup_last_figures  (XbWorkspace         *self,
                                         gint64               number_id);
/* Returns: (transfer full) (nullable): the last day on which that happened to @number_id or, for 0, to any */
char    *xb_workspace_dup_last_change   (XbWorkspace         *self,
                                         XbRoiChangeKind      kind,
                                         gint64               number_id);

/* In basis points; 0: not entered. Ends with xb_workspace_finish(). */
int      xb_workspace_get_margin        (XbWorkspace         *self);
void     xb_workspace_set_margin_async  (XbWorkspace         *self,
                                         int                  margin,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
gboolean xb_margin_parse                (const char          *percent,
                                         int                 *margin,
                                         GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbRoi, xb_roi_free)

G_END_DECLS
