/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-platform.h"
#include "xb-workdays.h"

G_BEGIN_DECLS

/* Where a platform does not say how long it takes, this many working days are allowed for: the
 * longest that is usual in the trade. Whoever shows such a day says that it is only an allowance. */
#define XB_LABEL_ALLOW_REVIEW 7
#define XB_LABEL_ALLOW_SYNC   5

/**
 * XbLabelTerms:
 * @review, @sync: the longest that is known; -1: not known
 * @review_hours, @sync_hours: counted in hours, else in working days
 * @takes_down: 1: a label that shows is taken down until the new one is approved; 0: it is not; -1: not known
 * @free_edits: a contract year; -1: not known
 * @fee_min, @fee_max: of one more edit, in fen; -1: not known
 * @indicative: some of the figures are not the platform's own word
 * @contract_from: a first day of a contract year, as the owner entered it; "": not entered
 *
 * What a platform is like when a label changes, copied, so that any thread may count with it.
 */
typedef struct
{
  int      review;
  int      sync;
  gboolean review_hours;
  gboolean sync_hours;
  int      takes_down;
  int      free_edits;
  gint64   fee_min;
  gint64   fee_max;
  gboolean indicative;
  char     contract_from[11];
} XbLabelTerms;

/**
 * XbLabelDays:
 * @file_by: the day by which to hand the change in
 * @expected: the day by which it shows then; where @assumed only an allowance
 * @late: handed in today, it shows only after the day on which it should
 * @estimated: a day lies past the published calendar
 * @assumed: the platform does not say how long it takes; the house's own allowance counts
 */
typedef struct
{
  char     file_by[11];
  char     expected[11];
  gboolean late;
  gboolean estimated;
  gboolean assumed;
} XbLabelDays;

void     xb_label_terms_init       (XbLabelTerms        *self,
                                    XbPlatform          *platform);
gboolean xb_label_terms_expect     (const XbLabelTerms  *self,
                                    XbWorkdays          *workdays,
                                    const char          *filed_on,
                                    XbLabelDays         *days,
                                    GError             **error);
gboolean xb_label_terms_plan       (const XbLabelTerms  *self,
                                    XbWorkdays          *workdays,
                                    const char          *show_on,
                                    const char          *today,
                                    XbLabelDays         *days,
                                    GError             **error);
int      xb_label_terms_get_gap    (const XbLabelTerms  *self);
void     xb_label_terms_find_year  (const XbLabelTerms  *self,
                                    const char          *first_day,
                                    const char          *day,
                                    char                 from[11],
                                    char                 until[11]);
gboolean xb_label_terms_get_fee    (const XbLabelTerms  *self,
                                    gboolean             free,
                                    gint64              *least,
                                    gint64              *most);
char    *xb_label_terms_dup_note   (const XbLabelTerms  *self,
                                    gboolean             free);

G_END_DECLS
