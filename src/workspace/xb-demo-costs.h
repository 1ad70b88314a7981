/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-db.h"

G_BEGIN_DECLS

gboolean xb_demo_write_costs (XbDb    *db,
                              gint64   now,
                              GError **error);

G_END_DECLS
