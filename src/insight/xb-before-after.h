/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-control.h"
#include "xb-spread.h"
#include "xb-totals.h"

G_BEGIN_DECLS

/* The longest period that is compared: a hundred years. */
#define XB_BEFORE_AFTER_MOST_DAYS 36525

/**
 * XbOtherChange:
 * @days: the days on which something else was different; of one that lasts only the first counts
 * @lasts: whether it stays for good, as a new label does and an incident does not
 * @id: the caller's name for it
 *
 * A change other than the one that is looked at.
 */
typedef struct
{
  XbSpan   days;
  gboolean lasts;
  gint64   id;
} XbOtherChange;

/**
 * XbOtherEffect:
 * @change: the other change
 * @days_excluded: how many days with rows were left out because of it, before any other change did
 * @together: it lasts and began between the periods or on the first day after: the two cannot be told apart
 *
 * What an other change did to a comparison.
 */
typedef struct
{
  XbOtherChange change;
  int           days_excluded;
  gboolean      together;
} XbOtherEffect;

/**
 * XbDayUse:
 * @XB_DAY_USED: the day counts
 * @XB_DAY_EXCLUDED: an other change falls on it
 * @XB_DAY_MISSING: there is no row
 * @XB_DAY_CONTROL_MISSING: there is no row of the control, so the two would not have the same days
 */
typedef enum
{
  XB_DAY_USED,
  XB_DAY_EXCLUDED,
  XB_DAY_MISSING,
  XB_DAY_CONTROL_MISSING,
} XbDayUse;

/**
 * XbDayUsed:
 * @day: days since 1970-01-01
 * @after: whether it belongs to the period after
 * @use: whether it counts, or why not
 * @other: which of the others leaves it out, as an index; -1 for none
 * @sum: what happened on it
 * @control: what happened at the control
 *
 * One day of a comparison: what a figure is opened down to.
 */
typedef struct
{
  int      day;
  gboolean after;
  XbDayUse use;
  int      other;
  XbTotals sum;
  XbTotals control;
} XbDayUsed;

/**
 * XbBeforeAfter:
 * @before: the period before
 * @after: the period after
 * @totals_before: sums over the days of @before that count
 * @totals_after: sums over the days of @after that count
 * @answered: what happened to the share of calls answered
 * @has_control: whether there was a control
 * @controlled: the same, the control's difference taken off; empty without control
 * @spread: what is left of the answer, of @controlled where there was a control, if days that differ are reckoned with
 * @days: (element-type XbDayUsed): every day of both periods, in order
 * @others: (element-type XbOtherEffect): every other change, as given
 *
 * A comparison of two periods. An arrow that the owner may build on is one of @spread as well.
 */
typedef struct
{
  XbSpan       before;
  XbSpan       after;
  XbTotals     totals_before;
  XbTotals     totals_after;
  XbDifference answered;
  gboolean     has_control;
  XbControlled controlled;
  XbSpread     spread;
  GArray      *days;
  GArray      *others;
} XbBeforeAfter;

/**
 * XbQuestion:
 * @rows: (array length=n_rows): of what changed, in the order of days; several numbers may share a day
 * @n_rows: how many
 * @with_control: whether to take off what happened where nothing changed
 * @control: (array length=n_control) (nullable): rows of what did not change; see also xb_rows_a_year_on()
 * @n_control: how many
 * @before: the period before
 * @after: the period after, behind @before
 * @others: (array length=n_others) (nullable): other changes, of the control as well
 * @n_others: how many
 * @standard: what is asked of a proof
 */
typedef struct
{
  const XbMetricDay   *rows;
  gsize                n_rows;
  gboolean             with_control;
  const XbMetricDay   *control;
  gsize                n_control;
  XbSpan               before;
  XbSpan               after;
  const XbOtherChange *others;
  gsize                n_others;
  XbStandard           standard;
} XbQuestion;

gboolean       xb_before_after_check (XbSpan             before,
                                      XbSpan             after,
                                      GError           **error);
XbBeforeAfter *xb_before_after_new   (const XbQuestion  *question,
                                      GError           **error);
void           xb_before_after_free  (XbBeforeAfter     *self);
int            xb_before_after_count (const XbBeforeAfter *self,
                                      gboolean           after,
                                      XbDayUse           use);
GArray        *xb_rows_a_year_on     (const XbMetricDay *rows,
                                      gsize              n_rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbBeforeAfter, xb_before_after_free)

G_END_DECLS
