/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-files.h"
#include "xb-partial.h"

G_BEGIN_DECLS

gboolean xb_files_keep (const char *folder,
                        XbPartial  *partial,
                        GError    **error);

G_END_DECLS
