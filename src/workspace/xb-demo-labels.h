/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-label-desk-private.h"

G_BEGIN_DECLS

gboolean xb_demo_write_labels (XbDb         *db,
                               XbLabelDesk  *desk,
                               gint64        now,
                               GError      **error);

G_END_DECLS
