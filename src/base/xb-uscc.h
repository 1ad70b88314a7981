/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define XB_USCC_LENGTH 18

gboolean xb_uscc_normalise (const char *text,
                            char        out[XB_USCC_LENGTH + 1],
                            GError    **error);

G_END_DECLS
