/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *xb_format_day      (const char *day,
                          const char *today);
char *xb_format_left     (const char *day,
                          const char *today,
                          int         working_days);
char *xb_format_read_day (const char *text);
char *xb_format_count    (guint64     count);
char *xb_format_time_left (gint64     seconds);

G_END_DECLS
