/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-label-timeline.h"
#include "xb-workspace-labels.h"

G_BEGIN_DECLS

/* The year of labels: numbers that show the same on the same days are one bar. */

/* More bars than this are not drawn; those of the most numbers are. */
#define XB_YEAR_MOST_BARS 240

typedef struct _XbYearBar XbYearBar;

/**
 * XbYearMark:
 * @day: by when to hand an edit in
 * @edits: how many
 */
typedef struct
{
  XbChangeKind kind;
  char         day[11];
  guint        edits;
} XbYearMark;

/**
 * XbYearOverlap:
 * @other: (not owned): the bar on the same days, in the same layer
 * @hidden: the other one shows, this one does not
 * @numbers: on so many numbers
 */
typedef struct
{
  const XbYearBar *other;
  gboolean         hidden;
  char             from[11];
  char             until[11];
  guint            numbers;
} XbYearOverlap;

/**
 * XbYearBar:
 * @text: the label; of a campaign without labels its name
 * @platform: (nullable): %NULL: every platform
 * @campaign: its id; 0: none
 * @campaign_name: (nullable)
 * @from: the first day
 * @until: (nullable): the last day; %NULL: until another one replaces it
 * @replaced: its last day is the eve of the label that replaces it
 * @own_days: of a campaign's label: its days are not the campaign's
 * @numbers: on so many numbers; 0: a campaign without labels
 * @labels: (element-type gint64): their ids
 * @number_ids: (element-type gint64): of the numbers, in the same order
 * @overlaps: (element-type XbYearOverlap)
 * @marks: (element-type XbYearMark): in the order of their days
 */
struct _XbYearBar
{
  char        *text;
  char        *platform;
  gint64       campaign;
  char        *campaign_name;
  char        *from;
  char        *until;
  XbLabelLayer layer;
  gboolean     replaced;
  gboolean     own_days;
  guint        numbers;
  GArray      *labels;
  GArray      *number_ids;
  GArray      *overlaps;
  GArray      *marks;
};

/**
 * XbYearGap:
 * @numbers: so many numbers show no label on these days
 */
typedef struct
{
  char  from[11];
  char  until[11];
  guint numbers;
} XbYearGap;

/**
 * XbYear:
 * @bars: (element-type XbYearBar): campaigns first, then seasons, then what shows else; each in the order of its days
 * @n_bars: of them, with those that are not in @bars
 * @gaps: (element-type XbYearGap): from today on
 */
typedef struct
{
  char      *from;
  char      *until;
  char      *today;
  GPtrArray *bars;
  guint      n_bars;
  GArray    *gaps;
} XbYear;

/* Without what it shares with others: its text, days and labels. (transfer full) */
XbYearBar *xb_year_bar_copy            (const XbYearBar     *self);
void     xb_year_bar_free              (XbYearBar           *self);
void     xb_year_free                  (XbYear              *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbYear, xb_year_free)

/* Read off the main thread. */
void     xb_workspace_read_year_async  (XbWorkspace         *self,
                                        const char          *from,
                                        const char          *until,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
/* Returns: (transfer full) */
XbYear  *xb_workspace_read_year_finish (XbWorkspace         *self,
                                        GAsyncResult        *result,
                                        GError             **error);

gboolean xb_year_bar_can_move          (const XbYearBar     *self,
                                        const char          *today);
gboolean xb_year_bar_can_stretch       (const XbYearBar     *self,
                                        const char          *today);
/* Other days for all of the bar, in one transaction; of a campaign's own days the campaign goes along.
 * @until: (nullable). Undone by the old days. Ends with xb_workspace_finish(). */
void     xb_workspace_move_bar_async   (XbWorkspace         *self,
                                        const XbYearBar     *bar,
                                        const char          *from,
                                        const char          *until,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);

G_END_DECLS
