/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-case-report.h"
#include "xb-http-call.h"

G_BEGIN_DECLS

gboolean      xb_practice_report_map_state    (const char         *word,
                                               XbCertState        *state);
XbCaseReport *xb_practice_report_read         (const XbHttpReply  *reply,
                                               GError            **error);
GPtrArray    *xb_practice_report_read_display (const XbHttpReply  *reply,
                                               GError            **error);
GBytes       *xb_practice_report_read_picture (const XbHttpReply  *reply,
                                               GError            **error);
char         *xb_practice_report_read_upload  (const XbHttpReply  *reply,
                                               GError            **error);

G_END_DECLS
