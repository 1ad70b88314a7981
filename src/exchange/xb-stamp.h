/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

void xb_stamp_draw (cairo_t    *cr,
                    double      width,
                    double      height,
                    const char *text);

G_END_DECLS
