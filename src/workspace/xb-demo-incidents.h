/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-db.h"

G_BEGIN_DECLS

gboolean xb_demo_write_incidents (XbDb        *db,
                                  gint64       now,
                                  const char  *screenshot,
                                  const char  *name,
                                  GError     **error);

G_END_DECLS
