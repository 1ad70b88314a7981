/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-workspace-costs.h"

G_BEGIN_DECLS

/* The ledger as the owner reads it: a part of it, its sums, a file of it. */

/**
 * XbLedgerPart:
 * @from: the first day
 * @until: the last day
 * @category: an #XbCostCategory, or -1 for all
 * @platform: (nullable): a key; %NULL: all
 * @search: (nullable): a part of a number or of a note
 */
typedef struct
{
  const char *from;
  const char *until;
  int         category;
  const char *platform;
  const char *search;
} XbLedgerPart;

/* How many kinds of cost there are. */
#define XB_N_COST_CATEGORIES (XB_COST_CATEGORY_OTHER + 1)

/**
 * XbLedgerYear:
 * @n: how many lines
 * @total: their sum, in fen
 * @indicative: what of it is the platforms' figures, and not what was paid
 * @month_n: lines of each month
 * @months: sums of each month
 * @categories: sums of each kind
 * @kinds: sums of each kind in each month
 * @budget: what the owner wants to spend in that year; 0: not said
 * @label_n: paid label edits
 */
typedef struct
{
  guint  n;
  gint64 total;
  gint64 indicative;
  guint  month_n[12];
  gint64 months[12];
  gint64 categories[XB_N_COST_CATEGORIES];
  gint64 kinds[12][XB_N_COST_CATEGORIES];
  gint64 budget;
  guint  label_n;
} XbLedgerYear;

/* Lazy list (transfer full) of #XbCost, the newest day first. */
GListModel *xb_workspace_list_ledger          (XbWorkspace         *self,
                                               const XbLedgerPart  *part);
void        xb_workspace_filter_ledger        (XbWorkspace         *self,
                                               GListModel          *ledger,
                                               const XbLedgerPart  *part);
void        xb_workspace_sum_ledger_async     (XbWorkspace         *self,
                                               int                  year,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
gboolean    xb_workspace_sum_ledger_finish    (XbWorkspace         *self,
                                               GAsyncResult        *result,
                                               XbLedgerYear        *year,
                                               GError             **error);
/* @part: (nullable): all of it; @book: an Excel workbook instead of a CSV file. Ends with xb_workspace_finish(). */
void        xb_workspace_export_costs_async   (XbWorkspace         *self,
                                               const char          *path,
                                               gboolean             book,
                                               const XbLedgerPart  *part,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
/* Puts a line back that was removed, as it was. Ends with finish_id(). */
void        xb_workspace_restore_cost_async   (XbWorkspace         *self,
                                               XbCost              *cost,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
/* 0: not said. Ends with xb_workspace_finish(). */
void        xb_workspace_set_budget_async     (XbWorkspace         *self,
                                               int                  year,
                                               gint64               fen,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);

G_END_DECLS
