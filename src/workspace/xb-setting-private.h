/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-workspace.h"

G_BEGIN_DECLS

/* A figure that the owner decides once. @key: (transfer full). Ends with xb_workspace_finish(). */
void xb_workspace_keep_setting (XbWorkspace         *self,
                                gpointer             source_tag,
                                char                *key,
                                gint64               value,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);

G_END_DECLS
