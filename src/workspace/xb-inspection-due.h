/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-label-due.h"

G_BEGIN_DECLS

gboolean xb_inspection_due_read (XbLabelDue  *self,
                                 XbDb        *db,
                                 GError     **error);

G_END_DECLS
