/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-db.h"
#include "xb-record.h"

G_BEGIN_DECLS

void       xb_records_fill    (XbRows    *rows,
                               XbRecord  *record);
gpointer   xb_records_make    (XbRows    *rows,
                               GType      type);
GPtrArray *xb_records_collect (XbRows    *rows,
                               GType      type,
                               GError   **error);
gpointer   xb_records_single  (XbRows    *rows,
                               GType      type,
                               GError   **error);

G_END_DECLS
