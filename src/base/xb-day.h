/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days are ISO dates ("2026-10-13") everywhere; a julian day (GDate's) is for counting alone. */

#define XB_DAY_FIRST_YEAR 1900
#define XB_DAY_LAST_YEAR 2999

gboolean xb_day_is_valid            (const char *text);
gboolean xb_day_parse               (const char *text,
                                     guint32    *julian,
                                     GError    **error);
void     xb_day_format              (guint32     julian,
                                     char        out[11]);
char    *xb_day_add                 (const char *day,
                                     int         days);
char    *xb_day_add_months          (const char *day,
                                     int         months);
int      xb_day_diff                (const char *from,
                                     const char *until);
int      xb_day_weekday             (const char *day);
char    *xb_day_dup_label           (const char *day);
char    *xb_day_dup_label_with_year (const char *day);
char    *xb_day_dup_span            (const char *from,
                                     const char *until);

G_END_DECLS
