/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-workspace-year.h"

G_BEGIN_DECLS

/* The year in words: what a bar shows to eyes, the same to a screen reader and in a row. (transfer full) */

char *xb_year_dup_span     (const char      *from,
                            const char      *until,
                            const char      *today);
char *xb_bar_dup_days      (const XbYearBar *bar,
                            const char      *today);
char *xb_bar_dup_facts     (const XbYearBar *bar,
                            const char      *today,
                            const char      *platform);
char *xb_bar_dup_overlap   (const XbYearBar *bar,
                            const char      *today);
char *xb_bar_dup_marks     (const XbYearBar *bar,
                            const char      *today);
char *xb_gap_dup_words     (const XbYearGap *gap,
                            const char      *today);

G_END_DECLS
