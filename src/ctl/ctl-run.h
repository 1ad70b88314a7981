/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ctl.h"

G_BEGIN_DECLS

gboolean      ctl_open_clock  (Ctl           *ctl,
                               GError       **error);
XbWorkspace  *ctl_open        (Ctl           *ctl,
                               GError       **error);
void          ctl_clear       (Ctl           *ctl);

/* Give ctl_ready_cb() and the Ctl to a verb, then wait for its end with one of these. */
void          ctl_ready_cb    (GObject       *source,
                               GAsyncResult  *result,
                               gpointer       user_data);
void          ctl_progress_cb (guint64        done,
                               guint64        total,
                               gpointer       user_data);
GAsyncResult *ctl_wait        (Ctl           *ctl);
gboolean      ctl_finish      (Ctl           *ctl,
                               GError       **error);
gint64        ctl_finish_id   (Ctl           *ctl,
                               GError       **error);
void          ctl_run_until_stopped (Ctl     *ctl);
gboolean      ctl_check_file  (const char    *path,
                               GError       **error);
gboolean      ctl_check_target (const char   *path,
                               GError       **error);

CtlExit       ctl_exit_of     (const GError  *error);
void          ctl_warn        (const char    *message);
void          ctl_report      (const GError  *error);

G_END_DECLS
