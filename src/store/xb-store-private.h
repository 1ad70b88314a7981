/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-store.h"

G_BEGIN_DECLS

/* How the names of files that are still being written begin. */
#define XB_STORE_PARTIAL ".partial-"

#define XB_STORE_PAGE_SIZE 4096

gboolean xb_store_prepare_folder  (const char *folder,
                                   GError    **error);
XbDb    *xb_store_file_open       (const char *folder,
                                   GError    **error);
XbDb    *xb_store_file_reader     (const char *path,
                                   guint       busy_ms,
                                   GError    **error);
void     xb_store_emit_changed    (XbStore    *self,
                                   GStrv       tables);

G_END_DECLS
