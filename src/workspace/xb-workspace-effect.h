/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-effect-period.h"
#include "xb-workspace.h"

G_BEGIN_DECLS

/* The report of the effect, to be handed on. */

/**
 * xb_workspace_write_effect_report_async:
 * @period: the time that it is of; it is compared with the time of the same length before
 * @numbers: (nullable) (array length=n_numbers): ids; %NULL: all
 * @path: the file, there whole or not at all
 * @book: an Excel workbook instead of a PDF
 * @progress: (nullable): how far it is, on the main thread
 *
 * Reads, reckons and draws off the main thread. Ends with xb_workspace_finish(); cancelled, no file is left.
 */
void xb_workspace_write_effect_report_async (XbWorkspace          *self,
                                             const XbEffectPeriod *period,
                                             const gint64         *numbers,
                                             guint                 n_numbers,
                                             const char           *path,
                                             gboolean              book,
                                             GCancellable         *cancellable,
                                             XbProgressFunc        progress,
                                             gpointer              progress_data,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

G_END_DECLS
