/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-workspace.h"

G_BEGIN_DECLS

/* Keeping: backup, restore, check; and a business to practise with. */

void   xb_workspace_backup_async   (XbWorkspace         *self,
                                    const char          *path,
                                    GCancellable        *cancellable,
                                    XbProgressFunc       progress,
                                    gpointer             progress_data,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
void   xb_workspace_restore_async  (XbWorkspace         *self,
                                    const char          *path,
                                    GCancellable        *cancellable,
                                    XbProgressFunc       progress,
                                    gpointer             progress_data,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
/* Into a folder that does not open: damaged, or of a newer version. What is there now is kept beside it. */
void     xb_workspace_restore_folder_async  (const char          *folder,
                                             const char          *path,
                                             GCancellable        *cancellable,
                                             XbProgressFunc       progress,
                                             gpointer             progress_data,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
gboolean xb_workspace_restore_folder_finish (GAsyncResult        *result,
                                             GError             **error);
void   xb_workspace_check_async    (XbWorkspace         *self,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
/* Returns: (transfer full) (array zero-terminated=1): one sentence a problem; empty: all is well */
char **xb_workspace_check_finish   (XbWorkspace         *self,
                                    GAsyncResult        *result,
                                    GError             **error);
/* A believable small business; refused where something is in the folder already. */
void   xb_workspace_demo_async     (XbWorkspace         *self,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
/* A business with papers (marked as samples) to carry through the practice platform. */
void   xb_workspace_set_up_practice_async (XbWorkspace  *self,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);

G_END_DECLS
