/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *xb_data_lookup (const char *path);
char  **xb_data_list   (const char *folder);

G_END_DECLS
