/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-cost.h"
#include "xb-workspace.h"

G_BEGIN_DECLS

/* The ledger, where the owner writes into it. Lines of the program come with what causes them. */

/* @amount: fen; @on: (nullable): today; @number_id: 0: of no number; @platform, @note: (nullable).
 * Ends with finish_id(). */
void    xb_workspace_add_cost_async    (XbWorkspace         *self,
                                        gint64               amount,
                                        XbCostCategory       category,
                                        const char          *on,
                                        gint64               number_id,
                                        const char          *platform,
                                        const char          *note,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
/* What was really paid: the line is no longer indicative. */
void    xb_workspace_edit_cost_async   (XbWorkspace         *self,
                                        gint64               id,
                                        gint64               amount,
                                        const char          *note,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
/* A line that the program wrote goes with what caused it, and is edited instead. */
void    xb_workspace_remove_cost_async (XbWorkspace         *self,
                                        gint64               id,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
/* A live object: (transfer full) (nullable) */
XbCost *xb_workspace_ref_cost          (XbWorkspace         *self,
                                        gint64               id);

G_END_DECLS
