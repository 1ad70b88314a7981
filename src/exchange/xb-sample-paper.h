/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean xb_sample_paper_write (const char         *title,
                                const char *const  *lines,
                                const char         *path,
                                GError            **error);
gboolean xb_sample_logo_write  (const char         *character,
                                const char         *path,
                                GError            **error);
gboolean xb_sample_phone_write (const char         *number,
                                const char         *name,
                                const char         *label,
                                const char         *path,
                                GError            **error);

G_END_DECLS
