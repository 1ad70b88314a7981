/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Families by what the systems of our users have; fontconfig takes the first that is there. */
#define XB_SANS "Noto Sans CJK SC, Source Han Sans SC, WenQuanYi Micro Hei, Microsoft YaHei, sans-serif"
#define XB_SERIF "Noto Serif CJK SC, Source Han Serif SC, SimSun, Songti SC, AR PL UMing CN, serif"

PangoLayout *xb_typeset_new       (cairo_t     *cr,
                                   const char  *family,
                                   double       size,
                                   PangoWeight  weight,
                                   const char  *text);
gboolean     xb_typeset_can_write (const char  *family,
                                   const char  *text,
                                   GError     **error);
char        *xb_typeset_line      (const char  *text);

G_END_DECLS
