/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-workspace.h"

G_BEGIN_DECLS

/* Everything that is due as a calendar file: written once, or kept up to date in a folder that the owner chose. */

#define XB_CALENDAR_NAME "xinbiao.ics"

/* (transfer full) (nullable): the folder; %NULL: none is kept */
char *xb_workspace_dup_calendar_folder      (XbWorkspace         *self);
/* @folder: (nullable): an existing folder that can be written; %NULL: no longer */
void  xb_workspace_set_calendar_folder_async (XbWorkspace        *self,
                                             const char          *folder,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
/* Writes what is due into @path; %NULL: into the chosen folder, where nothing is done while none is chosen. A file that
 * says the same already is left alone. Ends with xb_workspace_finish(). */
void  xb_workspace_write_calendar_async     (XbWorkspace         *self,
                                             const char          *path,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);

G_END_DECLS
