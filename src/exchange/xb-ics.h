/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean xb_ics_write_due  (const char  *path,
                            GPtrArray   *due,
                            gint64       now,
                            GError     **error);
gboolean xb_ics_update_due (const char  *path,
                            GPtrArray   *due,
                            gint64       now,
                            GError     **error);

G_END_DECLS
