/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-campaign.h"
#include "xb-label-change.h"
#include "xb-label-event.h"
#include "xb-label.h"
#include "xb-workspace.h"

G_BEGIN_DECLS

/* Labels: what a number is to show from when until when, the edits at the platforms that follow from it,
 * what they cost, and when they are due. */

/**
 * XbLabelDraft:
 * @numbers: ids
 * @platform: (nullable): its key; %NULL: every platform that certifies the number. One that is named shows the number,
 *   even where its certification was never recorded here
 * @text: the label
 * @from: (nullable): the first day; %NULL: as soon as possible
 * @until: (nullable): the last day, after which what was there before returns; %NULL: until it is replaced. A label
 *   of a campaign takes its days from there where they are %NULL
 * @campaign: its id; 0: none
 * @who: (nullable): who wants it
 * @why: (nullable)
 * @override: (nullable): why it is wanted although the check finds an error
 * @by_itself: an edit of its own, even where another label replaces it before it went out; else the later one saves
 *   the earlier edit
 *
 * A label that somebody wants. Borrowed by the verbs for the time of the call.
 */
typedef struct
{
  const gint64 *numbers;
  gsize         n_numbers;
  const char   *platform;
  const char   *text;
  const char   *from;
  const char   *until;
  gint64        campaign;
  const char   *who;
  const char   *why;
  const char   *override;
  gboolean      by_itself;
} XbLabelDraft;

/**
 * XbLabelJoin:
 * @change: an edit that is planned already, near to the ones of the draft: one edit could serve both
 */
typedef struct
{
  gint64 change;
  gint64 number_id;
  char  *number;
  char  *text;
  char  *show_on;
} XbLabelJoin;

/**
 * XbLabelClash:
 * @label: a label on the same days, in the same layer; one of the two is hidden
 * @hidden: it hides the draft, else the draft hides it
 */
typedef struct
{
  gint64   label;
  char    *number;
  char    *text;
  char    *from;
  char    *until;
  gboolean hidden;
} XbLabelClash;

/**
 * XbLabelPlatformPlan:
 * @numbers: numbers of the draft that show there now
 * @edits: edits that come on top there: to put it up and to put back what was there
 * @saved: planned edits that are not needed any more
 * @free_of: free edits a contract year; -1: not known
 * @free_left: of them before the draft; -1: not known
 * @free_used: how many of them the draft uses
 * @cost_min, @cost_max: fen that it costs more than without the draft; -1: the fee is not known
 * @year_from, @year_until: the contract year
 * @file_by: (nullable): by when to hand it in; %NULL: there is nothing to do
 * @shows_from: (nullable): when it shows then; %NULL: the platform does not say how long it takes
 * @restore_by: (nullable): by when to hand in what returns; not before the label itself shows, for a platform takes
 *   one edit at a time
 * @returns_from: (nullable): when that shows then
 * @late: it shows only after the day that was wanted
 * @restore_late: it still shows after its last day, since its days are shorter than the platform takes
 * @estimated: a day lies past the published calendar
 * @assumed: the platform does not say how long it takes; the days are an allowance of the house
 * @indicative: fees and free edits are to be confirmed with the platform
 * @gap_days: working days on which callees see nothing meanwhile; 0: none; -1: not known
 * @joins: (element-type XbLabelJoin): at most 50
 */
typedef struct
{
  char     *platform;
  char     *name;
  guint     numbers;
  guint     edits;
  guint     saved;
  int       free_of;
  int       free_left;
  guint     free_used;
  gint64    cost_min;
  gint64    cost_max;
  char     *year_from;
  char     *year_until;
  char     *file_by;
  char     *shows_from;
  char     *restore_by;
  char     *returns_from;
  gboolean  late;
  gboolean  restore_late;
  gboolean  estimated;
  gboolean  assumed;
  gboolean  indicative;
  int       gap_days;
  guint     n_joins;
  GPtrArray *joins;
} XbLabelPlatformPlan;

/**
 * XbLabelPlan:
 * @n_numbers: numbers of the draft
 * @n_idle: of them, those that show nowhere yet: the label waits for their certification
 * @from: the first day
 * @until: (nullable): the last day
 * @returns: (nullable): what shows after it; %NULL: nothing, or it differs from number to number
 * @cost_min, @cost_max: fen over all platforms whose fee is known
 * @cost_unknown: the fee of some platform is not known
 * @platforms: (element-type XbLabelPlatformPlan): in the order of the catalogue
 * @n_clashes: labels on the same days in the same layer
 * @clashes: (element-type XbLabelClash): at most 50 of them
 *
 * What setting a label would do. Nothing is changed yet.
 */
typedef struct
{
  guint      n_numbers;
  guint      n_idle;
  char      *from;
  char      *until;
  char      *returns;
  gint64     cost_min;
  gint64     cost_max;
  gboolean   cost_unknown;
  GPtrArray *platforms;
  guint      n_clashes;
  GPtrArray *clashes;
} XbLabelPlan;

void          xb_label_plan_free               (XbLabelPlan         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbLabelPlan, xb_label_plan_free)

void          xb_workspace_plan_label_async    (XbWorkspace         *self,
                                                const XbLabelDraft  *draft,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
/* Returns: (transfer full) */
XbLabelPlan  *xb_workspace_plan_label_finish   (XbWorkspace         *self,
                                                GAsyncResult        *result,
                                                GError             **error);

/* All numbers in one transaction, with the planned edits and their lines in the ledger. What is due at once at a
 * platform with an API is handed to the outbox. Ends with set_label_finish(), or with finish_id(): the first id. */
void          xb_workspace_set_label_async     (XbWorkspace         *self,
                                                const XbLabelDraft  *draft,
                                                GCancellable        *cancellable,
                                                XbProgressFunc       progress,
                                                gpointer             progress_data,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
/* Returns: (transfer full) (element-type gint64): the new labels, in the order of the numbers */
GArray       *xb_workspace_set_label_finish    (XbWorkspace         *self,
                                                GAsyncResult        *result,
                                                GError             **error);
/* @last_day: (nullable): its last day; today where it is NULL. A label that has not begun never shows.
 * Undone by moving it back. */
void          xb_workspace_end_label_async     (XbWorkspace         *self,
                                                const gint64        *labels,
                                                gsize                n_labels,
                                                const char          *last_day,
                                                const char          *who,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
/* As if it had never been set; refused once an edit of it went out: end it then. Undone by !@remove. */
void          xb_workspace_remove_label_async  (XbWorkspace         *self,
                                                const gint64        *labels,
                                                gsize                n_labels,
                                                gboolean             remove,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
/* Other days; @until: (nullable). */
void          xb_workspace_move_label_async    (XbWorkspace         *self,
                                                gint64               label,
                                                const char          *from,
                                                const char          *until,
                                                const char          *who,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);

/* Several labels that go together, in one transaction. */
void          xb_workspace_move_labels_async   (XbWorkspace         *self,
                                                const gint64        *labels,
                                                gsize                n_labels,
                                                const char          *from,
                                                const char          *until,
                                                const char          *who,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);

/* Hands edits in: noted where the owner goes to the portal, through the outbox where there is an API.
 * @at: UTC seconds; 0: now */
void          xb_workspace_file_label_change_async   (XbWorkspace         *self,
                                                      const gint64        *changes,
                                                      gsize                n_changes,
                                                      gint64               at,
                                                      const char          *case_no,
                                                      GCancellable        *cancellable,
                                                      GAsyncReadyCallback  callback,
                                                      gpointer             user_data);
/* What became of them, for platforms without an API: live, refused (with @reason), planned (it was not handed in
 * after all) or cancelled (given up). @at: UTC seconds; 0: now */
void          xb_workspace_record_label_change_async (XbWorkspace         *self,
                                                      const gint64        *changes,
                                                      gsize                n_changes,
                                                      XbChangeState        to,
                                                      gint64               at,
                                                      const char          *reason,
                                                      GCancellable        *cancellable,
                                                      GAsyncReadyCallback  callback,
                                                      gpointer             user_data);

/* @id: 0: a new one; @note: (nullable). Other days move its labels along. Ends with finish_id(). */
void          xb_workspace_save_campaign_async       (XbWorkspace         *self,
                                                      gint64               id,
                                                      const char          *name,
                                                      const char          *from,
                                                      const char          *until,
                                                      const char          *note,
                                                      GCancellable        *cancellable,
                                                      GAsyncReadyCallback  callback,
                                                      gpointer             user_data);
/* Refused while labels belong to it. Undone by !@remove. */
void          xb_workspace_remove_campaign_async     (XbWorkspace         *self,
                                                      gint64               id,
                                                      gboolean             remove,
                                                      GCancellable        *cancellable,
                                                      GAsyncReadyCallback  callback,
                                                      gpointer             user_data);

/**
 * XbFreeEdits:
 * @of: free edits a contract year; -1: not known
 * @left: not used and not planned; -1: not known
 * @used: by edits that were handed in or are planned
 * @used_elsewhere: without this program, as the owner said
 * @from, @until: the contract year
 * @fee_min, @fee_max: fen of a further edit; -1: not known
 * @indicative: to be confirmed with the platform
 */
typedef struct
{
  int      of;
  int      left;
  int      used;
  int      used_elsewhere;
  char     from[11];
  char     until[11];
  gint64   fee_min;
  gint64   fee_max;
  gboolean indicative;
} XbFreeEdits;

/* A bounded read. @day: (nullable): a day of the contract year; NULL: today. Returns FALSE with @error where there
 * is no such platform. */
gboolean      xb_workspace_read_free_edits           (XbWorkspace         *self,
                                                      const char          *platform,
                                                      const char          *day,
                                                      XbFreeEdits         *edits,
                                                      GError             **error);
/* The owner says how many are left in this contract year; the planned edits are paid or free accordingly. */
void          xb_workspace_set_free_edits_async      (XbWorkspace         *self,
                                                      const char          *platform,
                                                      int                  left,
                                                      GCancellable        *cancellable,
                                                      GAsyncReadyCallback  callback,
                                                      gpointer             user_data);

typedef enum
{
  XB_LABEL_FILTER_ALL,
  XB_LABEL_FILTER_NOW,    /* its days have begun and are not over */
  XB_LABEL_FILTER_COMING,
  XB_LABEL_FILTER_PAST,
} XbLabelFilter;

/* Live objects: (transfer full) (nullable), NULL when there is no such row. */
XbLabel       *xb_workspace_ref_label          (XbWorkspace   *self,
                                                gint64         id);
XbLabelChange *xb_workspace_ref_label_change   (XbWorkspace   *self,
                                                gint64         id);
XbCampaign    *xb_workspace_ref_campaign       (XbWorkspace   *self,
                                                gint64         id);
/* Returns: its id, or -1 with @error */
gint64         xb_workspace_find_campaign      (XbWorkspace   *self,
                                                const char    *name,
                                                GError       **error);

/* Lazy lists (transfer full). @number_id: 0: of every number. Removed labels are left out. */
GListModel    *xb_workspace_list_labels        (XbWorkspace   *self,
                                                gint64         number_id,
                                                XbLabelFilter  filter);
GListModel    *xb_workspace_list_labels_of_campaign (XbWorkspace *self,
                                                gint64         campaign);
/* What is still to be done at the platforms, the most urgent first. */
GListModel    *xb_workspace_list_open_label_changes (XbWorkspace *self);
/* The edits of one label, and those of one number (its history: who, when, why, cost), the newest first. */
GListModel    *xb_workspace_list_label_changes (XbWorkspace   *self,
                                                gint64         label);
GListModel    *xb_workspace_list_number_label_changes (XbWorkspace *self,
                                                gint64         number_id);
/* Everything that happened to one label, and to those of one number. */
GListModel    *xb_workspace_list_label_events  (XbWorkspace   *self,
                                                gint64         label);
GListModel    *xb_workspace_list_number_label_events (XbWorkspace *self,
                                                gint64         number_id);
GListModel    *xb_workspace_list_campaigns     (XbWorkspace   *self);
/* The label that is to show on @day (nullable: today); 0: none is planned. A bounded read. */
gint64         xb_workspace_find_label_on      (XbWorkspace   *self,
                                                gint64         number_id,
                                                const char    *platform,
                                                const char    *day);

G_END_DECLS
