/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The largest sum that is taken: what JSON readers still hold exactly. */
#define XB_MONEY_MAX G_GINT64_CONSTANT (9007199254740991)

gboolean xb_money_parse        (const char *text,
                                gint64     *fen,
                                GError    **error);
gboolean xb_money_parse_signed (const char *text,
                                gint64     *fen,
                                GError    **error);
char    *xb_money_format       (gint64      fen);
char    *xb_money_format_plain (gint64      fen);

G_END_DECLS
