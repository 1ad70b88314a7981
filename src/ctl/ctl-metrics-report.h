/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ctl.h"

G_BEGIN_DECLS

gboolean ctl_run_report (Ctl     *ctl,
                         GError **error);

G_END_DECLS
