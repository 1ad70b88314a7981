/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ctl.h"

G_BEGIN_DECLS

gboolean ctl_run_roi_labels (Ctl         *ctl,
                             gint64       number,
                             const char  *from,
                             const char  *until,
                             GError     **error);

gboolean ctl_run_roi_upkeep (Ctl         *ctl,
                             const char  *until,
                             GError     **error);

G_END_DECLS
