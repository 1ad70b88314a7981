/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-case-report.h"
#include "xb-life-private.h"
#include "xb-submission.h"

G_BEGIN_DECLS

/* What becomes of a call, written in one transaction each. */

XbSubmission *xb_outbox_load_submission (XbWorkspace         *self,
                                         gint64               outbox,
                                         GError             **error);
GPtrArray    *xb_outbox_load_files      (XbWorkspace         *self,
                                         const char          *payload);
char         *xb_outbox_dup_note        (const char          *payload);
char         *xb_outbox_dup_label       (const char          *payload,
                                         gint64              *change);

void          xb_outbox_record_async    (XbWorkspace         *self,
                                         gint64               outbox,
                                         gint64               certification,
                                         XbCaseReport        *report,
                                         const GError        *failure,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);

G_END_DECLS
