/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *xb_format_day          (const char *day,
                              const char *today);
char *xb_format_day_long     (const char *day,
                              const char *today);
char *xb_format_left         (const char *day,
                              const char *today,
                              int         working_days);
int   xb_format_days_between (const char *from,
                              const char *to);

G_END_DECLS
