/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-label-due.h"

G_BEGIN_DECLS

gboolean xb_incident_due_read (const XbLabelDue  *self,
                               gint64             now,
                               XbDb              *db,
                               GError           **error);

G_END_DECLS
