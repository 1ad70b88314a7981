/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define XB_TYPE_CLOCK (xb_clock_get_type ())
G_DECLARE_FINAL_TYPE (XbClock, xb_clock, XB, CLOCK, GObject)

XbClock *xb_clock_new_system (void);
XbClock *xb_clock_new_fixed  (gint64 instant);
gint64   xb_clock_now        (XbClock *self);
void     xb_clock_set_fixed  (XbClock *self,
                              gint64   instant);
char    *xb_clock_dup_today  (XbClock *self);

gint64   xb_instant_parse    (const char *text,
                              GError    **error);
char    *xb_instant_format   (gint64      instant);
char    *xb_instant_to_day   (gint64      instant);
char    *xb_instant_dup_label (gint64     instant);
gint64   xb_instant_from_day (const char *day,
                              int         hour,
                              int         minute);

G_END_DECLS
