/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-due.h"
#include "xb-workspace.h"

G_BEGIN_DECLS

/**
 * XbToday:
 * @due: (element-type XbDue): most urgent first, as many as were asked for
 * @n_due: all of them
 * @n_numbers: numbers in the register
 * @health: how many numbers are in each #XbHealth
 * @n_wrong: open incidents, and alerts that nobody saw to
 *
 * What must I do today, and how are my numbers?
 */
typedef struct
{
  GPtrArray *due;
  guint64    n_due;
  guint64    n_numbers;
  guint64    health[4];
  guint      n_wrong;
} XbToday;

void     xb_today_free                  (XbToday             *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbToday, xb_today_free)

/* With 100,000 numbers the first page is what people read. */
#define XB_TODAY_ROWS 500

/* Read off the main thread: 100,000 numbers do not hold up a frame. */
void     xb_workspace_read_today_async  (XbWorkspace         *self,
                                         guint                most,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
XbToday *xb_workspace_read_today_finish (XbWorkspace         *self,
                                         GAsyncResult        *result,
                                         GError             **error);

G_END_DECLS
