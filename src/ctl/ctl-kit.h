/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ctl.h"

G_BEGIN_DECLS

gboolean ctl_kit_print (Ctl         *ctl,
                        gint64       filing,
                        const char  *path,
                        GError     **error);

G_END_DECLS
