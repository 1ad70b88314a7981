/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whole numbers wide enough for products of counts and money, which must never pass through floating point. */
__extension__ typedef __int128 XbWide;

gboolean xb_wide_multiply (XbWide  a,
                           XbWide  b,
                           XbWide *product);
gboolean xb_wide_product  (const gint64 *factors,
                           guint         n,
                           XbWide       *product);
gboolean xb_wide_subtract (XbWide  a,
                           XbWide  b,
                           XbWide *difference);
gboolean xb_wide_divide   (XbWide  a,
                           XbWide  b,
                           gint64 *quotient);

G_END_DECLS
