/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-counts.h"
#include "xb-metric.h"
#include "xb-spread.h"
#include "xb-totals.h"
#include "xb-workspace.h"

G_BEGIN_DECLS

/* The upkeep table of the trade: what it is said to cost and to bring, beside what it cost and brought here. */

typedef enum
{
  XB_UPKEEP_INSPECTION,
  XB_UPKEEP_LABEL,
  XB_UPKEEP_INCIDENT,
  XB_N_UPKEEPS,
} XbUpkeepKind;

/**
 * XbUpkeepClaim:
 * @fee_known: whether a fee is claimed
 * @fee_min, @fee_max: in fen: of an inspection a month, of the others a time
 * @gain_known: whether a gain is claimed
 * @gain_min, @gain_max: how many per cent more inquiries
 * @source: (transfer none): who says so, translated
 *
 * What the catalogue holds, with what the owner corrected there. Nobody has proven it.
 */
typedef struct
{
  gboolean    fee_known;
  gint64      fee_min;
  gint64      fee_max;
  gboolean    gain_known;
  gint64      gain_min;
  gint64      gain_max;
  const char *source;
} XbUpkeepClaim;

/**
 * XbUpkeepEvent:
 * @number_id: of which number
 * @number: as people write it
 * @before: the days before, or those of the incident
 * @after: as many days behind it
 * @sums: of both
 *
 * One change of a label, or one incident that is over, with the days that are compared for it.
 */
typedef struct
{
  gint64       number_id;
  char        *number;
  XbSpan       before;
  XbSpan       after;
  XbMetricSums sums[2];
} XbUpkeepEvent;

/**
 * XbUpkeepRow:
 * @times: how often it was done in these months
 * @cost: what was spent on it, in fen
 * @found: of inspections: what they found wrong
 * @events: (element-type XbUpkeepEvent): those whose effect can be seen in the figures, the newest first
 * @answered: what happened to the share of calls answered, over all of these
 * @spread: the same, reckoned with how far they differ among themselves
 * @inquiries: what happened to inquiries for each call; not known where a side reports none
 */
typedef struct
{
  gint64            times;
  gint64            cost;
  gint64            found;
  GArray           *events;
  XbDifference      answered;
  XbSpread          spread;
  XbCountDifference inquiries;
} XbUpkeepRow;

/**
 * XbUpkeep:
 * @from: the first day
 * @until: the last one: a year in all
 * @months: how many months these are
 */
typedef struct
{
  char        from[11];
  char        until[11];
  int         months;
  XbUpkeepRow rows[XB_N_UPKEEPS];
} XbUpkeep;

/* Over the twelve months that end with @until. */
void      xb_workspace_reckon_upkeep_async  (XbWorkspace         *self,
                                             const char          *until,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
/* Returns: (transfer full) */
XbUpkeep *xb_workspace_reckon_upkeep_finish (XbWorkspace         *self,
                                             GAsyncResult        *result,
                                             GError             **error);
void      xb_upkeep_free                    (XbUpkeep            *self);
void      xb_workspace_get_upkeep_claim     (XbWorkspace         *self,
                                             XbUpkeepKind         kind,
                                             XbUpkeepClaim       *claim);
/* In words, all (transfer full): what it costs; what it brings, %NULL where nothing is claimed or known of that */
char     *xb_upkeep_claim_dup_cost          (const XbUpkeepClaim *self,
                                             XbUpkeepKind         kind);
char     *xb_upkeep_claim_dup_gain          (const XbUpkeepClaim *self);
char     *xb_upkeep_dup_cost                (const XbUpkeep      *self,
                                             XbUpkeepKind         kind);
char     *xb_upkeep_dup_gain                (const XbUpkeep      *self,
                                             XbUpkeepKind         kind);
const char *xb_upkeep_kind_get_title        (XbUpkeepKind         kind);
const char *xb_upkeep_kind_get_nick         (XbUpkeepKind         kind);
/* Returns: what may be claimed of the share of calls answered: of parts that differ much only what holds for them too */
XbEffect  xb_upkeep_row_get_effect          (const XbUpkeepRow   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbUpkeep, xb_upkeep_free)

G_END_DECLS
