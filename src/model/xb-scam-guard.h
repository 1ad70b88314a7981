/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"

G_BEGIN_DECLS

gboolean    xb_scam_guard_suspects    (const char     *text);
const char *xb_scam_guard_check_cost  (gint64          amount,
                                       XbCostCategory  category,
                                       const char     *text);
const char *xb_scam_guard_get_warning (void);

G_END_DECLS
