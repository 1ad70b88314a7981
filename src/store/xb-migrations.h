/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-db.h"

G_BEGIN_DECLS

/* "Xinb": what the file says it is. */
#define XB_APPLICATION_ID 0x58696e62

GPtrArray *xb_migrations_load  (GError   **error);
gboolean   xb_migrations_apply (XbDb      *db,
                                GPtrArray *steps,
                                gboolean   keep_copy,
                                GError   **error);
gboolean   xb_migrations_look  (XbDb      *db,
                                guint      newest,
                                GError   **error);

G_END_DECLS
