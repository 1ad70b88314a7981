/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-case-report.h"
#include "xb-label-desk-private.h"

G_BEGIN_DECLS

/* What a platform with an API says of a label that was changed there. */
gboolean xb_label_report_apply      (XbDb                *db,
                                     gint64               certification,
                                     const XbCaseReport  *report,
                                     gint64               now,
                                     const XbChannel     *channel,
                                     gint64              *steps,
                                     GError             **error);
gboolean xb_label_report_refusal    (XbDb                *db,
                                     gint64               outbox,
                                     const char          *message,
                                     gint64               now,
                                     const XbChannel     *channel,
                                     GError             **error);

/* Hands in what is due at platforms with an API. Ends with finish(). */
void     xb_workspace_file_due_labels_async (XbWorkspace         *self,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);

G_END_DECLS
