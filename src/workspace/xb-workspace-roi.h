/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-before-after.h"
#include "xb-enums.h"
#include "xb-incident-loss.h"
#include "xb-metric.h"
#include "xb-payback.h"
#include "xb-workspace-ledger.h"

G_BEGIN_DECLS

/* Whether it pays: what calls brought before and after, and what was spent. */

/* The margin that the owner entered. */
#define XB_ROI_MARGIN_KEPT (-1)

/**
 * XbRoiQuestion:
 * @numbers: (nullable) (array length=n_numbers): ids; %NULL: all
 * @n_numbers: how many
 * @label: (nullable): instead of @numbers: those that are to show this on one of the days after
 * @before_from: the first day before
 * @before_until: the last one
 * @after_from: the first day after
 * @after_until: the last one
 * @margin: what is left of the revenue, in basis points, or %XB_ROI_MARGIN_KEPT
 * @incident: the one that is looked at, whose own days are not left out; 0: none
 * @alone: not held against anything: one row among thousands need not know what the others did
 */
typedef struct
{
  const gint64 *numbers;
  guint         n_numbers;
  const char   *label;
  const char   *before_from;
  const char   *before_until;
  const char   *after_from;
  const char   *after_until;
  int           margin;
  gint64        incident;
  gboolean      alone;
} XbRoiQuestion;

typedef enum
{
  XB_ROI_CERTIFIED,
  XB_ROI_LABEL,
  XB_ROI_INCIDENT,
} XbRoiChangeKind;

/**
 * XbRoiChange:
 * @kind: what happened
 * @day: when, as an ISO date
 * @until: its last day; empty for what stays, and for an incident that is not over
 * @text: (nullable): what shows since then
 * @numbers: to how many of the numbers asked about
 * @of_all: whether to all of them: only then days are left out for it
 * @days_excluded: how many days with figures were
 * @together: it came between the periods or on the first day after: most often what is looked at
 * @subject: it is the incident that was asked about
 *
 * Something else, or the very thing, that happened in the time that is compared.
 */
typedef struct
{
  XbRoiChangeKind kind;
  char            day[11];
  char            until[11];
  char           *text;
  guint           numbers;
  gboolean        of_all;
  int             days_excluded;
  gboolean        together;
  gboolean        subject;
} XbRoiChange;

/**
 * XbRoiControl:
 * @XB_ROI_CONTROL_NONE: nothing to hold against
 * @XB_ROI_CONTROL_NUMBERS: the numbers of the firm that are not asked about and did not change
 * @XB_ROI_CONTROL_YEAR: the same numbers in the same weeks of the year before: what the season does
 */
typedef enum
{
  XB_ROI_CONTROL_NONE,
  XB_ROI_CONTROL_NUMBERS,
  XB_ROI_CONTROL_YEAR,
} XbRoiControl;

/**
 * XbRoi:
 * @numbers: (nullable) (element-type gint64): those that were asked about; %NULL: all
 * @before: sums of the days that count, and of months that were reported as a whole
 * @after: the same of the time after
 * @comparison: day by day; its @answered is of days alone
 * @payback: the answer, months included
 * @margin: in basis points, as it was reckoned with
 * @costs: of each kind, in fen
 * @cost_indicative: what of the cost is the platforms' figures, and not what was paid
 * @cost_shared: what was spent in the same days for no number in particular; not in the cost of single numbers
 * @changes: (element-type XbRoiChange): in the order of days
 * @control_kind: what it is held against
 * @control_numbers: of %XB_ROI_CONTROL_NUMBERS: how many, with figures on both sides
 * @control: (nullable): the comparison with what happened there taken off
 * @has_loss: the days after are those of the incident that was asked about
 * @loss: what it cost in calls
 * @cut_months: months reported as a whole that reach over an end of a period, and are left out
 */
typedef struct
{
  GArray        *numbers;
  XbMetricSums   before;
  XbMetricSums   after;
  XbBeforeAfter *comparison;
  XbPayback      payback;
  int            margin;
  gint64         costs[XB_N_COST_CATEGORIES];
  gint64         cost_indicative;
  gint64         cost_shared;
  GArray        *changes;
  XbRoiControl   control_kind;
  guint          control_numbers;
  XbBeforeAfter *control;
  gboolean       has_loss;
  XbIncidentLoss loss;
  gint64         cut_months;
} XbRoi;

/**
 * XbRoiIncident:
 * @id: of the incident
 * @number_id: whose it is
 * @kind: what was wrong
 * @from: the day on which it was noticed
 * @until: the day on which it was over: the last mark was cleared, or else the case was closed; empty: it is not
 *
 * The days of an incident.
 */
typedef struct
{
  gint64         id;
  gint64         number_id;
  XbIncidentKind kind;
  char           from[11];
  char           until[11];
} XbRoiIncident;

/**
 * XbRoiDays:
 * @day: the first and the last day before, the first and the last one after
 */
typedef struct
{
  char day[4][11];
} XbRoiDays;

void     xb_workspace_reckon_roi_async  (XbWorkspace         *self,
                                         const XbRoiQuestion *question,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
XbRoi   *xb_workspace_reckon_roi_finish (XbWorkspace         *self,
                                         GAsyncResult        *result,
                                         GError             **error);
void     xb_roi_free                    (XbRoi               *self);

/* What numbers were to show on any day, that of most numbers first. Returns: (transfer full) (array zero-terminated=1) */
void     xb_workspace_find_roi_labels_async  (XbWorkspace         *self,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
char   **xb_workspace_find_roi_labels_finish (XbWorkspace         *self,
                                             GAsyncResult        *result,
                                             GError             **error);
/* Returns: (transfer full) (nullable): the last day that has figures, of @number_id or, for 0, of any */
char    *xb_workspace_dup_last_figures  (XbWorkspace         *self,
                                         gint64               number_id);
/* Returns: (transfer full) (nullable): the last day on which that happened to @number_id or, for 0, to any */
char    *xb_workspace_dup_last_change   (XbWorkspace         *self,
                                         XbRoiChangeKind      kind,
                                         gint64               number_id);

/* Returns: (transfer full) (nullable): the last day on which @label began to show anywhere */
char    *xb_workspace_dup_last_live      (XbWorkspace         *self,
                                         const char          *label);
/* The newest incident of @number_id or, for 0, of any; with @over one that is over. FALSE: there is none. */
gboolean xb_workspace_find_roi_incident  (XbWorkspace         *self,
                                         gint64               number_id,
                                         gboolean             over,
                                         XbRoiIncident       *incident);
gboolean xb_workspace_get_roi_incident   (XbWorkspace         *self,
                                         gint64               id,
                                         XbRoiIncident       *incident,
                                         GError             **error);
gboolean xb_roi_incident_get_days        (const XbRoiIncident *self,
                                         gboolean             over,
                                         const char          *today,
                                         XbRoiDays           *days,
                                         GError             **error);

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
